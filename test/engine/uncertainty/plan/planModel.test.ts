import { describe, expect, it } from 'vitest'
import { randomStream } from '../../../../src/main/engine/numeric/random'
import { chancesAt } from '../../../../src/main/engine/planner/chances'
import { poseProblem } from '../../../../src/main/engine/planner/pathProblem'
import { pathValue } from '../../../../src/main/engine/planner/pathValue'
import { planPath } from '../../../../src/main/engine/planner/recommendedPath'
import { settingOf } from '../../../../src/main/engine/planner/setting'
import { runColumns } from '../../../../src/main/engine/run'
import type { Simulation } from '../../../../src/main/engine/uncertainty/monteCarlo/simulation'
import { simulate, type SimulationRequest } from '../../../../src/main/engine/uncertainty/monteCarlo/simulation'
import { planModel, type PlanModel } from '../../../../src/main/engine/uncertainty/plan/planModel'
import { isNoAnswer } from '../../../../src/shared/notes'
import { planSchema, type Plan, type PlanInput } from '../../../../src/shared/plan/schema'
import { LINK_IDS } from '../../../../src/shared/plan/targetSchema'

const compiled = (plan: Plan, path: readonly number[] = planPath(settingOf(plan), false).path.rungs.map(({ run }) => run.N)): PlanModel => {
  const made = planModel({ plan, path })
  if (isNoAnswer(made)) throw new Error(made.detail)
  return made
}
const PERCENTILES = [0.05, 0.25, 0.5, 0.75, 0.95]
const run = ({ model }: PlanModel, request: Partial<SimulationRequest> = {}): Simulation => {
  const done = simulate(model, { method: 'plain', draws: 8000, seed: 7, probabilities: PERCENTILES, ...request })
  if (isNoAnswer(done)) throw new Error(done.detail)
  return done
}

/** Plans of one to five targets on both axes, every link, ranges, mixtures, floors and ceilings; without serving and without discounting, so that means are those of the planner. */
function randomPlan(seed: number): Plan {
  const random = randomStream(20_261_125, seed)
  const between = (low: number, high: number): number => low * (high / low) ** random.uniform()
  const critical = (low: number, high: number): number | { low: number; high: number } => {
    const at = between(low, high)
    return random.uniform() < 0.25 ? at : { low: at / between(1.1, 3), high: at * between(1.1, 3) }
  }
  const targets = Array.from({ length: 1 + Math.floor(5 * random.uniform()) }, (_, i): PlanInput['targets'][number] => {
    const axis = random.uniform() < 0.7 ? 'N' : 'C'
    const [low, high] = axis === 'N' ? [1e9, 1e11] : [1e21, 1e25]
    const bounded = random.uniform() < 0.3
    return {
      id: `t${i}`,
      axis,
      link: LINK_IDS[Math.floor(LINK_IDS.length * random.uniform())]!,
      critical: critical(low, high),
      criticalMeans: random.uniform() < 0.5 ? 'scale' : 'p50',
      entries:
        random.uniform() < 0.25
          ? [
              { axis, critical: critical(low, high) },
              { axis, critical: critical(low, high), means: 'p50' }
            ]
          : [],
      steepness: between(0.7, 6),
      ...(bounded ? { floor: 0.1 * random.uniform(), ceiling: 1 - 0.2 * random.uniform() } : {}),
      wanted: 0.3 + 0.45 * random.uniform(),
      benefit: { kind: 'usd', value: between(1e7, 1e9), per: random.uniform() < 0.5 ? 'once' : 'year' }
    }
  })
  return planSchema.parse({
    targets,
    ratio: random.uniform() < 0.5 ? { kind: 'optimal' } : { kind: 'ratio', tokensPerParameter: between(10, 200) },
    cluster: { mfu: random.uniform() < 0.5 ? 0.4 : { low: 0.3, high: 0.5 } },
    costs: {
      pricePerHourUsd: { low: 2, high: 4 },
      fixedUsdPerRun: random.uniform() < 0.5 ? 1e5 : 0,
      dataUsdPerTrillionTokens: random.uniform() < 0.5 ? 2e4 : 0
    },
    limits: {
      uniqueTokens: random.uniform() < 0.3 ? between(1e11, 3e12) : null,
      largestStep: random.uniform() < 0.5 ? { factor: 4, lastTrainedN: 7e9 } : null
    },
    decision: { correlation: [0, 0.3, 0.7, 1][Math.floor(4 * random.uniform())]! }
  } satisfies PlanInput)
}

