/**
 * N*(C) and D*(C) as a power law through a table of compute-optimal runs: N* = N_0·(X/X_0)^a with X = C/k = N·D, D* = X/N*.
 *
 * A table fixes where the optimum lies, not what it reaches, so there is no loss. The rows are joined by one straight line in logarithms, least squares of
 * ln N on ln C over all rows, also between and beyond them: the rows are themselves read off such a line (N scatters about it by under 0.6 %, but by 1.2 and
 * 3.3 % in the 67B rows, which are the budget of Gopher rounded), so interpolating from row to row would only follow the rounding.
 * k-dependence: along k·N·D = C a law in N and D has its optimum at a point that C/k fixes; the tables count C as 6·N·D.
 */
import type { TableRow } from './hoffmannTables'
import { constant } from './law'
import type { Constants, LawForm } from './law'

/** FLOP per parameter and token by which the tables count. */
const TABLE_K = 6

/** The line through the rows: their centre in logarithms, and the slope, which is the least-squares one unless the paper's own is given. */
export function centredLine(rows: readonly TableRow[], printedExponent?: number): { N0: number; C0: number; a: number } {
  const mean = (of: (row: TableRow) => number) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length
  const lnN0 = mean(({ N }) => Math.log(N))
  const lnC0 = mean(({ C }) => Math.log(C))
  const slope = mean(({ N, C }) => (Math.log(N) - lnN0) * (Math.log(C) - lnC0)) / mean(({ C }) => (Math.log(C) - lnC0) ** 2)
  return { N0: Math.exp(lnN0), C0: Math.exp(lnC0), a: printedExponent ?? slope }
}

/** Constants: the optimum of C0 FLOP (at 6 FLOP per parameter and token) has N0 parameters; a = d ln N/d ln C, between 0 and 1. */
export function tableForm(constants: Constants): LawForm {
  const N0 = constant(constants, 'N0')
  const X0 = constant(constants, 'C0') / TABLE_K
  const D0 = X0 / N0
  const a = constant(constants, 'a')
  return {
    loss: null,
    terms: null,
    floor: null,
    surface: null,
    optimum: (C, k) => ({ N: N0 * (C / k / X0) ** a, D: D0 * (C / k / X0) ** (1 - a) }),
    optimalTokens: (N) => D0 * (N / N0) ** ((1 - a) / a),
    optimalSize: (D) => N0 * (D / D0) ** (a / (1 - a)),
    optimumExponent: a,
    limitedTo: null
  }
}
