/** Capabilities of the catalogue, by id: the full name, and one for narrow places. */
export const capabilitiesEn = {
  'chain-of-thought': { long: 'Chain of thought', short: 'CoT' },
  'maths-reasoning': { long: 'Maths reasoning', short: 'Maths' },
  'code-generation': { long: 'Code generation', short: 'Code' },
  'multi-step-reasoning': { long: 'Multi-step reasoning', short: 'Multi-step' },
  'instruction-following': { long: 'Instruction following', short: 'Instructions' },
  planning: { long: 'Multi-step planning', short: 'Planning' },
  multilingual: { long: 'Multilingual ability', short: 'Multilingual' },
  translation: { long: 'Multilingual translation', short: 'Translation' },
  'arithmetic-3-digit': { long: 'Three-digit arithmetic', short: '3-digit sums' },
  'multi-step-arithmetic': { long: 'Multi-step arithmetic', short: 'Word problems' },
  'word-in-context': { long: 'Word in context', short: 'Word sense' },
  'symbol-manipulation': { long: 'Symbol manipulation', short: 'Symbols' },
  'logical-deduction': { long: 'Logical deduction', short: 'Deduction' },
  'code-description': { long: 'Code description', short: 'Describe code' }
} as const
