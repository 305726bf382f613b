/** Output and target as they are compared. */
import type { Normalisation } from '../../../shared/contract/evaluator'

const ARTICLES = /(^| )(?:a|an|the)(?= |$)/g

/**
 * - `none`: as written.
 * - `space`: Unicode NFC (so that "é" written as one sign or as two is the same), white space at the ends removed, other runs of it one space.
 * - `loose`: also lower case, punctuation removed, the English articles a, an, the removed: the normalisation of SQuAD (Rajpurkar et al. 2016, official evaluation script).
 *   A decimal point and a minus sign within a number stay, so that 1.5 does not match 15, nor −3 match 3.
 */
export function normalised(text: string, how: Normalisation): string {
  if (how === 'none') return text
  const spaced = (words: string): string => words.replace(/\s+/gu, ' ').trim()
  const plain = spaced(text.normalize('NFC'))
  if (how === 'space') return plain
  const words = plain
    .toLowerCase()
    .replace(/(?<=\d)[.](?=\d)|(?<![\p{L}\p{N}])[-−](?=\d)/gu, (mark) => (mark === '.' ? '\uE000' : '\uE001'))
    .replace(/\p{P}/gu, '')
    .replace(/\uE000/g, '.')
    .replace(/\uE001/g, '-')
  return spaced(spaced(words).replace(ARTICLES, '$1'))
}
