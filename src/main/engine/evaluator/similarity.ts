/** How near an output is to its target: by edits, and by the angle between vectors. */
import { codePoints, editDistance } from './editDistance'

/** Products of lengths above this would take seconds for one item. */
export const MOST_CELLS = 2e9

/** Whether the edit distance of two texts can be computed within reason. */
export const isComparable = (output: string, target: string): boolean => output.length * target.length <= MOST_CELLS

/**
 * Normalised edit similarity, 1 − d/max(|output|, |target|), from 0 (nothing in common) to 1 (equal); 1 for two empty texts.
 * The continuous partner of exact match: it gives part of the credit for an answer that is nearly right (Schaeffer et al. 2023, arXiv:2304.15004).
 */
export function softAccuracy(output: string, target: string): number {
  const a = codePoints(output)
  const b = codePoints(target)
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer
}

/** cos θ = a·b/(|a|·|b|), from −1 to 1; null where a vector has no direction. Vectors of equal length. Scaled first, so that large components do not overflow. */
export function cosine(a: readonly number[], b: readonly number[]): number | null {
  const largestA = a.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
  const largestB = b.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
  if (largestA === 0 || largestB === 0) return null
  let ab = 0
  let aa = 0
  let bb = 0
  for (const [i, raw] of a.entries()) {
    const x = raw / largestA
    const y = b[i]! / largestB
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb)))
}

/** Cosine between the counts of character trigrams, each text with a space at either end; from 0 to 1. A similarity of spelling, not of meaning. */
export function trigramCosine(output: string, target: string): number {
  const a = trigrams(output)
  const b = trigrams(target)
  let ab = 0
  for (const [gram, count] of a) ab += count * (b.get(gram) ?? 0)
  const square = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count * count, 0)
  return ab === 0 ? 0 : Math.min(1, ab / Math.sqrt(square(a) * square(b)))
}

function trigrams(text: string): Map<string, number> {
  const signs = [' ', ...text, ' ']
  const counts = new Map<string, number>()
  // An empty text has the two spaces alone.
  for (let i = 0; i < Math.max(1, signs.length - 2); i++) {
    const gram = signs.slice(i, i + 3).join('')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}
