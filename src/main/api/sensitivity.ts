/** planner.sensitivity of the contract: bars, shares and switch points side by side on the workers, each told as it is done. */
import type { Item, Output } from '../../shared/contract'
import type { TornadoBar } from '../../shared/contract/sensitivity'
import { isNoAnswer, note, type NoAnswer } from '../../shared/notes'
import { defaultNotes } from '../../shared/plan/complete'
import { kindOfOutcome } from '../../shared/plan/outcomes'
import { outcomesOf } from '../engine/planner/outcomes'
import { planModel } from '../engine/uncertainty/plan/planModel'
import { questionOf } from '../engine/uncertainty/plan/question'
import { uncertainInputs } from '../engine/uncertainty/plan/uncertainInputs'
import { exactInputs, type Move } from '../engine/uncertainty/sensitivity/movedInputs'
import type { QuantityShares } from '../engine/uncertainty/sensitivity/quantityShares'
import type { Switches } from '../engine/uncertainty/sensitivity/switchPoints'
import { longestFirst, type TornadoQuestion } from '../engine/uncertainty/sensitivity/tornado'
import { beliefNotes, riskNotes } from '../engine/warnings'
import type { TaskContext, TaskRunner } from '../workers/taskRunner'
import type { Api } from './implementation'
import { inTurn } from './inTurn'

/** How far inputs that are exact are moved, for a bar and for switch points; and the probabilities between which switch points of the others are looked for. */
const SHARE = 0.2
const WIDER: Move = { share: 0.5 }
const NEARLY_ALL: Move = { range: { low: 0.01, high: 0.99 } }

type Told = Item<'planner.sensitivity'>
type Answer = Exclude<Output<'planner.sensitivity'>, NoAnswer>

export const sensitivityApi = (tasks: TaskRunner): Pick<Api, 'planner.sensitivity'> => ({
  'planner.sensitivity': async ({ plan: given, quantity, seed = given.seed, draws, range, exact, shares, switches }, { signal, emit }, typed) => {
    const { nothing, notes, plan, path } = questionOf(given)
    const uncertain = uncertainInputs(plan)
    if (isNoAnswer(uncertain)) return uncertain
    const made = planModel({ plan, path })
    if (isNoAnswer(made)) return made
    const question: TornadoQuestion = { plan, quantity, path, nothing }
    const tell = (item: Pick<Told, 'stage' | 'done' | 'total'> & Partial<Told>): void => emit({ bar: null, switches: null, ...item })
    const context: TaskContext = { signal, emit: () => undefined }

    const bars = (stage: 'tornado' | 'exact', move: Move, total: number): Promise<TornadoBar[]> => {
      let done = 0
      return inTurn(
        Array.from({ length: total }, (_, at) => at),
        tasks.parallelism,
        async (at) => {
          const bar = await tasks.run('tornadoBar', { question, move, at }, context)
          tell({ stage, done: ++done, total, bar })
          return bar
        }
      )
    }
    const shared = async (): Promise<QuantityShares | NoAnswer> => {
      const told = (item: unknown): void => tell({ stage: 'shares', ...(item as { done: number; total: number }) })
      return tasks.run('quantityShares', { parameters: { plan, path }, quantity, request: { method: 'sobol', draws, seed } }, { signal, emit: told })
    }
    const switching = async (parts: readonly { move: Move; at: number }[]): Promise<Switches[]> => {
      let done = 0
      return inTurn(parts, tasks.parallelism, async (part) => {
        const found = await tasks.run('switchPoints', { question, ...part }, context)
        tell({ stage: 'switches', done: ++done, total: parts.length, switches: found.points })
        return found
      })
    }
    const places = (move: Move, count: number) => Array.from({ length: count }, (_, at) => ({ move, at }))

    const exactly = exact ? exactInputs(plan, uncertain, SHARE) : null
    const [believed, ofVariance, byShare] = await Promise.all([
      bars('tornado', { range }, uncertain.length),
      shares ? shared() : null,
      exactly === null ? null : bars('exact', { share: SHARE }, exactly.moved.length)
    ])
    const moves = [...places(NEARLY_ALL, uncertain.length), ...places(WIDER, exactly?.moved.length ?? 0)]
    const found = switches ? await switching(moves) : null
    const base = outcomesOf(plan)(quantity)
    return {
      quantity,
      kind: kindOfOutcome(quantity),
      base: typeof base === 'number' ? base : null,
      reason: typeof base === 'number' ? null : base,
      held: [...path],
      tornado: longestFirst(believed),
      exact: byShare && exactly && { ...byEffect(byShare), atZero: exactly.atZero },
      ...sharesOut(ofVariance, seed),
      switches: found && found.flatMap(({ points }) => points),
      solved: found?.reduce((sum, { solved }) => sum + solved, 0) ?? 0,
      warnings: [
        ...defaultNotes(typed.plan, given),
        ...notes,
        ...made.setting.soFar.notes,
        ...made.notes,
        ...(made.setting.observed === null ? [] : [note('sensitivity-before-results', {}, 'actuals')]),
        ...beliefNotes(made.setting),
        ...riskNotes(made.setting, { risk: null }),
        ...(uncertain.length === 0 ? [note('sensitivity-nothing-believed')] : []),
        ...(found?.some(({ cut }) => cut) === true ? [note('switches-cut')] : [])
      ]
    }
  }
})

/** Exact inputs that move the outcome, longest bar first; the others by name. */
function byEffect(bars: readonly TornadoBar[]): { bars: TornadoBar[]; withoutEffect: string[] } {
  const moves = ({ length, held }: TornadoBar): boolean => length !== 0 || (held !== null && held.low !== held.high)
  return { bars: longestFirst(bars.filter(moves)), withoutEffect: bars.filter((bar) => !moves(bar)).map(({ input }) => input) }
}

function sharesOut(found: QuantityShares | NoAnswer | null, seed: number): Pick<Answer, 'shares' | 'noShares' | 'variance'> {
  if (found === null || isNoAnswer(found)) return { shares: [], noShares: found, variance: null }
  const { factors, of, mean, variance, evaluations } = found
  return {
    shares: factors
      .map(({ inputs, first, total }) => ({
        input: inputs.join(', '),
        kind: kindOfFactor(inputs[0]!),
        first: first.value,
        total: total.value,
        errors: { first: first.standardError, total: total.standardError }
      }))
      .sort((a, b) => b.total - a.total),
    noShares: null,
    variance: { of, mean, variance, draws: evaluations / (factors.length + 2), evaluations, seed }
  }
}

const kindOfFactor = (name: string): Answer['shares'][number]['kind'] =>
  name === 'common factor' ? 'commonFactor' : name === 'law' ? 'law' : name.startsWith('threshold@') ? 'residual' : 'input'
