import { describe, expect, it } from 'vitest'
import { readShared, writeShared } from '../../src/main/evidence/sharedFile'
import { messages } from '../../src/shared/text/messages'

const entry = { id: 'a', name: 'Tool use', critical: { low: 8e9, high: 20e9 }, means: 'p50', date: '2026-11', source: 'Own runs' }
const file = (...entries: unknown[]): string => JSON.stringify({ format: 'scalepath-evidence', version: 1, entries })
const code = (content: string): unknown => {
  try {
    return readShared(content)
  } catch (problem) {
    return (problem as { code: string }).code
  }
}

describe('a file that a team shares', () => {
  it('reads what it wrote, fields of a later version included', () => {
    const { rows } = readShared(file({ ...entry, of: 'a later version' }))
    expect(readShared(writeShared(rows.map((row) => row.entry))).rows).toEqual(rows)
    expect(rows[0]!.entry).toMatchObject({ of: 'a later version' })
  })
  it.each([
    ['critical', { critical: -5 }],
    ['critical', { critical: { low: 20e9, high: 8e9 } }],
    ['critical', { critical: undefined }],
    ['means', { means: 'maybe' }],
    ['axis', { axis: 'L' }],
    ['date', { date: '11/2026' }],
    ['grade', { grade: 'D' }],
    ['steepness', { steepness: 0 }],
    ['source', { source: 'x'.repeat(501) }],
    ['id', { id: '../a' }],
    ['name', { name: '' }]
  ])('refuses %s of one entry by its place and reads the others', (column, change) => {
    const { rows, problems } = readShared(file(entry, { ...entry, ...change }, { ...entry, id: 'c' }))
    expect(rows.map(({ row }) => row)).toEqual([1, 3])
    expect(problems).toMatchObject([{ row: 2, column, code: 'evidence-field-refused' }])
    for (const { notes } of Object.values(messages)) expect(notes[problems[0]!.code as keyof typeof notes]).toBeTruthy()
  })
  it('lists what is no entry at all', () => {
    expect(readShared(file(7, null, 'text', [])).problems.map((problem) => problem.code)).toEqual(Array(4).fill('evidence-not-an-entry'))
  })
  it.each([
    ['', 'file-empty'],
    ['{"format": ', 'evidence-file-truncated'],
    ['a,b\n1,2', 'file-not-json'],
    ['<html></html>', 'evidence-file-foreign'],
    ['{"format": "scalepath", "version": 1, "plan": {}}', 'evidence-file-foreign'],
    ['[1]', 'evidence-file-foreign'],
    ['{"format": "scalepath-evidence", "version": 2, "entries": []}', 'evidence-file-version']
  ])('says what is wrong with %j as a whole', (content, expected) => expect(code(content)).toBe(expected))
})
