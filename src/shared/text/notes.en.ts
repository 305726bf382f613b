/**
 * Warnings, reasons and refusals, one template per code. Kinds of places: see `fill.ts` (N, D, C, usd, days, percent, number, date, text).
 */
export const notesEn = {
  // inputs
  'default-used': '{field|text} was not given; the default {value|text} is used.',
  'open-range': '{target|text} has no upper end for its critical scale; until you give one, three times the lower end ({high|N}) is used.'
} as const
