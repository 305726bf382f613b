/** The change of a number against the saved plan: sign, arrow and whether the planner gains by it. */
import { format, formatText, type Shown } from './format'
import type { Language } from './messages'
import type { Kind } from './units'

export type Better = 'less' | 'more' | 'neither'
export interface Delta {
  direction: 'up' | 'down' | 'same'
  arrow: '▲' | '▼' | '='
  sign: '+' | '−' | ''
  tone: 'good' | 'bad' | 'neutral'
  /** The change without sign; null when nothing changed at the precision shown. */
  amount: Shown | null
}
export interface DeltaOptions {
  better?: Better
  /** As the difference in the kind's unit (percentages in points), or relative to the value before. */
  as?: 'difference' | 'relative'
  digits?: number
}

/** Change from one value to another, both in the kind's base unit. Values that read the same are "same", even if their last bits differ. */
export function formatDelta(from: number, to: number, kind: Kind, language: Language, options: DeltaOptions = {}): Delta {
  const digits = options.digits
  const share = kind === 'percent' || kind === 'probability'
  const exact: Kind = kind === 'probability' ? 'percent' : kind
  if (formatText(from, exact, language, { digits }) === formatText(to, exact, language, { digits })) {
    return { direction: 'same', arrow: '=', sign: '', tone: 'neutral', amount: null }
  }
  const up = to > from
  const better = options.better ?? 'neither'
  const tone = better === 'neither' ? 'neutral' : (better === 'more') === up ? 'good' : 'bad'
  const change = Math.abs(to - from)
  const relative = options.as === 'relative' && from !== 0
  const amount = relative
    ? format(change / Math.abs(from), 'percent', language, { digits: digits ?? 2 })
    : share
      ? points(change * 100, language, digits)
      : format(change, kind, language, {
          digits: digits ?? 2,
          ...(kind === 'days' && Math.max(Math.abs(from), Math.abs(to)) >= 1 ? { scale: '' as const } : {})
        })
  return { direction: up ? 'up' : 'down', arrow: up ? '▲' : '▼', sign: up ? '+' : '−', tone, amount }
}

function points(change: number, language: Language, digits = 2): Shown {
  const shown = format(change, 'number', language, { digits })
  const word = language === 'zh' ? '个百分点' : shown.before === '1' ? 'point' : 'points'
  return { ...shown, after: `\u00a0${word}` }
}
