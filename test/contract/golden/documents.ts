/** What is kept: no figures to compare with, but each answer's meaning. */
import { expect } from 'vitest'
import type { Call, Golden } from './golden'

type Procedures =
  | 'plan.check'
  | 'catalogues.list'
  | 'settings.get'
  | 'settings.set'
  | 'documents.list'
  | 'documents.current'
  | 'documents.open'
  | 'documents.save'
  | 'documents.remove'
  | 'documents.restore'
  | 'documents.export'
  | 'report.html'
  | 'report.pdf'
  | 'report.csv'
  | 'app.info'

const plan = { targets: [] }
const copyOfExample = async (call: Call): Promise<string> => (await call('documents.open', { example: 'code' })).info?.id ?? ''

export const documentsGolden: Golden<Procedures> = {
  'plan.check': [{ name: 'a text that is no plan is damaged', input: { text: '{' }, output: { verdict: 'damaged', plan: null } }],
  'catalogues.list': [
    {
      name: 'the H100’s dense BF16 peak is 989.4e12 (NVIDIA data sheet)',
      input: { name: 'accelerators' },
      output: [],
      also: (rows) => expect(rows).toContainEqual(expect.objectContaining({ id: 'h100-sxm', peakFlopPerSecond: 989.4e12 }))
    }
  ],
  'settings.get': [{ name: 'the system decides the language at first', input: {}, output: { language: 'system' } }],
  'settings.set': [{ name: 'a changed setting comes back', input: { theme: 'dark' }, output: { theme: 'dark', language: 'system' } }],
  'documents.list': [
    {
      name: 'the three examples',
      input: {},
      output: {},
      also: ({ examples }) => expect(examples.map(({ id }) => id).sort()).toEqual(['code', 'multilingual', 'reasoning'])
    }
  ],
  'documents.open': [{ name: 'an example opens as a copy', input: { example: 'code' }, output: { verdict: 'ok', info: { example: 'code' } } }],
  'documents.current': [{ name: 'the document opened last', input: {}, output: { verdict: 'ok', info: { example: 'code' } } }],
  'documents.save': [
    {
      name: 'answers with the moment',
      input: async (call) => ({ id: await copyOfExample(call), plan }),
      output: {},
      also: ({ savedAt }) => expect(Date.parse(savedAt)).toBeGreaterThan(0)
    }
  ],
  'documents.remove': [{ name: 'a document is removed', input: async (call) => ({ id: await copyOfExample(call) }), output: { removed: true } }],
  'documents.restore': [
    {
      name: 'a removed document comes back',
      input: async (call) => {
        const id = await copyOfExample(call)
        await call('documents.remove', { id })
        return { id }
      },
      output: { example: 'code' }
    }
  ],
  'documents.export': [
    {
      name: 'the bytes of the plan’s file',
      input: { plan },
      output: { mediaType: 'application/json' },
      also: ({ base64 }) => expect(JSON.parse(Buffer.from(base64, 'base64').toString('utf8'))).toMatchObject({ format: 'scalepath', plan })
    }
  ],
  'report.html': [
    {
      name: 'one document in the wanted language and on the wanted paper, without scripts',
      input: { plan, language: 'zh', paper: 'Letter' },
      output: {},
      also: ({ html }) => {
        expect(html).toMatch(/^<!doctype html>\s*<html lang="zh-CN">/)
        expect(html).toContain('size: Letter')
        expect(html).not.toContain('<script')
      }
    }
  ],
  'report.pdf': [
    { name: 'the bytes that the host printed', input: { plan }, output: { mediaType: 'application/pdf', base64: Buffer.from('%PDF-1.7').toString('base64') } }
  ],
  'report.csv': [
    { name: 'tables as text', input: { plan }, output: [{ mediaType: 'text/csv' }] },
    {
      name: 'half the price halves the cost of the path: compute and its overheads are all there is (by hand)',
      input: {
        plan: {
          targets: [{ id: 'a', link: 'step', critical: 10e9, benefit: { kind: 'usd', value: 5e6 } }],
          costs: { pricePerHourUsd: 2 },
          scenarios: [{ id: 'half', overrides: [{ field: 'costs.pricePerHourUsd', value: 1 }] }]
        }
      },
      output: [],
      also: (files) => {
        const text = Buffer.from(files.find(({ fileName }) => fileName === 'scenarios.csv')!.base64, 'base64').toString('utf8')
        const [, , , base, half, less] = text
          .split('\r\n')
          .find((line) => line.startsWith('outcome,run.usd,'))!
          .split(',')
        expect(Number(half) / Number(base)).toBeCloseTo(0.5, 12)
        expect(Number(less) / Number(base)).toBeCloseTo(-0.5, 12)
      }
    }
  ],
  'app.info': [{ name: 'names its host', input: {}, output: { host: 'cli' } }]
}
