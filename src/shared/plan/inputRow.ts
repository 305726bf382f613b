/** One row of the registry becomes an `Input`: reading and writing by path, ranges kept in shape, reset to the source. */
import { beliefAbout, movedBelief, shownRange, typedRange, withBelief } from './beliefs'
import type { Belief } from './rules'
import { fieldAt, withField } from './field'
import type { Input, InputId, InputValue, Slider, Source, Sources } from './inputs'
import type { Plan } from './schema'
import type { ParseRule } from '../text/parse'
import type { Kind } from '../text/units'

export interface Row {
  path: string
  kind: Kind
  rule: ParseRule
  /** True where the planner chooses the number: it is exact, whatever is uncertain. */
  chosen?: boolean
  slider?: Slider
  source?: Source | ((plan: Plan, sources: Sources) => Source | null)
  /** Where reading and writing is more than one field. */
  typed?: (plan: Plan) => InputValue
  write?: (plan: Plan, value: InputValue) => Plan
  reset?: (plan: Plan) => Plan
}

/** The middle of a belief: √(low·high); of an open range [low, 3·low]. */
export function medianOf(value: Belief | InputValue): number | null {
  if (value === null || typeof value === 'number') return value
  return Math.sqrt(value.low * (value.high ?? 3 * value.low))
}

/** A belief moved as a whole so that its median is `median`: the ratio of its ends stays. An open range stays open. */
export function moved(value: InputValue, median: number): InputValue {
  if (value === null || typeof value === 'number') return median
  const factor = median / (medianOf(value) ?? median)
  return { low: value.low * factor, high: value.high === null ? null : value.high * factor }
}

/** Where a row's input stands in a plan: its field, and the name of beliefs about it. Targets are found by id, not by place. */
interface Place {
  target?: string | null
  path?: (plan: Plan) => string
  beliefId?: (plan: Plan) => string | null
}

/** Builds the input of a row. */
export function inputFrom(id: InputId, key: Input['key'], row: Row, { target = null, path = () => row.path, beliefId = () => id }: Place = {}): Input {
  const ownRange = row.rule.range === true
  const read = row.typed ?? ((plan: Plan): InputValue => (fieldAt(plan, path(plan)) ?? null) as InputValue)
  const put = row.write ?? ((plan: Plan, value: InputValue): Plan => withField(plan, path(plan), value))
  const source = (plan: Plan, sources: Sources = {}): Source | null => (typeof row.source === 'function' ? row.source(plan, sources) : (row.source ?? null))
  const without = (plan: Plan): Plan => {
    const name = beliefId(plan)
    return ownRange || name === null ? plan : withBelief(plan, name, null)
  }
  const write = (plan: Plan, value: InputValue): Plan => {
    const name = beliefId(plan)
    if (ownRange || name === null || value === null || typeof value === 'number' || value.high === null) return put(without(plan), value)
    const { distribution, median } = typedRange({ low: value.low, high: value.high }, row.rule.whole)
    return withBelief(put(plan, median), name, distribution)
  }
  const slide = (plan: Plan, value: number): Plan => {
    if (ownRange) return put(plan, moved(read(plan), value))
    const name = beliefId(plan)
    const belief = beliefAbout(plan, name)
    const from = medianOf(read(plan))
    const to = belief === null || name === null || from === null ? null : movedBelief(belief, from, value, row.rule)
    return to === null ? write(plan, value) : withBelief(put(plan, row.rule.whole ? Math.round(to.median) : to.median), name!, to.distribution)
  }
  return {
    id,
    key,
    kind: row.kind,
    // Whatever is not chosen may be typed as a range.
    rule: row.chosen ? row.rule : { ...row.rule, range: true },
    chosen: row.chosen ?? false,
    slider: row.slider ?? null,
    target,
    ownRange,
    beliefId: (plan) => (ownRange ? null : beliefId(plan)),
    path,
    typed: (plan) => (ownRange || read(plan) === null ? read(plan) : (shownRange(beliefAbout(plan, beliefId(plan))) ?? read(plan))),
    write,
    get: (plan) => medianOf(read(plan)),
    set: slide,
    source,
    reset: (plan, sources) => {
      if (row.reset) return row.reset(without(plan))
      const from = source(plan, sources)
      return from === null ? plan : write(plan, from.value)
    }
  }
}
