import { describe, expect, it } from 'vitest'
import { placeForPrevious, superfluous } from '../../src/main/documents/backups'
import type { Backup } from '../../src/main/documents/backups'

const backup = (savedAt: string): Backup => ({ name: savedAt.replaceAll(':', '-'), savedAt })
/** Newest first, as they are listed. */
const every = (minutes: number, count: number): Backup[] =>
  Array.from({ length: count }, (_, i) => backup(new Date(Date.parse('2026-11-22T12:00:00.000Z') - i * minutes * 60e3).toISOString()))

describe('dated backups', () => {
  it('stay while there are ten or fewer', () => expect(superfluous(every(5, 10))).toEqual([]))

  it('go from the eleventh of a day on', () => {
    const all = every(5, 30)
    // All thirty fall on one day, whose last is among the ten newest.
    expect(superfluous(all)).toEqual(all.slice(10))
  })

  it('of earlier days stay if they are the last of their day, for fourteen days', () => {
    const all = every(6 * 60, 100)
    const left = all.filter((b) => !superfluous(all).includes(b))
    expect(left.slice(0, 10)).toEqual(all.slice(0, 10))
    const days = new Set(left.map((b) => b.savedAt.slice(0, 10)))
    expect(days.size).toBe(14)
    for (const b of left.slice(10)) expect(all.find((other) => other.savedAt.startsWith(b.savedAt.slice(0, 10)))).toBe(b)
  })
})

describe('the previous generation', () => {
  const now = new Date('2026-11-22T12:04:00.000Z')
  const place = (backups: Backup[], keep = false): string => placeForPrevious('folder', backups, now, keep).replaceAll('\\', '/')
  it('becomes dated when there is no dated one', () => expect(place([])).toBe('folder/2026-11-22T12-04-00.000Z.scalepath.json'))
  it('takes the one place of autosaves within five minutes of a dated one', () => expect(place(every(1, 1))).toBe('folder/previous.scalepath.json'))
  it('becomes dated when the user kept it', () => expect(place(every(1, 1), true)).toBe('folder/2026-11-22T12-04-00.000Z.scalepath.json'))
  it('becomes dated again after five minutes', () => expect(place([backup('2026-11-22T11:59:00.000Z')])).toContain('2026-11-22T12-04'))
})
