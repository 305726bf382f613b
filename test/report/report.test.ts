import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/main/engine/evaluate'
import { reportCsv } from '../../src/main/report/csv'
import { reportHtml } from '../../src/main/report/html'
import { planSchema, type Plan } from '../../src/shared/plan/schema'
import { sayNotes } from '../../src/shared/text/sayNotes'
import { formatText } from '../../src/shared/text/format'

const example = (id: string): Plan =>
  planSchema.parse(JSON.parse(readFileSync(new URL(`../../resources/examples/${id}.scalepath.json`, import.meta.url), 'utf8')).plan)
const outcomeOf = (plan: Plan) => evaluate(plan, { today: '2026-11-22', models: [] })
const options = { compared: null, language: 'en', paper: 'A4', version: '0.0.0', date: '2026-11-22', planHash: 'abc1234' } as const
const words = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/[\u2009\u00A0]/g, ' ')
const HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>"\'&'

describe('the report', () => {
  it.each(['reasoning', 'code', 'multilingual'])('of %s says the size, tokens, cost and time of its last run as the engine computed them', (id) => {
    const outcome = outcomeOf(example(id))
    const html = reportHtml(outcome, options)
    const text = words(html)
    const last = outcome.path.rungs.at(-1)!
    for (const shown of [
      formatText(last.run.N, 'N', 'en'),
      formatText(last.run.D, 'D', 'en'),
      formatText(outcome.path.usd, 'usd', 'en'),
      formatText(outcome.path.days, 'days', 'en')
    ])
      expect(text).toContain(shown.replace(/[\u2009\u00A0]/g, ' '))
    for (const { text: sentence } of sayNotes(outcome.warnings, outcome.plan, 'en')) expect(text).toContain(sentence.replace(/[\u2009\u00A0]/g, ' '))
    // On every page: in the margin box, whose text is a style.
    expect(html).toMatch(new RegExp(`content: "Scalepath 0.0.0 +plan abc1234 +seed ${outcome.plan.seed}"`))
  })

  it.each(['en', 'zh'] as const)('in %s fills every place: no template, undefined or NaN is left', (language) => {
    for (const id of ['reasoning', 'code', 'multilingual']) {
      const text = words(reportHtml(outcomeOf(example(id)), { ...options, language }))
      expect(text).not.toMatch(/\{\w+(\|\w+)?\}|undefined|NaN|Infinity|\[object/)
    }
  })

  it('in Chinese has Chinese headings', () => {
    const text = words(reportHtml(outcomeOf(example('reasoning')), { ...options, language: 'zh' }))
    for (const heading of ['能力目标', '扩展路径', '从算力到费用', '决定结果的假设', '本方案的薄弱之处']) expect(text).toContain(heading)
  })

  it('draws the frontier as vectors, with no picture and nothing from outside', () => {
    const html = reportHtml(outcomeOf(example('reasoning')), options)
    expect(html).toMatch(/<svg class="frontier"[\s\S]*<path d="M/)
    expect(html).not.toMatch(/<img|<image|<script|https?:\/\//)
  })

  it('shows hostile names as text, in the page and in the page header', () => {
    const plan = example('code')
    const html = reportHtml(
      outcomeOf({ ...plan, name: HOSTILE, targets: plan.targets.map((t) => ({ ...t, name: HOSTILE })), costs: { ...plan.costs, priceSource: HOSTILE } }),
      options
    )
    expect(html).not.toContain('<img src=x')
    expect(html).not.toContain('<script>')
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(words(html)).toContain('&lt;img src=x')
  })

  it('shows the evidence that a threshold rests on, each entry with its source, in place of the figure that does not count', () => {
    const plan = example('code')
    const entries = [
      { critical: { low: 21e9, high: 33e9 }, means: 'p50', source: 'First & Co. 2024' },
      { critical: 44e9, means: 'scale', source: 'Second 2025' },
      { critical: 55e9, ticked: false, source: 'Third 2026' }
    ]
    const text = words(
      reportHtml(outcomeOf(planSchema.parse({ ...plan, targets: plan.targets.map((t, i) => (i === 0 ? { ...t, critical: 777e9, entries } : t)) })), options)
    )
    for (const shown of ['21–33B', '44B', 'First &amp; Co. 2024', 'Second 2025', 'rests on 2 ticked entries']) expect(text).toContain(shown)
    expect(text).not.toContain('777B')
    expect(text).not.toContain('Third 2026')
  })
  it('of a plan that should run nothing says so', () => {
    const plan = example('code')
    const outcome = outcomeOf({ ...plan, targets: plan.targets.map((t) => ({ ...t, benefit: { kind: 'usd', value: 1, per: 'once' } })) })
    expect(outcome.path.rungs).toEqual([])
    expect(words(reportHtml(outcome, options))).toContain('Train nothing')
  })

  it('of a plan without targets is still a page', () => {
    expect(words(reportHtml(outcomeOf({ ...example('code'), targets: [], focus: null }), options))).toContain('no capability to reach')
  })

  it('is the same bytes for the same plan', () => {
    expect(reportHtml(outcomeOf(example('reasoning')), options)).toBe(reportHtml(outcomeOf(example('reasoning')), options))
  })
})

describe('the CSV files', () => {
  const files = reportCsv(outcomeOf(example('reasoning')), options)
  it('open in spreadsheets: byte-order mark, CRLF, one row per target', () => {
    expect(files.map((f) => f.fileName)).toEqual(['targets.csv', 'path.csv', 'frontier.csv', 'warnings.csv'])
    for (const { text } of files) {
      expect(text.startsWith('\uFEFF')).toBe(true)
      expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
      expect(text).toMatch(/# .*2404\.10102/)
    }
    expect(files[0]!.text.split('\r\n').filter((line) => /^(instructions|code|cot|maths|multistep),/.test(line))).toHaveLength(5)
  })
  it('carry numbers at full precision', () => {
    const outcome = outcomeOf(example('reasoning'))
    expect(files[0]!.text).toContain(String(outcome.targets[0]!.required!.N))
  })
  it('defuse cells that a spreadsheet would run, and leave negative numbers alone', () => {
    const plan = example('code')
    const outcome = outcomeOf({ ...plan, targets: plan.targets.map((t) => ({ ...t, name: '=HYPERLINK("http://x")' })) })
    const text = reportCsv(outcome, options)[0]!.text
    expect(text).not.toMatch(/(^|,|")=HYPERLINK/m)
    expect(text).toContain("'=HYPERLINK")
  })
})
