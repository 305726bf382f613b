/**
 * Compute-optimal runs by parameters as Hoffmann et al. 2022 (arXiv:2203.15556) print them: approach 1 in table 3, approaches 2 and 3 in table A3.
 * C in FLOP, D in tokens, with the digits of the paper. All satisfy C = 6·N·D to 5 %, but for one misprint.
 */
export interface TableRow {
  N: number
  C: number
  D: number
  /** FLOP as printed where that is a misprint and C holds what the row means. */
  printedC?: number
}

type Column = readonly TableRow[]

export const APPROACH_1: Column = [
  { N: 400e6, C: 1.92e19, D: 8.0e9 },
  { N: 1e9, C: 1.21e20, D: 20.2e9 },
  { N: 10e9, C: 1.23e22, D: 205.1e9 },
  { N: 67e9, C: 5.76e23, D: 1.5e12 },
  { N: 175e9, C: 3.85e24, D: 3.7e12 },
  { N: 280e9, C: 9.9e24, D: 5.9e12 },
  { N: 520e9, C: 3.43e25, D: 11.0e12 },
  { N: 1e12, C: 1.27e26, D: 21.2e12 },
  { N: 10e12, C: 1.3e28, D: 216.2e12 }
]

export const APPROACH_2: Column = [
  { N: 400e6, C: 1.84e19, D: 7.7e9 },
  { N: 1e9, C: 1.2e20, D: 20.0e9 },
  { N: 10e9, C: 1.32e22, D: 219.5e9 },
  { N: 67e9, C: 6.88e23, D: 1.7e12 },
  { N: 175e9, C: 4.54e24, D: 4.3e12 },
  { N: 280e9, C: 1.18e25, D: 7.1e12 },
  { N: 520e9, C: 4.19e25, D: 13.4e12 },
  { N: 1e12, C: 1.59e26, D: 26.5e12 },
  { N: 10e12, C: 1.75e28, D: 292.0e12 }
]

/** The 175B row prints 1.26e24 FLOP; 6·N·D is 1.26e25, and so are its neighbours' powers of ten: a misprint, corrected here. */
export const APPROACH_3: Column = [
  { N: 400e6, C: 2.21e19, D: 9.2e9 },
  { N: 1e9, C: 1.62e20, D: 27.1e9 },
  { N: 10e9, C: 2.46e22, D: 410.1e9 },
  { N: 67e9, C: 1.71e24, D: 4.1e12 },
  { N: 175e9, C: 1.26e25, D: 12.0e12, printedC: 1.26e24 },
  { N: 280e9, C: 3.52e25, D: 20.1e12 },
  { N: 520e9, C: 1.36e26, D: 43.5e12 },
  { N: 1e12, C: 5.65e26, D: 94.1e12 },
  { N: 10e12, C: 8.55e28, D: 1425.5e12 }
]
