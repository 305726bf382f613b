/** On public results that stand beside the project; they are not part of it. `UPDATE_DOCS=1 npx vitest run reference` writes the tables of docs/mirage-check.md anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { isNoAnswer } from '../../../src/shared/notes'
import { analyze, type Analysis, type Row } from './ask'

const folder = new URL('../../../../shared/reference/data/', import.meta.url)
const document = new URL('../../../docs/mirage-check.md', import.meta.url)

function table(name: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(new URL(name, folder), 'utf8').trim().split(/\r?\n/)
  const columns = head!.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i]!, cell])))
}
const number = (cell: string | undefined): number | null => (cell === undefined || cell === '' || !Number.isFinite(Number(cell)) ? null : Number(cell))

/** The least-squares fit of a Weibull with free floor and ceiling by SciPy: RMSE on N over RMSE on C, as reference-numbers.md gives the range 1.5 to 2.9. */
const RATIOS = {
  parsinlu_qa_2_acc: 2.64,
  word_unscrambling_2_exact_match: 2.81,
  ipa_transliterate_2_exact_match: 1.49,
  ipa_transliterate_2_bleu: 1.72,
  arithmetic_3ds_2_acc: 2.22,
  arithmetic_3da_2_acc: 1.81,
  arithmetic_2dm_2_acc: 1.95,
  arithmetic_2da_2_acc: 1.5
} as const

describe.skipIf(!existsSync(folder))('emergent metrics of real models (needs the published results beside the project)', () => {
  let analysis: Analysis
  beforeAll(async () => {
    const models = new Map(table('obsscaling_benchmarks.csv').map((row) => [row.Model!, row]))
    const observations = table('obsscaling_emergent.csv').flatMap((row): Row[] => {
      const model = models.get(row.Model!)
      const [size, compute] = [number(model?.['Model Size (B)']), number(model?.['FLOPs (1E21)'])]
      return Object.keys(RATIOS).map((metric) => ({
        model: row.Model!,
        family: model?.['Model Family'] ?? null,
        N: size === null ? null : size * 1e9,
        C: compute === null ? null : compute * 1e21,
        metric,
        score: number(row[metric])
      }))
    })
    analysis = await analyze({ observations })
  })

  test.each(Object.entries(RATIOS))('%s: the fit on C beats the fit on N by %d in RMSE, as in SciPy, and the product says so', (metric, ratio) => {
    const { scales } = analysis.analyses.find((each) => each.metric.name === metric)!
    expect(scales).toMatchObject({ better: 'C', note: { code: 'scales-compared' } })
    expect(Math.abs(scales!.ratio - ratio), `${scales!.ratio}`).toBeLessThan(0.006)
  })

  test('compute is the scale without being asked, and models of 17 and more families are known to scatter together', () => {
    expect(analysis.scale).toBe('C')
    for (const { test: each } of analysis.analyses) expect(isNoAnswer(each.linear) ? 0 : each.linear.clustered!.families).toBeGreaterThanOrEqual(17)
  })
})

describe.skipIf(!existsSync(folder))('the mirage check on the OLMo ladder (needs the published results beside the project)', () => {
  const observations = (): Row[] =>
    table('olmo_ladder_final_long.csv')
      .filter(({ metric }) => metric !== 'cross_entropy')
      .map((row) => ({ task: row.task!, model: row.run!, N: number(row.params), D: number(row.tokens), metric: row.metric!, score: number(row.value) }))

  test.each(['C', 'N'] as const)(
    'on %s it gives the table of docs/mirage-check.md, for every task that has both kinds of metric',
    async (scale) => {
      const analysis = await analyze({ observations: observations(), scale, replicates: 999 })
      const both = analysis.tasks.filter(({ mirage }) => mirage.discontinuous.length > 0 && mirage.continuous.length > 0)
      expect(both).toHaveLength(20)
      const lines = markdown(both)
      const [before, after] = [`<!-- table on ${scale} -->\n\n`, `\n\n<!-- end of table on ${scale} -->`]
      const text = readFileSync(document, 'utf8')
      const [head, rest] = text.split(before)
      const [written, tail] = rest!.split(after)
      if (process.env.UPDATE_DOCS !== undefined) writeFileSync(document, head! + before + lines + after + tail!)
      else expect(cells(lines)).toEqual(cells(written!))
    },
    60_000
  )
})

function markdown(tasks: Analysis['tasks']): string {
  const found = ({ finding, widthDecades, p }: Analysis['mirage']['discontinuous'][number]): string =>
    widthDecades === null || p === null ? finding : `${finding}, ${widthDecades.toPrecision(2)} (${p === 1 ? '1' : p.toPrecision(2)})`
  const metrics = ['bpb', 'soft', 'soft_log']
  const rows = tasks.map(({ task, mirage, verdict }) => {
    const accuracy = mirage.discontinuous[0]!
    const continuous = metrics.map((metric) => found(mirage.continuous.find((each) => each.metric === metric)!))
    return [task!.replace('_5shot', ''), accuracy.metric, found(accuracy), ...continuous, mirage.result, verdict.label]
  })
  const head = ['task', 'discontinuous', '', ...metrics, 'check', 'verdict']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** What a table says, whatever its padding. */
const cells = (lines: string): string[][] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replace(/^-+$/, '-')))
