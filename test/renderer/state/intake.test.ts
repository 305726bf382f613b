/** The files of a screen against the real storage and readers; only the transport is replaced. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Intake } from '../../../src/renderer/src/state/intake.svelte'
import type { IntakeKept } from '../../../src/renderer/src/state/intakeKept'
import type { Observation } from '../../../src/shared/contract/observations'
import { freshFolder } from '../../documents/storage'
import { hostIn, type HostInProcess } from './hostInProcess'

const stage = vi.hoisted(() => {
  const media = { matches: false, addEventListener: () => undefined }
  Object.assign(globalThis, { window: { matchMedia: () => media }, requestAnimationFrame: () => 0 })
  return { host: null as unknown as HostInProcess }
})
vi.mock('../../../src/renderer/src/state/host', () => ({
  call: (...asked: Parameters<HostInProcess['call']>) => stage.host.call(...asked),
  CallRefused: class extends Error {
    constructor(refusal: object & { message: string }) {
      super(refusal.message)
      Object.assign(this, refusal)
    }
    static override [Symbol.hasInstance](problem: unknown): boolean {
      return problem instanceof Error && 'code' in problem && 'path' in problem
    }
  },
  onMenuCommand: () => () => undefined
}))

let folder: string
let kept: IntakeKept[]
let intake: Intake

beforeEach(async () => {
  folder = await freshFolder()
  stage.host = hostIn(folder)
  vi.stubGlobal(
    'FileReader',
    class {
      result = ''
      onload = (): void => undefined
      onerror = (): void => undefined
      readAsDataURL(blob: Blob): void {
        blob.arrayBuffer().then(
          (bytes) => {
            this.result = `data:;base64,${Buffer.from(bytes).toString('base64')}`
            this.onload()
          },
          () => this.onerror()
        )
      }
    }
  )
  kept = []
  intake = new Intake({ keep: (now) => kept.push(now) })
})
afterEach(async () => {
  await stage.host.quiet()
  vi.unstubAllGlobals()
  await rm(folder, { recursive: true, force: true })
})

const file = (name: string, text: string): File => new File([text], name)
const TABLE = 'model,N,task,accuracy\nsmall,7e8,t,0.2\nlarge,7e10,t,0.8\n'
const ended = (): Promise<void> => vi.waitFor(() => expect(intake.busy).toBe(false), 20_000)
const taken = async (...files: File[]): Promise<void> => {
  await intake.take(files)
  await ended()
}
const inFolder = async (): Promise<string[]> => (await readdir(join(folder, 'intake')).catch(() => [])).filter((name) => !name.endsWith('.json'))
const codeOf = (): string | undefined => intake.problem?.code
const procedures = (): string[] => stage.host.calls.map(({ procedure }) => procedure)

describe('a file', () => {
  it('is handed over and read, and the next start reads it again', async () => {
    await taken(file('a.csv', TABLE))
    expect(intake.reading?.rows).toHaveLength(2)
    const next = new Intake()
    next.resume(JSON.parse(JSON.stringify(kept.at(-1))) as IntakeKept)
    await vi.waitFor(() => expect(next.reading?.rows).toEqual(intake.reading?.rows))
  })

  it('of several slices arrives whole, and is counted whole where only part of its rows is returned', async () => {
    const lines = Array.from({ length: 160_000 }, (_, i) => `m${i % 7},7e${8 + (i % 3)},task,0.${(i * 7919) % 1e6}`)
    await taken(file('large.csv', `model,N,task,accuracy\n${lines.join('\n')}\n`))
    const slices = stage.host.calls.filter(({ procedure }) => procedure === 'import.append')
    expect(slices.map(({ input }) => input['at'])).toEqual([0, 3e6])
    expect(intake.reading?.counts).toMatchObject({ rows: 160_000, returned: 50_000, problems: 0 })
  })

  it('of another kind says what it is', async () => {
    await taken(file('x.pdf', '%PDF-1.7 …'))
    expect([codeOf(), intake.reading]).toEqual(['import-other-kind', null])
    expect(intake.problem?.values).toEqual({ kind: 'PDF' })
  })

  it('above 1 GB is refused, and what was there stays', async () => {
    await taken(file('a.csv', TABLE))
    const huge = file('huge.csv', '')
    Object.defineProperty(huge, 'size', { value: 1e9 + 1 })
    await taken(huge)
    expect(intake.refused).toMatchObject([{ name: 'huge.csv', problem: { code: 'intake-too-large' } }])
    expect([codeOf(), intake.reading?.rows.length]).toEqual([undefined, 2])
  })

  it('that cannot be read, such as a folder, is refused, and nothing of it is left', async () => {
    const folderDropped = file('results', 'x')
    folderDropped.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) as unknown as Blob
    await taken(folderDropped)
    expect(codeOf()).toBe('intake-unreadable')
    await stage.host.quiet()
    expect(await inFolder()).toEqual([])
  })

  it('makes room for the next one', async () => {
    await taken(file('a.csv', TABLE))
    await taken(file('b.csv', TABLE))
    await stage.host.quiet()
    expect((await inFolder()).map((name) => name.slice(0, 5))).toEqual(['b-csv'])
  })

  it('is read again when the settings change, the newest winning', async () => {
    await taken(file('a.csv', TABLE))
    const before = procedures().filter((name) => name === 'import.read').length
    intake.change({ columns: { N: null } })
    intake.change({ columns: { N: null, accuracy: { field: 'score', metric: 'mine' } } })
    expect(intake.reading).not.toBeNull()
    await ended()
    expect(procedures().filter((name) => name === 'import.read').length).toBe(before + 1)
    expect(intake.reading?.rows).toMatchObject([
      { N: null, metric: 'mine' },
      { N: null, metric: 'mine' }
    ])
    expect(kept.at(-1)?.settings.columns).toHaveProperty('accuracy')
  })

  it('that is cancelled on its way leaves what was there, and nothing behind', async () => {
    await taken(file('a.csv', TABLE))
    const answer = intake.take(file('b.csv', TABLE))
    intake.cancel()
    await answer
    await stage.host.quiet()
    expect([intake.cancelled, intake.busy, intake.reading?.rows.length]).toEqual([true, false, 2])
    expect((await inFolder()).map((name) => name.slice(0, 5))).toEqual(['a-csv'])
  })

  it('that is cleared is gone', async () => {
    await taken(file('a.csv', TABLE))
    intake.clear()
    await stage.host.quiet()
    expect([await inFolder(), intake.reading, kept.at(-1)]).toEqual([[], null, { sources: [], settings: {} }])
  })
})

describe('several files', () => {
  it('are read as one, problems with the name of their file', async () => {
    await taken(file('a.csv', TABLE), file('b.csv', 'model,N,task,accuracy\nhuge,7e11,t,x\nhuge,7e11,t,0.9\n'))
    expect(intake.reading?.counts).toMatchObject({ rows: 3, problems: 1 })
    expect(intake.reading?.problems).toMatchObject([{ fileName: 'b.csv', line: 2, column: 'accuracy' }])
  })

  it('of which one cannot be read are read without it, and it says why', async () => {
    await taken(file('x.pdf', '%PDF-1.7'), file('a.csv', TABLE))
    expect(intake.reading?.rows).toHaveLength(2)
    expect(intake.files.map(({ problem }) => problem?.code)).toEqual(['import-other-kind', undefined])
  })

  it('of different kinds are not mixed', async () => {
    await taken(file('a.csv', TABLE), file('runs.csv', 'N,D,loss\n7e8,1e10,2.9\n7e9,1e11,2.3\n'))
    expect(intake.files.map(({ problem }) => problem?.code)).toEqual([undefined, 'intake-other-rows'])
    expect(intake.reading?.kind).toBe('observations')
  })

  it('share the sizes of their models, which is said; a model with two sizes gets none', async () => {
    const sizes = 'model,N,tokens,task,accuracy\nsmall,7e8,1e10,u,0.3\nlarge,7e10,1e12,u,0.7\nboth,1e9,1e10,u,0.1\nboth,2e9,1e10,u,0.1\n'
    await taken(file('scores.csv', 'model,t_acc\nsmall,0.2\nlarge,0.8\nboth,0.4\n'), file('sizes.csv', sizes))
    const rows = (intake.reading!.rows as Observation[]).filter(({ task }) => task === 't')
    expect(rows.map(({ model, N, D }) => [model, N, D])).toEqual([
      ['small', 7e8, 1e10],
      ['large', 7e10, 1e12],
      ['both', null, null]
    ])
    expect(intake.reading?.warnings).toContainEqual(
      expect.objectContaining({ code: 'intake-sizes-from', values: { count: 2, fileName: 'scores.csv', from: 'sizes.csv' } })
    )
  })

  it('beside those that are there keep their settings, and can be taken out again', async () => {
    await taken(file('a.csv', TABLE))
    await intake.take(file('b.csv', TABLE), { add: true })
    await ended()
    expect(intake.reading?.rows).toHaveLength(4)
    intake.remove(intake.sources[0]!)
    await ended()
    expect([intake.reading?.rows.length, intake.sources[0]?.name]).toEqual([2, 'b.csv'])
  })

  it('are at most a hundred', async () => {
    await taken(...Array.from({ length: 101 }, (_, i) => file(`${i}.csv`, TABLE)))
    expect([codeOf(), procedures()]).toEqual(['intake-too-many-files', []])
  })
})

describe('a text', () => {
  it('that is small stays with the screen and can be edited; its columns stay what they were taken for', async () => {
    intake.takeText('Größe;Treffer\n7e8;0,2\n7e9;0,5\n', 'pasted')
    await ended()
    intake.change({ columns: { Größe: 'N', Treffer: 'score' } })
    await ended()
    expect(intake.table?.rows.map(({ cells }) => cells)).toEqual([
      ['7e8', '0,2'],
      ['7e9', '0,5']
    ])
    intake.edit({ header: intake.table!.header, rows: [...intake.table!.rows, { cells: ['7e10', '0,9'] }] })
    await ended()
    expect(intake.reading?.rows).toMatchObject([{ score: 0.2 }, { score: 0.5 }, { N: 7e10, score: 0.9, line: 4 }])
    expect(await inFolder()).toEqual([])
  })

  it('that is long is handed over like a file', async () => {
    intake.takeText(`N,score\n${'7e9,0.5\n'.repeat(6000)}`, 'pasted')
    await vi.waitFor(() => expect(intake.reading?.counts.rows).toBe(6000))
    expect([intake.table, intake.sources[0]?.kind]).toEqual([null, 'file'])
  })

  it('typed row by row is read like any other, and an empty row is no row yet', async () => {
    intake.startTable(['N', 'score', 'n'], 'typed rows')
    await ended()
    expect([intake.table?.rows.length, intake.reading?.counts.rows]).toEqual([1, 0])
    intake.edit({ header: ['N', 'score', 'n'], rows: [{ cells: ['7B', '57 %', '250'] }, { cells: ['', '', ''] }] })
    await ended()
    expect(intake.table?.rows).toHaveLength(2)
    expect(intake.reading?.rows).toMatchObject([{ N: 7e9, score: 0.57, n: 250 }])
  })

  it('becomes editable from a file’s rows', async () => {
    await taken(file('a.csv', TABLE))
    expect([intake.table, intake.editable]).toEqual([null, true])
    intake.editRows()
    await ended()
    expect(intake.table?.rows).toHaveLength(2)
    expect(intake.reading?.rows).toMatchObject([{ model: 'small', N: 7e8, score: 0.2 }, { model: 'large' }])
  })
})
