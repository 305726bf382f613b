import { describe, expect, it } from 'vitest'
import { linkViewOf } from '../../../src/main/engine/planner/linkView'
import { linkChart } from '../../../src/renderer/src/figures/targets/link'
import { planSchema, type Plan, type PlanInput } from '../../../src/shared/plan/schema'
import { messages } from '../../../src/shared/text/messages'

const entries = [
  { critical: { low: 20e9, high: 30e9 }, means: 'p50' as const, source: 'Estimates' },
  { critical: 10e9, means: 'p50' as const, source: 'Defaults', ticked: false },
  { critical: 1e23, axis: 'C' as const, source: 'Elsewhere' }
]
const planOf = (more: Partial<PlanInput['targets'][number]> = {}): Plan =>
  planSchema.parse({ targets: [{ id: 'code', critical: 5e9, entries, benefit: { kind: 'usd', value: 5e6 }, ...more }] })

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

function drawn(plan: Plan, language: 'en' | 'zh' = 'en') {
  const answer = linkViewOf(plan, { i: 0, points: 120, run: 40e9 })
  return {
    answer,
    spec: linkChart(answer, { target: plan.targets[0]!, name: 'code', link: 'Weibull', tone: 0, base: null }, messages[language].screen.targets.link, language)
  }
}

describe('the link of a target', () => {
  it('draws F̄ with its band, each entry on its axis alone with a ring at one half, the wanted chance and the run', () => {
    const { answer, spec } = drawn(planOf())
    const [panel] = spec.panels
    expect(panel!.series.map(({ id }) => id)).toEqual(['entry-0', 'entry-1', 'mean'])
    expect(panel!.series.at(-1)!.band).toMatchObject({ low: answer.p5, high: answer.p95, level: 90 })
    expect(panel!.rules!.map(({ axis, at }) => [axis, at])).toEqual([
      ['y', 0.8],
      ['x', 40e9]
    ])
    expect(panel!.spots!.map(({ x, y }) => [x, y])).toEqual([
      [answer.entries[0]!.alone!.half, 0.5],
      [answer.entries[1]!.alone!.half, 0.5],
      [answer.required.scale, 0.8]
    ])
    expect(plain(spec.sentence)).toMatch(/80 % at [\d.]+B, and 1 entry counts\.$/)
    expect(spec.sources[0]).toContain('Estimates')
    expect(spec.sources[0]).not.toContain('Defaults')
  })
  it('everything that is marked stands inside the axis', () => {
    const { answer } = drawn(
      planOf({ entries: entries.map((entry) => ({ ...entry, axis: 'N' as const, critical: entry.critical === 1e23 ? 3e11 : entry.critical })) })
    )
    const [from, to] = [answer.x[0]!, answer.x.at(-1)!]
    for (const scale of [answer.required.scale, answer.run?.scale, ...answer.entries.map(({ alone }) => alone?.half)])
      expect(scale! > from && scale! < to, String(scale)).toBe(true)
  })
  it('a single entry that counts is F̄ itself and not drawn twice; a wanted chance beyond the ceiling is said', () => {
    const { spec } = drawn(planOf({ entries: entries.slice(0, 1), ceiling: 0.7 }))
    expect(spec.panels[0]!.series.map(({ id }) => id)).toEqual(['mean'])
    expect(spec.panels[0]!.spots).toEqual([])
    expect(plain(spec.sentence)).toBe('At no scale is the chance of code 80 %.')
    expect(plain(drawn(planOf({ ceiling: 0.7 }), 'zh').spec.sentence)).toBe('code的概率永远达不到 80 %。')
  })
})
