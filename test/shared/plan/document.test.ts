import * as fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentOf, serialise } from '../../../src/shared/plan/document'
import { restore } from '../../../src/shared/plan/restore'
import { planSchema } from '../../../src/shared/plan/schema'
import { randomKnownPlan, randomPlan } from './randomPlan'

/** The same value with the keys of every object in reverse. */
const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, v]) => [key, reversed(v)])
        )
      : value

describe('a document as text', () => {
  it('saved, loaded and saved again is the same to the byte', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const first = serialise(documentOf(plan, '0.1.0', '2026-11-22T05:30:00.000Z', { baseline: plan }))
        const restored = restore(new TextEncoder().encode(first))
        expect(restored.plan).toEqual(plan)
        expect(serialise(restored.document!)).toBe(first)
      })
    )
  })

  it('does not depend on the order in which fields were set', () => {
    fc.assert(
      fc.property(randomKnownPlan, (plan) => {
        const text = serialise(documentOf(plan, '0.1.0', ''))
        expect(serialise(documentOf(planSchema.parse(reversed(plan)), '0.1.0', ''))).toBe(text)
      })
    )
  })

  it('has two spaces, LF and a newline at the end', () => {
    const text = serialise(documentOf(planSchema.parse({ targets: [] }), '0.1.0', ''))
    expect(text.startsWith('{\n  "format": "scalepath",\n  "version": 1,\n')).toBe(true)
    expect(text.endsWith('}\n')).toBe(true)
    expect(text).not.toContain('\r')
  })

  it('is never written from something the schema refuses', () => {
    const plan = planSchema.parse({ targets: [] })
    expect(() => serialise(documentOf({ ...plan, seed: -1 }, '', ''))).toThrow()
  })

  const folder = new URL('../../../resources/examples/', import.meta.url)
  it.each(readdirSync(folder).filter((name) => name.endsWith('.scalepath.json')))('is how %s was written', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    expect(serialise(restore(text).document!)).toBe(text)
  })
})
