/** What the Grokking screen says in more than one place, and which sentence it opens with. */
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { GrokkingAnalysis } from '../../state/grokking.svelte'

type Texts = Messages['screen']['grokking']

/** The opening sentence for a verdict; a ratio is said only where there is one. */
export function sentenceFor({ verdict, delayRatio, generalisationStep }: GrokkingAnalysis): keyof Texts['sentence'] {
  if (verdict === 'grokked') return delayRatio === null ? 'grokkedFromStart' : 'grokked'
  if (verdict === 'ordinary') return delayRatio === null ? 'ordinaryFromStart' : 'ordinary'
  if (verdict === 'under way') return 'underWay'
  if (verdict === 'never memorised') return generalisationStep === null ? 'neverMemorised' : 'unmemorised'
  return verdict
}

/** The verdict in a word or two, and whether the run then collapsed. */
export function verdictWords({ verdict, collapsed }: GrokkingAnalysis, text: Texts, language: Language): string {
  const word = text.verdicts[verdict]
  return collapsed ? fill(text.runs.collapsed, { verdict: word }, language) : word
}
