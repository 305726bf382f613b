import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { serialise } from '../../../src/shared/plan/document'
import { restore } from '../../../src/shared/plan/restore'
import { notesEn } from '../../../src/shared/text/notes.en'
import { HOSTILE } from './hostile'

const text = (name: string): string => readFileSync(new URL(`../../files/${name}`, import.meta.url), 'utf8')
const minimal = { targets: [{ id: 'code', critical: 25e9, benefit: { kind: 'usd', value: 5e6 } }] }
const wrapped = (plan: unknown, more: object = {}): string => JSON.stringify({ format: 'scalepath', version: 1, plan, ...more })

describe('a file that is no plan', () => {
  it.each(HOSTILE)('%s is refused with its reason', (_name, content, code, sentence) => {
    const restored = restore(content)
    expect(restored).toMatchObject({ verdict: 'damaged', document: null, plan: null, baseline: null })
    expect(restored.notes[0]).toMatchObject({ code })
    expect(restored.notes[0]!.message).toMatch(sentence)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('never makes the door throw, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 300 }), fc.json()), (content) => {
        const { verdict, notes } = restore(content)
        expect(verdict).toBe('damaged')
        expect(notes.length).toBeGreaterThan(0)
      })
    )
  })

  it('never makes the door throw when any part of a good plan is cut off or replaced', () => {
    const good = text('v1.scalepath.json')
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(40), fc.string({ maxLength: 12 }), (from, length, instead) => {
        const { verdict, plan, notes } = restore(good.slice(0, from) + instead + good.slice(from + length))
        expect(verdict === 'damaged').toBe(plan === null)
        if (verdict === 'damaged') for (const note of notes) expect(Object.keys(notesEn)).toContain(note.code)
      })
    )
  })

  it('is told at most twenty refused fields one by one', () => {
    const targets = Array.from({ length: 30 }, (_, i) => ({ ...minimal.targets[0], id: `t${i}`, wanted: 2 }))
    const { notes } = restore(wrapped({ targets }))
    expect(notes).toHaveLength(21)
    expect(notes.at(-1)).toMatchObject({ code: 'fields-refused-more', values: { count: 10 } })
  })
})

describe('a plan of this version', () => {
  it('opens as the plan that was frozen with it', () => {
    const restored = restore(text('v1.scalepath.json'))
    expect(restored.verdict).toBe('ok')
    expect(restored.plan).toEqual(JSON.parse(text('v1.plan.json')))
    expect(restored.notes.map((n) => n.path)).toEqual(['targets[1].must', 'costs.inference', 'limits.confidence', 'decision.objective'])
  })

  it('with only what has no default is filled in, and every field filled in is named', () => {
    const { verdict, plan, notes } = restore(wrapped(minimal))
    expect(verdict).toBe('ok')
    expect(plan!.targets[0]!.link).toBe('weibull')
    expect(notes.every((n) => n.code === 'field-filled')).toBe(true)
    expect(notes).toContainEqual(expect.objectContaining({ path: 'targets[0].steepness', message: 'targets[0].steepness was not given; 3 is used.' }))
    expect(notes.map((n) => n.path)).toContain('costs')
  })

  it('with every field given has nothing to report', () => {
    const { document } = restore(wrapped(minimal))
    expect(restore(serialise(document!)).notes).toEqual([])
  })

  it('may begin with a byte order mark', () => expect(restore(`\ufeff${wrapped(minimal)}`).verdict).toBe('ok'))

  it('opens without its baseline when only that is damaged, and says so', () => {
    const { verdict, baseline, notes } = restore(wrapped(minimal, { baseline: { targets: 'none' } }))
    expect(verdict).toBe('ok')
    expect(baseline).toBeNull()
    expect(notes[0]!.code).toBe('baseline-dropped')
  })

  it('keeps fields it does not know, wherever they are', () => {
    const plan = { ...minimal, future: { a: [1, { b: null }] }, targets: [{ ...minimal.targets[0], colour: 'teal' }] }
    const { document } = restore(wrapped(plan, { origin: 'elsewhere' }))
    const again = JSON.parse(serialise(document!)) as { origin: unknown; plan: Record<string, unknown> & { targets: unknown[] } }
    expect(again.origin).toBe('elsewhere')
    expect(again.plan.future).toEqual({ a: [1, { b: null }] })
    expect(again.plan.targets[0]).toMatchObject({ colour: 'teal' })
  })
})

describe('a plan of another version', () => {
  it('that is newer opens for reading only', () => {
    const { verdict, plan, document, notes } = restore(wrapped({ ...minimal, future: true }, { version: 7 }))
    expect(verdict).toBe('newer')
    expect(plan).toMatchObject({ future: true })
    expect(document).toBeNull()
    expect(notes[0]).toMatchObject({ code: 'file-newer', values: { version: 7, known: 1 } })
  })

  it('that is newer and reads no more says so without a plan', () => {
    expect(restore(wrapped({ goals: [] }, { version: 2 }))).toMatchObject({ verdict: 'newer', plan: null, notes: [{ code: 'file-newer-unreadable' }] })
  })

  it('that is older is led through every step in turn', () => {
    const steps = {
      1: (d: Readonly<Record<string, unknown>>) => ({ ...d, plan: { ...(d.plan as object), name: 'one' } }),
      2: (d: Readonly<Record<string, unknown>>) => ({ ...d, plan: { ...(d.plan as object), name: `${(d.plan as { name: string }).name}, two` } })
    }
    const { verdict, plan, notes } = restore(wrapped(minimal), steps, 3)
    expect(verdict).toBe('migrated')
    expect(plan!.name).toBe('one, two')
    expect(notes[0]).toMatchObject({ code: 'file-migrated', values: { from: 1, to: 3 } })
  })
})
