/** The base behind a scenario: in every figure of what the plan changes, in its table, its sheet and its sentence. */
import { beforeAll, describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/main/engine/evaluate'
import { linkViewOf } from '../../../src/main/engine/planner/linkView'
import { bars } from '../../../src/renderer/src/figures/bars/bars'
import { barSheet, barTables } from '../../../src/renderer/src/figures/bars/table'
import { sheetOf } from '../../../src/renderer/src/figures/chart/table'
import { calendar } from '../../../src/renderer/src/figures/costs/calendar'
import { ladder } from '../../../src/renderer/src/figures/path/ladder'
import { linkChart } from '../../../src/renderer/src/figures/targets/link'
import { runOfBase } from '../../../src/renderer/src/state/costQuestions'
import type { Outcome } from '../../../src/shared/outcome'
import { planSchema, type PlanInput } from '../../../src/shared/plan/schema'
import { messages } from '../../../src/shared/text/messages'
import { measure, theme } from './drawn'

const planOf = (limits: PlanInput['limits'] = {}) =>
  planSchema.parse({
    targets: [
      { id: 'small', critical: 8e9, link: 'step', benefit: { kind: 'usd', value: 2e6 } },
      { id: 'large', critical: 40e9, link: 'step', benefit: { kind: 'usd', value: 2e7 } }
    ],
    limits: { budgetUsd: 2e7, deadlineDays: 200, ...limits }
  })
const outcomeOf = (limits: PlanInput['limits']): Outcome => evaluate(planOf(limits), { today: '2026-11', models: [] }, { audit: false, risk: null })
let base: Outcome
let scenario: Outcome
beforeAll(() => {
  base = outcomeOf({ largestStep: { factor: 5, lastTrainedN: 2e9 } })
  scenario = outcomeOf({ budgetUsd: 1e7 })
})

describe('the ladder', () => {
  const text = messages.en.screen.pathScreen
  const spec = (behind: Outcome | null, of = scenario) => ladder(of, { over: 'usd', names: (id) => id, gain: '', base: behind }, text, 'en')!
  const series = (behind: Outcome | null) => spec(behind).panels[0]!.series

  it('has the stairs of the base behind, dashed, and its budget where that is another', () => {
    expect(series(null).map(({ id }) => id)).toEqual(['path'])
    expect(series(base).map(({ id }) => id)).toEqual(['base', 'path'])
    expect(series(base)[0]).toMatchObject({ y: base.path.rungs.flatMap(({ run }) => [run.N, run.N]), dash: '5px,4px' })
    expect(
      spec(base)
        .panels[0]!.rules!.filter(({ axis }) => axis === 'x')
        .map(({ at }) => at)
    ).toEqual([1e7, 2e7])
    expect(spec(base, base).panels[0]!.rules!.filter(({ label }) => label.startsWith('Base'))).toEqual([])
  })
  it('says them, and keeps them in the sheet', () => {
    expect(spec(base).sentence).toContain(' Base: ')
    expect(spec({ ...base, path: { ...base.path, rungs: [] } }).sentence).toContain('In the base no run is planned.')
    expect(sheetOf(spec(base)).filter(([name]) => name === 'Base')).toHaveLength(2 * base.path.rungs.length)
  })
})

describe('the calendar', () => {
  const spec = (of: Outcome, behind: Outcome | null) => calendar(of, behind, messages.en.screen.costs, 'en')!

  it('has a run of the base under each of the scenario, and those that only the base makes', () => {
    expect(base.path.rungs.length).toBeGreaterThan(scenario.path.rungs.length)
    const { rows } = spec(scenario, base)
    expect(rows.map(({ ghost }) => ghost)).toEqual(base.path.rungs.map(({ startDays, endDays }) => ({ name: 'Base', from: startDays, to: endDays })))
    expect(rows.slice(scenario.path.rungs.length).every(({ stretches }) => stretches.length === 0)).toBe(true)
    expect(spec(scenario, null).rows.every(({ ghost }) => ghost === undefined)).toBe(true)
  })
  it('draws them within the figure, and tells them apart in table and sheet', () => {
    const figure = spec(scenario, base)
    const dashed = bars(figure, { theme, measure, width: 640, height: 200 }).marks.flatMap((mark) =>
      mark.kind === 'path' && mark.dash === '5px,4px' ? [mark.d] : []
    )
    expect(dashed).toHaveLength(base.path.rungs.length)
    for (const d of dashed) for (const x of d.match(/[\d.]+/g)!) expect(Number(x)).toBeLessThanOrEqual(640)
    const cells = barTables(figure)[0]!.rows.filter(({ cells: [, part] }) => part === 'Base')
    expect(cells.filter(({ cells: [, , from] }) => from !== '')).toHaveLength(base.path.rungs.length)
    expect(barSheet(figure).filter(([, part]) => part === 'Base')).toHaveLength(base.path.rungs.length)
  })
})

describe('the cost of a run', () => {
  it('is set against the same run of the base, or none: never against another', () => {
    expect(runOfBase(base, null, null)!.N).toBe(base.path.rungs.at(-1)!.run.N)
    expect(runOfBase(base, { kind: 'rung', index: 0 }, null)!.N).toBe(base.path.rungs[0]!.run.N)
    expect(runOfBase(base, { kind: 'rung', index: base.path.rungs.length }, null)).toBeNull()
    expect(runOfBase(base, { kind: 'required', target: 'gone' }, null)).toBeNull()
    expect(runOfBase(base, { kind: 'own' }, { N: 7e9, D: 1e11 })).toMatchObject({ N: 7e9, D: 1e11 })
  })
})

describe('the link of a target', () => {
  const answer = (run: number, axis: 'N' | 'C' = 'N') =>
    linkViewOf(planSchema.parse({ targets: [{ id: 'code', axis, critical: axis === 'N' ? 5e9 : 1e22, benefit: { kind: 'usd', value: 5e6 } }] }), {
      i: 0,
      points: 40,
      run
    })
  const target = planOf().targets[0]!
  const spec = (behind: ReturnType<typeof answer> | null) =>
    linkChart(
      answer(4e10),
      { target, name: 'code', link: 'Weibull', tone: 0, base: behind === null ? null : { answer: behind, wanted: 0.5 } },
      messages.en.screen.targets.link,
      'en'
    )

  it('has the curve of the base behind and its run where that is another', () => {
    expect(spec(answer(2e10)).panels[0]!.series.map(({ id }) => id)).toEqual(['base', 'mean'])
    expect(spec(answer(2e10)).panels[0]!.rules!.at(-1)).toMatchObject({ axis: 'x', at: 2e10, dash: '5px,4px' })
    expect(spec(answer(4e10)).panels[0]!.rules!).toHaveLength(spec(null).panels[0]!.rules!.length)
    expect(spec(answer(2e10)).sentence).toMatch(/In the base 50\s% is reached at/)
  })
  it('has none where the base puts its threshold on another axis', () => {
    expect(spec(answer(2e10, 'C')).panels[0]!.series.map(({ id }) => id)).toEqual(['mean'])
  })
})
