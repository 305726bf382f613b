/** What series are called in the figure. */
import type { FrontierView } from './view'

/** A name inside a sentence: "Maths reasoning" loses its capital, "GSM8K" and "MMLU" keep theirs. */
export const inSentence = (name: string): string => (/^[A-Z][a-z]+(?=[\s-]|$)/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name)

/** "all five", "全部五项". */
export const allWords = (view: Pick<FrontierView, 'text'>, count: number): string =>
  view.text.all.replace('{count}', view.text.counts.split(' ')[count - 1] ?? String(count))
