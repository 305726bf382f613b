import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { planSchema } from '../../src/shared/plan/schema'

const folder = new URL('../../resources/examples/', import.meta.url)
const capabilities = JSON.parse(readFileSync(new URL('../../resources/catalogues/capabilities.json', import.meta.url), 'utf8')) as { rows: { id: string }[] }

describe.each(readdirSync(folder).filter((f) => f.endsWith('.scalepath.json')))('the example %s', (file) => {
  const document = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { plan: unknown }
  it('is a complete plan: nothing is left to defaults', () => {
    const parsed = planSchema.safeParse(document.plan)
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(parsed.data).toEqual(document.plan)
  })
  it('rests on rows of the capability catalogue', () => {
    const known = new Set(capabilities.rows.map((r) => r.id))
    for (const target of planSchema.parse(document.plan).targets) for (const id of target.evidence) expect(known).toContain(id)
  })
})
