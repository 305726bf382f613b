/** Which inputs may give way to a pinned outcome; the first is offered unless the person chooses another. */
import type { Pinnable, Variable } from '../../../shared/plan/outcomes'

export const GIVES_WAY: Readonly<Record<Pinnable, readonly [Variable, ...Variable[]]>> = {
  'run.N': ['wanted', 'tokensPerParameter'],
  'run.D': ['tokensPerParameter', 'wanted'],
  'run.C': ['wanted', 'tokensPerParameter'],
  'run.usd': ['wanted', 'price', 'mfu', 'tokensPerParameter'],
  'run.days': ['accelerators', 'mfu', 'wanted', 'tokensPerParameter'],
  'path.usd': ['budget', 'price', 'mfu', 'wanted', 'tokensPerParameter'],
  'path.days': ['accelerators', 'mfu', 'deadline', 'wanted', 'tokensPerParameter'],
  'path.all': ['budget', 'deadline', 'price', 'mfu', 'wanted']
}
