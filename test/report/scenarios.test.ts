/** The section that compares a plan's scenarios, as it is printed and as rows: through the report's own procedures. */
import { describe, expect, it } from 'vitest'
import { reportApi } from '../../src/main/api/report'
import { inlineTasks } from '../../src/main/workers/inline'
import { contract, type Input } from '../../src/shared/contract'
import type { PlanInput } from '../../src/shared/plan/schema'
import type { Language } from '../../src/shared/text/messages'

const override = (field: string, value: unknown, target: string | null = null) => ({ target, field, value })
const cheap = { id: 'cheap', name: 'Cheap cloud', overrides: [override('costs.pricePerHourUsd', 1)] }
const plan: PlanInput = {
  name: 'Plan',
  targets: [
    { id: 'a', name: 'Maths', critical: { low: 20e9, high: 40e9 }, benefit: { kind: 'usd', value: 2e7 } },
    { id: 'b', name: 'Code', link: 'step', critical: 10e9, benefit: { kind: 'usd', value: 5e6 } }
  ],
  costs: { pricePerHourUsd: 2 },
  limits: { budgetUsd: 2e7 },
  scenarios: [cheap]
}
const call = { signal: new AbortController().signal, emit: () => undefined }

/** The printed document, without styles, and the rows. */
async function reported(given: PlanInput, scenario: string | null = null, language: Language = 'en') {
  let html = ''
  const api = reportApi({
    version: '0.0.0',
    environment: () => ({ today: '2026-11-25', models: [] }),
    printPdf: (page) => {
      html = page
      return Promise.resolve(new Uint8Array())
    },
    tasks: inlineTasks
  })
  const input = { plan: given, scenario, language } as Input<'report.pdf'>
  const { fileName } = await api['report.pdf'](contract['report.pdf'].input.parse(input), call, input)
  const files = await api['report.csv'](contract['report.csv'].input.parse(input), call, input)
  const sheet = files.find((file) => file.fileName === 'scenarios.csv')
  const plain = html.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/[\u2009\u00A0]/g, ' ')
  return {
    html,
    fileName,
    section: /Scenarios side by side[\s\S]*?<\/section>|情景对比[\s\S]*?<\/section>/.exec(plain)?.[0] ?? null,
    words: plain.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
    rows:
      sheet === undefined
        ? null
        : Buffer.from(sheet.base64, 'base64')
            .toString('utf8')
            .split('\r\n')
            .map((line) => line.split(','))
  }
}
const row = (section: string, name: string): string[] =>
  (new RegExp(`<tr><td class="name">${name}</td>(.*?)</tr>`).exec(section)?.[1] ?? '').split('</td>').map((cell) => cell.replace(/<[^>]+>/g, ' ').trim())

describe('scenarios on paper', () => {
  it('are a section where the plan has some, and none where it has not', async () => {
    expect((await reported({ ...plan, scenarios: [] })).section).toBeNull()
    expect((await reported({ ...plan, scenarios: [] })).rows).toBeNull()
    expect((await reported(plan)).section).not.toBeNull()
  })
  it('show what differs and what follows with its change: half the price, half the cost', async () => {
    const { section, rows } = await reported(plan)
    expect(row(section!, 'Price per hour').slice(0, 2)).toEqual(['$2.00', '$1.00'])
    const cost = (id: string) =>
      rows!
        .find(([, each]) => each === id)!
        .slice(3)
        .map(Number)
    const [base, own, less] = cost('run.usd')
    expect(own! / base!).toBeCloseTo(0.5, 9)
    expect(less! / base!).toBeCloseTo(-0.5, 9)
    const [, shown] = row(section!, 'Cost of the run')
    expect(shown).toMatch(/^\$[\d.]+[KM] +▼ \$[\d.]+[KM]$/)
    expect(rows!.find(([, id]) => id === 'price')!.slice(3, 5)).toEqual(['2', '1'])
  })
  it('say why an outcome has no value, which changes have no effect, and what was written about them', async () => {
    const gone = { id: 'gone', notes: 'asked twice', overrides: [override('wanted', 0.9, 'nobody')] }
    const poor = { id: 'poor', overrides: [override('limits.budgetUsd', 1)] }
    const { section } = await reported({ ...plan, scenarios: [gone, poor] })
    expect(section).toContain('Changes without effect')
    expect(section).toMatch(/gone: .*nobody/)
    expect(section).toContain('gone: asked twice')
    expect(section).toMatch(/Without a value[\s\S]*Stays within the budget/)
  })
  it('stand at most four to a table, in tables of about one width', async () => {
    const many = Array.from({ length: 5 }, (_, i) => ({ ...cheap, id: `s${i}`, name: `Number ${i}` }))
    const { section } = await reported({ ...plan, scenarios: many })
    expect(section!.match(/--columns:\d/g)).toEqual(['--columns:4', '--columns:3'])
    for (const { name } of many) expect(section).toContain(`>${name}</th>`)
  })
  it('is one of them on paper: its numbers, its name in the head and in the file’s name, compared all the same', async () => {
    const { words, fileName, section } = await reported(plan, 'cheap')
    expect(fileName).toBe('Plan  Cheap cloud.pdf')
    expect(words).toContain('Plan: Cheap cloud · Scaling plan')
    expect(section).not.toBeNull()
    expect(words).toContain('$1.00')
  })
  it.each(['en', 'zh'] as const)('in %s leave no template, and show hostile names as text', async (language) => {
    const hostile = { ...cheap, name: '<script>alert(1)</script>', notes: '<b>' }
    const { html, words } = await reported({ ...plan, scenarios: [hostile] }, 'cheap', language)
    expect(html).not.toContain('<script>')
    expect(words).not.toMatch(/\{\w+(\|\w+)?\}|undefined|NaN|Infinity|\[object/)
  })
})

describe('the path on paper', () => {
  it('is the one at the plan’s risk level, not the one of the best mean', async () => {
    const cautious: PlanInput = { ...plan, scenarios: [], decision: { objective: { kind: 'quantile', level: 0.05 } } }
    const { words } = await reported(cautious)
    expect(words).not.toContain('the other takes seconds to find')
    expect(words).toContain('stays above in all but 5 % of the cases')
  })
})
