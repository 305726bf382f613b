/** Letters of the constants of a fitted law, as the papers write them. */
const SYMBOLS: Readonly<Record<string, string>> = { alpha: 'α', beta: 'β', alphaN: 'α_N', alphaD: 'α_D' }

export const symbolOf = (constant: string): string => SYMBOLS[constant] ?? constant
