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
type Bounds = Analysis['bounds']

export function testsOf(series: SeriesAnalysis, { mirage, bounds }: Pick<Analysis, 'mirage' | 'bounds'>, words: Texts, language: Language): TestRow[] {
  return [
    ...detectorRows(series, words, language),
    ...curveRows(series, bounds, words, language),
    ...sharpRows(series, bounds, words, language),
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

function curveRows({ fits, test: { linear } }: SeriesAnalysis, { deltaAicc, effectSize: strong }: Bounds, words: Texts, language: Language): TestRow[] {
  const line = fits.find(({ model }) => model === 'linear')
  const rows: TestRow[] = []
  if (line !== undefined && line.delta !== null)
    rows.push({
      name: words.curve,
      about: fill(words.curveAbout, { bound: deltaAicc }, language),
      value: number(line.delta, language),
      mark: MARK(line.delta > deltaAicc)
    })
  if (!isNoAnswer(linear))
    rows.push({
      name: words.effect,
      about:
        linear.effectBound === null
          ? fill(words.effectAboutPlain, { strong }, language)
          : fill(words.effectAbout, { strong, bound: Number(linear.effectBound.toPrecision(3)) }, language),
      value: number(linear.effectSize, language),
      mark: MARK(linear.effectSize > strong)
    })
  return rows
}

function sharpRows({ test: { sharp } }: SeriesAnalysis, { p, widthDecades, oneSide }: Bounds, words: Texts, language: Language): TestRow[] {
  if (isNoAnswer(sharp)) return []
  const decades = Number(sharp.widthDecades.toPrecision(2))
  return [
    { name: words.sharp, about: fill(words.sharpAbout, { p }, language), value: number(sharp.p, language, 2), mark: MARK(sharp.p < p) },
    {
      name: words.width,
      about: fill(words.widthAbout, { n: widthDecades }, language),
      value: fill(words.decades, { n: decades }, language),
      mark: MARK(sharp.widthDecades < widthDecades)
    },
    {
      name: words.below,
      about: fill(words.belowAbout, { n: oneSide }, language),
      value: fill(words.sides, { below: sharp.below, above: sharp.above }, language),
      mark: MARK(sharp.below >= oneSide && sharp.above >= oneSide)
    }
  ]
}

function agreementRow({ agreement: { sharp, judged } }: Analysis['mirage'], words: Texts, language: Language): TestRow[] {
  return judged < 2 ? [] : [{ name: words.agree, value: fill(words.of, { n: sharp, of: judged }, language), mark: MARK(sharp === judged) }]
}
