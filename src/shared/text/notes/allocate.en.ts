/** Notes of allocation, architecture and hardware cost. */
export const allocateNotesEn = {
  'quality-not-optimal':
    'Under {law|text} a run of {N|N} on {D|D} is not compute-optimal: {optimalN|N} on {optimalD|D} reaches the same loss. Against that run the saving is {saving|percent}.',
  'beyond-typical-ratio':
    '{ratio|ratio} tokens per parameter is more than laws are usually fitted to; a fit at up to {typical|ratio} overestimates what further tokens bring (Sardana & Frankle 2023).',
  'epoch-limit': 'The limit of {epochs|number} epochs stops the run at {D|D}; without it more repetitions would still pay.',
  'no-architecture': 'No shape of about these proportions comes within 10 % of {N|N} parameters; the smallest of this family has {smallest|N}.',
  'architecture-strained': 'No shape with {N|N} parameters keeps a width of {rule|number} per layer; the nearest has {found|number}.',
  'no-chip-price': 'No purchase price is listed for {accelerator|text}; give ownership.chipPriceUsd to have the amortised and the purchase cost.',
  'no-rent-price': 'No rent is listed for {accelerator|text}; give costs.pricePerHourUsd.',
  'no-rent-listed': 'No rent is listed for {accelerator|text}.',
  'no-purchase-listed': 'No purchase price is listed for {accelerator|text}.',
  'accelerators-same-mfu':
    'All accelerators are taken to reach the same MFU and uptime; in practice software and interconnect differ, and the comparison moves with them.',
  'chip-price-default': 'The purchase price of {accelerator|text} is the middle of its listings, {usd|usd} as of {date|date}.',
  'electricity-other-year': 'No price of electricity is known for {wanted|text}; that of {year|text} is used.'
} as const
