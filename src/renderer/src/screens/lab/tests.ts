/** The tests of a series as rows: what was measured, its bound, and whether it passed. */
import { isNoAnswer } from '../../../../shared/note'
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import type { Language, Messages } from '../../../../shared/text/messages'
import { sayScore } from '../../figures/lab/kinds'
import type { Analysis, SeriesAnalysis } from '../../../../shared/labAnswers'

type Texts = Messages['screen']['lab']['tests']

/** A fact of `Facts.svelte` with a value. */
export interface TestRow {
  name: string
  value: string
  about?: string
  mark: 'good' | 'warn'
}

const MARK = (passed: boolean): 'good' | 'warn' => (passed ? 'good' : 'warn')
/** Below this a p counts, and below this many decades a width does; sizes needed on each side of the middle. */
const BOUND = { p: 0.05, decades: 1, side: 2, strong: 1.5, deltaAicc: 2 } as const

export function testsOf(series: SeriesAnalysis, mirage: Analysis['mirage'], words: Texts, language: Language): TestRow[] {
  return [
    ...detectorRows(series, words, language),
    ...curveRows(series, words, language),
    ...sharpRows(series, words, language),
    ...agreementRow(mirage, words, language)
  ]
}

const number = (value: number, language: Language, digits = 3): string => formatText(value, 'number', language, { digits })

function detectorRows({ detector, metric }: SeriesAnalysis, words: Texts, language: Language): TestRow[] {
  if (isNoAnswer(detector)) return []
  const { decides } = detector
  const rule = decides === 'normalised' && detector.normalised !== null ? detector.normalised : detector.source
  const say = (value: number): string => (decides === 'normalised' ? number(value, language) : sayScore(value, metric, language))
  return [
    { name: words.small, about: words.smallAbout[decides], value: say(rule.smallMean), mark: MARK(rule.nearChance) },
    { name: words.large, about: words.largeAbout[decides], value: say(rule.largeMean), mark: MARK(rule.wellAbove) },
    { name: words.gain, about: words.gainAbout[decides], value: say(rule.gain), mark: MARK(rule.gained) }
  ]
}

function curveRows({ fits, test: { linear } }: SeriesAnalysis, words: Texts, language: Language): TestRow[] {
  const line = fits.find(({ model }) => model === 'linear')
  const rows: TestRow[] = []
  if (line !== undefined && line.delta !== null)
    rows.push({ name: words.curve, about: words.curveAbout, value: number(line.delta, language), mark: MARK(line.delta > BOUND.deltaAicc) })
  if (!isNoAnswer(linear))
    rows.push({
      name: words.effect,
      about: linear.effectBound === null ? words.effectAboutPlain : fill(words.effectAbout, { bound: Number(linear.effectBound.toPrecision(3)) }, language),
      value: number(linear.effectSize, language),
      mark: MARK(linear.effectSize > BOUND.strong)
    })
  return rows
}

function sharpRows({ test: { sharp } }: SeriesAnalysis, words: Texts, language: Language): TestRow[] {
  if (isNoAnswer(sharp)) return []
  const decades = Number(sharp.widthDecades.toPrecision(2))
  return [
    { name: words.sharp, about: words.sharpAbout, value: number(sharp.p, language, 2), mark: MARK(sharp.p < BOUND.p) },
    { name: words.width, about: words.widthAbout, value: fill(words.decades, { n: decades }, language), mark: MARK(sharp.widthDecades < BOUND.decades) },
    {
      name: words.below,
      about: words.belowAbout,
      value: fill(words.sides, { below: sharp.below, above: sharp.above }, language),
      mark: MARK(sharp.below >= BOUND.side && sharp.above >= BOUND.side)
    }
  ]
}

function agreementRow({ agreement: { sharp, judged } }: Analysis['mirage'], words: Texts, language: Language): TestRow[] {
  return judged < 2 ? [] : [{ name: words.agree, value: fill(words.of, { n: sharp, of: judged }, language), mark: MARK(sharp === judged) }]
}
