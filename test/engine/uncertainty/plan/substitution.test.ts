/** Every draw of a plan's simulation against the planner itself, asked about the plan with that draw's numbers written into it. */
import { describe, expect, it } from 'vitest'
import { marginal } from '../../../../src/main/engine/planner/belief'
import { settingOf } from '../../../../src/main/engine/planner/setting'
import { runAt, scaleAt } from '../../../../src/main/engine/run'
import { drawPlanOf } from '../../../../src/main/engine/uncertainty/draws/drawPlan'
import { SCALES } from '../../../../src/main/engine/uncertainty/monteCarlo/model'
import { inputFiller } from '../../../../src/main/engine/uncertainty/monteCarlo/simulateBlocks'
import { planModel } from '../../../../src/main/engine/uncertainty/plan/planModel'
import { isNoAnswer } from '../../../../src/shared/notes'
import { inputOf } from '../../../../src/shared/plan/inputs'
import { planSchema, type Plan, type PlanInput } from '../../../../src/shared/plan/schema'

const DRAWS = 64
const uniform = (input: string, low: number, high: number) => ({ input, distribution: { kind: 'uniform' as const, low, high } })

const targets: PlanInput['targets'] = [
  { id: 'n', critical: { low: 8e9, high: 20e9 }, benefit: { kind: 'usd', value: 5e7 }, floor: 0.05, ceiling: 0.95, wanted: 0.6 },
  { id: 'c', axis: 'C', link: 'logistic', critical: { low: 2e22, high: 9e22 }, benefit: { kind: 'usd', value: 5e7 }, shift: { factor: 0.8, reason: 'data' } },
  { id: 'e', axis: 'effective', link: 'shifted-weibull', critical: { low: 5e9, high: 9e9 }, benefit: { kind: 'usd', value: 5e7 } },
  { id: 'o', link: 'power-onset', critical: 6e9, benefit: { kind: 'usd', value: 1e7 } }
]
const everyCost = [
  uniform('peak', 5e14, 1e15),
  uniform('power', 500, 900),
  uniform('uptime', 0.7, 1),
  uniform('failedRuns', 0, 0.4),
  uniform('experiments', 0.1, 0.6),
  uniform('postTraining', 0, 0.2),
  uniform('evaluation', 0, 0.2),
  uniform('dataPrice', 1e3, 4e4),
  uniform('people', 2, 20),
  uniform('salary', 1e5, 4e5),
  uniform('fixedUsd', 0, 2e5),
  uniform('fixedDays', 0, 9),
  uniform('usdPerKwh', 0.05, 0.3),
  uniform('pue', 1.05, 1.5),
  uniform('serverMultiplier', 1.2, 2),
  uniform('averageLoad', 0.5, 0.9)
]
const everyThreshold = [
  uniform('steepness@n', 1, 5),
  uniform('floor@n', 0, 0.1),
  uniform('ceiling@n', 0.7, 1),
  uniform('shiftFactor@c', 0.5, 1.2),
  uniform('steepness@c', 2, 4),
  uniform('steepness@e', 1, 4),
  uniform('steepness@o', 0.5, 2)
]
const CASES: [string, Omit<PlanInput, 'targets'>][] = [
  ['price, MFU and thresholds alone', {}],
  ['every number of the cost model', { beliefs: everyCost, costs: { energy: { billed: true } } }],
  ['every number of the thresholds', { beliefs: everyThreshold }],
  [
    'a fixed ratio, k and unique tokens',
    {
      ratio: { kind: 'ratio', tokensPerParameter: 40 },
      limits: { uniqueTokens: 3e11, maxEpochs: 3 },
      beliefs: [uniform('flopPerParameterToken', 5.5, 7), uniform('uniqueTokens', 2e11, 2e12)]
    }
  ],
  ['fixed tokens', { ratio: { kind: 'fixedD', tokens: 8e11 }, limits: { uniqueTokens: 3e11 }, beliefs: [uniform('uniqueTokens', 5e10, 5e11)] }],
  ['an optimum that is no power law', { law: { id: 'kaplan-2020-nd' }, limits: { uniqueTokens: 8e11 }, beliefs: [uniform('uniqueTokens', 2e11, 2e12)] }]
]

