/** The source's criteria as rows: what each rule found, and whether it holds. */
import { isNoAnswer } from '../../../../shared/note'
import type { NoAnswer } from '../../../../shared/notes'
import { formatText } from '../../../../shared/text/format'
import type { Language, Messages } from '../../../../shared/text/messages'
import { sayScore } from '../../figures/lab/kinds'
import type { SeriesAnalysis } from '../../../../shared/labAnswers'

type Words = Messages['screen']['lab']['rules']
type Detector = Exclude<SeriesAnalysis['detector'], NoAnswer>

export interface RuleRow {
  name: string
  /** Of the source's rule, the normalised one, the test. */
  cells: [string, string, string]
}

export function ruleRows({ metric, finding, test }: SeriesAnalysis, { source, normalised }: Detector, words: Words, language: Language): RuleRow[] {
  const marked = (value: string, holds: boolean): string => `${value} ${holds ? '✓' : '✗'}`
  const share = (value: number): string => formatText(value, 'number', language)
  const row = (name: string, mean: 'smallMean' | 'largeMean' | 'gain', holds: 'nearChance' | 'wellAbove' | 'gained'): RuleRow => ({
    name,
    cells: [marked(sayScore(source[mean], metric, language), source[holds]), normalised === null ? '–' : marked(share(normalised[mean]), normalised[holds]), '']
  })
  const yes = (holds: boolean): string => (holds ? words.yes : words.no)
  return [
    row(words.small, 'smallMean', 'nearChance'),
    row(words.large, 'largeMean', 'wellAbove'),
    row(words.gain, 'gain', 'gained'),
    {
      name: words.emergent,
      cells: [yes(source.emergent), normalised === null ? '–' : yes(normalised.emergent), isNoAnswer(test.sharp) ? '–' : yes(finding === 'sharp')]
    }
  ]
}
