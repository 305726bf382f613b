/** What each measurement is worth: its value of information less cost and delay. Pure. */
import type { NextRun, NextRunCandidate } from '../../../../shared/contract/nextRun'
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { BarsSpec, Row } from '../bars/spec'

type Text = Messages['screen']['pathScreen']['next']

export const candidateName = ({ kind, run, target }: NextRunCandidate, text: Text, nameOf: (id: string) => string, language: Language): string =>
  fill(text.kinds[kind], { target: target === null ? '' : nameOf(target), ...(run === null ? {} : { N: run.N }) }, language)

/** The best ones, net value as a bar; null for a plan in points, where money is apart. */
export function nextRunBars(answer: NextRun, about: { nameOf: (id: string) => string; sentence: string }, text: Text, language: Language): BarsSpec | null {
  const shown = answer.candidates.filter(({ net }) => net !== null).slice(0, MOST)
  if (shown.length === 0) return null
  const say = (usd: number): string => formatText(usd, 'usd', language)
  return {
    rows: shown.map((candidate, i): Row => {
      const net = candidate.net ?? 0
      return {
        id: String(i),
        name: candidateName(candidate, text, about.nameOf, language),
        strong: i === 0,
        stretches: [{ name: text.net, from: 0, to: net, tone: net > 0 ? 'good' : 'bad' }],
        label: say(net),
        tone: net > 0 ? 'good' : 'bad'
      }
    }),
    axis: text.axis,
    say,
    header: [text.header.row, text.header.part, text.header.from, text.header.to],
    finding: '',
    sentence: about.sentence,
    sources: []
  }
}

const MOST = 8
