/** The host's answer about what drives an outcome, as the rows and sentences of the screen. */
import { inputOf } from '../../../../shared/plan/inputs'
import type { Plan } from '../../../../shared/plan/schema'
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import type { Language, Messages } from '../../../../shared/text/messages'
import { nameOfTarget } from '../../../../shared/text/names'
import type { Driver } from '../../figures/tornado/view'
import { inputName } from '../../state/naming'
import type { Sensitivity, TornadoBar } from '../../state/sensitivity.svelte'

type Side = NonNullable<Sensitivity['switches']>[number]['low']
export interface Reader {
  readonly text: Messages
  readonly language: Language
}

/** Name of an input, with its target where it belongs to one. */
export function driverName(plan: Plan, id: string, { text, language }: Reader): string {
  const input = inputOf(plan, id)
  if (input === null) return id
  const name = inputName(input, text)
  return input.target === null ? name : fill(text.screen.drives.ofTarget, { input: name, target: nameOfTarget(plan, input.target, text).short }, language)
}

const moves = ({ low, high, length }: TornadoBar): boolean => length === null || length > 0 || (low !== null && high !== null && low !== high)

/** Rows of the inputs that move the outcome, in the host's order; and the names of those that do not. */
export function driversOf(answer: Sensitivity, plan: Plan, reader: Reader): { drivers: Driver[]; exact: Driver[]; idle: string[] } {
  const words = switchWords(answer, plan, reader)
  const row = (bar: TornadoBar): Driver => {
    const share = answer.shares.find(({ input, kind }) => kind === 'input' && input === bar.input)
    return {
      input: bar.input,
      name: driverName(plan, bar.input, reader),
      kind: bar.kind,
      at: bar.at,
      low: bar.low,
      high: bar.high,
      held: bar.held,
      share: share ? { first: share.first, total: share.total } : null,
      switches: (answer.switches ?? []).flatMap(({ input, value, low, high }, i) =>
        input === bar.input ? [{ value, low: low.outcome, high: high.outcome, words: words[i]!.words }] : []
      )
    }
  }
  // A bar whose ends are both at the base by rounding is no bar, but an input that switches the path is named even so.
  const counts = (bar: TornadoBar): boolean => moves(bar) || (bar.held !== null && bar.held.low !== bar.held.high)
  return {
    drivers: answer.tornado.filter(counts).map(row),
    exact: (answer.exact?.bars ?? []).filter(counts).map(row),
    idle: answer.tornado.filter((bar) => !counts(bar)).map((bar) => driverName(plan, bar.input, reader))
  }
}

const LEAST_SHARE = 0.005

/** What the variance rests on beside the inputs: what the links leave open, and what all thresholds share. Empty when that is next to nothing. */
export function besideInputs(answer: Sensitivity, plan: Plan, { text, language }: Reader): string {
  const texts = text.screen.drives
  const parts = answer.shares
    .filter(({ kind, total }) => kind !== 'input' && total >= LEAST_SHARE)
    .map(({ kind, input, total }) => {
      const share = formatText(total, 'probability', language)
      if (kind === 'commonFactor') return fill(texts.commonFactor, { share }, language)
      if (kind === 'law') return fill(texts.law, { share }, language)
      return fill(texts.residual, { share, target: nameOfTarget(plan, input.slice(input.indexOf('@') + 1), text).short }, language)
    })
  return parts.length === 0 ? '' : fill(texts.beside, { parts: parts.join(texts.switches.list) }, language)
}

export interface SwitchWords {
  readonly input: string
  readonly words: string
}

/** Each value at which the path changes, with what is different on its two sides. */
export function switchWords(answer: Sensitivity, plan: Plan, reader: Reader): SwitchWords[] {
  const { text, language } = reader
  const texts = text.screen.drives.switches
  const names = (ids: readonly string[]): string => ids.map((id) => nameOfTarget(plan, id, text).short).join(texts.list)
  const limits = (side: Side): string => side.binding.map((limit) => text.screen.frontier.limits[limit].toLowerCase()).join(texts.list)
  const runs = (side: Side): string =>
    side.sizes.length === 0 ? texts.nothing : side.sizes.length === 1 ? texts.oneRun : fill(texts.runs, { n: side.sizes.length }, language)
  /** What one side has that the other has not. */
  const facts = (changes: readonly string[], side: Side, other: Side): string => {
    if (side.sizes.length === 0) return texts.nothing
    const said: string[] = []
    if (changes.includes('nothing') || changes.includes('rungs')) said.push(runs(side))
    if (changes.includes('reached')) {
      const own = side.reached.filter((id) => !other.reached.includes(id))
      const lost = other.reached.filter((id) => !side.reached.includes(id))
      if (own.length > 0) said.push(fill(texts.reaches, { names: names(own) }, language))
      else if (lost.length > 0) said.push(fill(texts.misses, { names: names(lost) }, language))
    }
    if (changes.includes('binding')) said.push(side.binding.length === 0 ? texts.bindsNone : fill(texts.binds, { limits: limits(side) }, language))
    return said.join(texts.list)
  }
  return (answer.switches ?? []).map(({ input, kind, value, changes, low, high }) => ({
    input,
    words: fill(
      texts.point,
      {
        value: formatText(value, kind, language),
        low: facts(changes, low, high),
        high: facts(changes, high, low)
      },
      language
    )
  }))
}