/** One to four runs of a path, from among the critical sizes of the targets: any will do, and looking for the best ones takes longer than simulating them. */
function randomSizes(seed: number): number[] {
  const random = randomStream(20_261_128, seed)
  return Array.from({ length: 1 + Math.floor(4 * random.uniform()) }, () => 1e9 * 300 ** random.uniform()).sort((a, b) => a - b)
}

describe('a simulated plan', () => {
  it('agrees with the planner’s quadrature for P(each) and P(all) on 50 random plans, plain draws, within 4.5 standard errors', () => {
    const draws = 5000
    let worst = 0
    for (let seed = 0; seed < 50; seed++) {
      const plan = randomPlan(seed)
      const setting = settingOf(plan)
      const path = randomSizes(seed)
      const { each, all } = chancesAt(plan, setting.model, setting.wanted, runColumns(setting.model, Float64Array.from(path)), setting.observed)
      const made = compiled(plan, path)
      const { outputs } = run(made, { draws, seed: 1000 + seed }).summary()
      const compare = (output: number, P: number): void => {
        const deviations = Math.abs(outputs[output]!.mean!.value! - P) / Math.sqrt(Math.max(P * (1 - P), 1 / draws) / draws)
        worst = Math.max(worst, deviations)
        expect(deviations, `${outputs[output]!.name} of plan ${seed}: ${outputs[output]!.mean!.value} and ${P}`).toBeLessThan(4.5)
      }
      path.forEach((_N, r) => {
        made.places.targets.forEach(({ reachedBy }, i) => compare(reachedBy[r]!, each[i]![r]!))
        compare(made.places.path!.allBy[r]!, all[r]!)
        // max(0, ΣF − n + 1) ≤ H ≤ min F holds draw by draw, so exactly.
        const P = made.places.targets.map(({ reachedBy }) => outputs[reachedBy[r]!]!.mean!.value!)
        const H = outputs[made.places.path!.allBy[r]!]!.mean!.value!
        expect(H).toBeLessThanOrEqual(Math.min(...P) + 1e-12)
        expect(H).toBeGreaterThanOrEqual(P.reduce((sum, p) => sum + p, 0) - P.length + 1 - 1e-12)
      })
    }
    console.log(`largest deviation: ${worst.toFixed(2)} standard errors`)
  }, 120_000)

  it('is worth on average what the planner computes, and costs what it expects', () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = randomPlan(seed)
      const plan: Plan = { ...random, cluster: { ...random.cluster, mfu: 0.4 } }
      const setting = settingOf(plan)
      const sizes = Float64Array.from(randomSizes(seed))
      const { problem } = poseProblem(setting, sizes)
      const value = pathValue(problem, [...sizes.keys()])
      const made = compiled(plan, [...sizes])
      const { outputs } = run(made, { seed: 5000 + seed }).summary()
      const compare = (output: number, exact: number): void => {
        const { value: mean, standardError } = outputs[output]!.mean!
        expect(Math.abs(mean! - exact), `${outputs[output]!.name} of plan ${seed}: ${mean} and ${exact}`).toBeLessThan(
          // What happens once in more draws than there are shows in no scatter (rule of three).
          4.5 * standardError! + (3 / 8000) * Math.abs(exact)
        )
      }
      const places = made.places.path!
      compare(places.value, value.expected)
      compare(places.committedValue, value.committed)
      compare(places.committedUsd, value.usd)
      compare(places.committedDays, value.years * 365.25)
    }
  }, 120_000)
})
