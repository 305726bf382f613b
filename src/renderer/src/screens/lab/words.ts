/** What the lab says in more than one place. */
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { SeriesAnalysis } from '../../../../shared/labAnswers'

type Texts = Messages['screen']['lab']

export const nameOfTask = (name: string | null, text: Texts): string => name ?? text.sentence.noTask

/** A metric with its shots, where the rows have them. */
export const nameOfSeries = ({ metric, shots }: Pick<SeriesAnalysis, 'metric' | 'shots'>, text: Texts, language: Language): string =>
  shots === null ? metric.name : fill(text.sentence.shots, { metric: metric.name, shots }, language)
