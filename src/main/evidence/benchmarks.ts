/** The benchmark suite: which of a plan's targets each benchmark measures, and the first rung of the path at which it would tell models apart. */
import * as z from 'zod'
import type { Output } from '../../shared/contract'
import type { Plan } from '../../shared/plan/schema'
import type { CatalogueRow } from '../catalogues'

const benchmark = z
  .object({
    id: z.string(),
    name: z.string(),
    category: z.enum(['diverse', 'multitask', 'maths', 'code', 'holistic']),
    discriminatesFrom: z.number().nullable(),
    measures: z.array(z.string()),
    link: z.string(),
    source: z.string(),
    asOf: z.string()
  })
  .transform(({ measures: capabilities, ...row }) => ({ ...row, capabilities }))
export type Benchmark = z.infer<typeof benchmark>

/** The rows of the catalogue; one that is not what it promises is a broken installation and throws. */
export const benchmarksOf = (rows: readonly CatalogueRow[]): Benchmark[] => rows.map((row) => benchmark.parse(row))

/** @param rungs sizes in parameters, ascending */
export const benchmarksFor = (benchmarks: readonly Benchmark[], { targets }: Pick<Plan, 'targets'>, rungs: readonly number[]): Output<'evidence.benchmarks'> =>
  benchmarks.map((each) => {
    const { capabilities, discriminatesFrom } = each
    const rung = discriminatesFrom === null ? -1 : rungs.findIndex((N) => N >= discriminatesFrom)
    return {
      ...each,
      targets: targets.flatMap(({ id, capability }) => (capability !== null && capabilities.includes(capability) ? [id] : [])),
      firstRung: rung < 0 ? null : { rung, N: rungs[rung]! }
    }
  })