describe('a draw gives what the planner gives for the plan with its numbers', () => {
  it.each(CASES)('%s', (_name, more) => {
    const plan = planSchema.parse({
      cluster: { mfu: { low: 0.3, high: 0.5 } },
      ...more,
      costs: { pricePerHourUsd: { low: 2, high: 4 }, ...more.costs },
      targets
    } satisfies PlanInput)
    const path = [4e9, 15e9]
    const made = planModel({ plan, path })
    if (isNoAnswer(made)) throw new Error(made.detail)
    const { model, places } = made
    expect(made.notes.filter(({ code }) => code === 'belief-without-effect')).toEqual([])
    const drawPlan = drawPlanOf({ method: 'plain', draws: DRAWS, seed: 3 }, model.inputs.length)
    if (isNoAnswer(drawPlan)) throw new Error(drawPlan.detail)
    const inputs = model.inputs.map(() => new Float64Array(DRAWS))
    const outputs = model.outputs.map(() => new Float64Array(DRAWS))
    inputFiller(model, drawPlan)(drawPlan.blocks[0]!, inputs)
    model.evaluate(inputs, outputs)
    let finite = 0
    for (let k = 0; k < DRAWS; k++) {
      const drawn = (name: string): number | undefined => {
        const at = model.inputs.findIndex((input) => input.name === name)
        return at < 0 ? undefined : inputs[at]![k]!
      }
      const shown = (place: number): number => SCALES[model.outputs[place]!.scale](outputs[place]![k]!)
      const here = withDraw(plan, drawn)
      const setting = settingOf(here)
      setting.wanted.forEach((wanted, i) => {
        const { N, D, C, usd, days, reachedBy } = places.targets[i]!
        if (wanted.N !== null) {
          finite++
          const run = runAt(setting.model, wanted.N)
          for (const [place, value] of [
            [N, run.N],
            [D, run.D],
            [C, run.C],
            [usd, run.usd],
            [days, run.days]
          ] as const)
            expect(shown(place) / value, `${model.outputs[place]!.name}, draw ${k}`).toBeCloseTo(1, 6)
        } else expect([0, Infinity]).toContain(shown(N))
        const u = drawn(`threshold@${wanted.target.id}`)!
        reachedBy.forEach((place, r) => {
          const F = marginal(wanted.belief, scaleAt(setting.model, wanted.target.axis, path[r]!)!)
          if (Math.abs(F - u) > 1e-6) expect(shown(place), `${model.outputs[place]!.name}, draw ${k}`).toBe(u < F ? 1 : 0)
        })
      })
      const runs = path.map((N) => runAt(setting.model, N))
      const bought = Math.min(runs[0]!.usdParts.data, runs[1]!.usdParts.data)
      expect(shown(places.path!.committedUsd) / (runs[0]!.usd + runs[1]!.usd - bought)).toBeCloseTo(1, 9)
      expect(shown(places.path!.committedDays) / (runs[0]!.days + runs[1]!.days)).toBeCloseTo(1, 9)
      const stopsEarly = shown(places.path!.allBy[0]!) === 1
      expect(shown(places.path!.usd) / (stopsEarly ? runs[0]!.usd : runs[0]!.usd + runs[1]!.usd - bought)).toBeCloseTo(1, 9)
    }
    expect(finite).toBeGreaterThan(DRAWS)
  })
})

/** The plan with a draw's numbers: the beliefs by the registry, price and MFU exactly, critical scales where the draw puts them. */
function withDraw(plan: Plan, drawn: (name: string) => number | undefined): Plan {
  const bare: Plan = { ...plan, beliefs: [] }
  const believed = plan.beliefs.reduce((changed, { input }) => inputOf(changed, input)!.write(changed, drawn(input)!), bare)
  const { targets: now, decision } = believed
  const g = drawn('common factor') ?? 0
  return {
    ...believed,
    cluster: { ...believed.cluster, mfu: drawn('mfu')! },
    costs: { ...believed.costs, pricePerHourUsd: drawn('price')! },
    targets: now.map((target) => {
      if (typeof target.critical === 'number') return target
      const { low, high } = target.critical
      const y = Math.sqrt(decision.correlation) * g + Math.sqrt(1 - decision.correlation) * drawn(`critical@${target.id}`)!
      return { ...target, critical: Math.sqrt(low * high!) * Math.exp((Math.log(high! / low) / 3.289707253902945) * y) }
    })
  }
}
