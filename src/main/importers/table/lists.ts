/** Several numbers in one cell: log probabilities of tokens, or a vector. */
import type { Decimal } from './cells'

/** [-0.1, -2.3], (1 0 1), 0.5;0.25: null where any part is no finite number. With a decimal comma only semicolons, bars and spaces divide. */
export function numbersIn(text: string, decimal: Decimal): number[] | null {
  const inside = /^\s*[[(]?(.*?)[\])]?\s*$/s.exec(text)?.[1] ?? ''
  const parts = inside.split(decimal === ',' ? /[;|\s]+/ : /[,;|\s]+/).filter((part) => part !== '')
  const numbers = parts.map((part) => (/^[+-]?[\d.,]+(?:e[+-]?\d+)?$/i.test(part) ? Number(decimal === ',' ? part.replace(',', '.') : part) : NaN))
  return numbers.every(Number.isFinite) ? numbers : null
}
