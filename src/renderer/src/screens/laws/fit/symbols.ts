/** Letters of the constants of a law, as the papers write them. */
const SYMBOLS: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  alphaN: 'α_N',
  alphaD: 'α_D',
  alphaC: 'α_C',
  Nc: 'N_c',
  Dc: 'D_c',
  Cc: 'C_c',
  epsilon: 'ε'
}

export const symbolOf = (constant: string): string => SYMBOLS[constant] ?? constant
