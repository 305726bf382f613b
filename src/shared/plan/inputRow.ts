/** One row of the registry becomes an `Input`: reading and writing by path, ranges kept in shape, reset to the source. */
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

/** Builds the input of a row; `path` may depend on the plan (targets are found by id, not by place). */
export function inputFrom(id: InputId, key: Input['key'], row: Row, target: string | null = null, path: (plan: Plan) => string = () => row.path): Input {
  const typed = row.typed ?? ((plan: Plan): InputValue => (fieldAt(plan, path(plan)) ?? null) as InputValue)
  const write = row.write ?? ((plan: Plan, value: InputValue): Plan => withField(plan, path(plan), value))
  const source = (plan: Plan, sources: Sources = {}): Source | null => (typeof row.source === 'function' ? row.source(plan, sources) : (row.source ?? null))
  return {
    id,
    key,
    kind: row.kind,
    rule: row.rule,
    slider: row.slider ?? null,
    target,
    path,
    typed,
    write,
    get: (plan) => medianOf(typed(plan)),
    set: (plan, value) => write(plan, moved(typed(plan), value)),
    source,
    reset: (plan, sources) => {
      if (row.reset) return row.reset(plan)
      const from = source(plan, sources)
      return from === null ? plan : write(plan, from.value)
    }
  }
}
