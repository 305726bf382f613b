import { expect, test } from 'vitest'
import { defaultNotes } from '../../src/shared/plan/complete'
import { planSchema } from '../../src/shared/plan/schema'

const target = { id: 'a', critical: 60e9, benefit: { kind: 'points', value: 1 } }

test('a plan of one target says which sections stand at their defaults, one note each', () => {
  const given = { targets: [target] }
  const notes = defaultNotes(given, planSchema.parse(given))
  expect(notes.map(({ code }) => code)).toEqual(notes.map(() => 'default-used'))
  expect(new Set(notes.map(({ path }) => path)).size).toBe(notes.length)
  expect(notes.map(({ path }) => path)).toEqual(expect.arrayContaining(['law', 'ratio', 'accelerator', 'cluster', 'costs', 'decision']))
})

test('a section that was given in part names only what was left out', () => {
  const given = { targets: [target], cluster: { accelerators: 8 } }
  const cluster = defaultNotes(given, planSchema.parse(given)).find(({ path }) => path === 'cluster')
  expect(cluster?.values.value).toContain('mfu 0.4')
  expect(cluster?.values.value).not.toContain('accelerators')
})

test('a whole plan rests on no default, and bookkeeping is never mentioned', () => {
  const whole = planSchema.parse({ targets: [target] })
  expect(defaultNotes(whole, whole)).toEqual([])
  const { id: _id, name: _name, notes: _notes, seed: _seed, focus: _focus, pin: _pin, ...rest } = whole
  expect(defaultNotes(rest, whole)).toEqual([])
})
