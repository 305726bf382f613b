/** What a screen keeps, against the real storage; only the transport is replaced. */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Desk, flushDesks } from '../../../src/renderer/src/state/desk.svelte'
import { fieldOf, oneOf } from '../../../src/renderer/src/state/intakeKept'
import { notices } from '../../../src/renderer/src/state/notices.svelte'
import { freshFolder } from '../../documents/storage'
import { hostIn, type HostInProcess } from './hostInProcess'

const stage = vi.hoisted(() => {
  const media = { matches: false, addEventListener: () => undefined }
  Object.assign(globalThis, { window: { matchMedia: () => media }, requestAnimationFrame: () => 0 })
  return { host: null as unknown as HostInProcess }
})
vi.mock('../../../src/renderer/src/state/host', () => ({
  call: (...asked: Parameters<HostInProcess['call']>) => stage.host.call(...asked),
  CallRefused: class extends Error {},
  onMenuCommand: () => () => undefined
}))

interface Shown {
  scale: 'N' | 'C'
  length: number
}
let folder: string
const desk = (): Desk<Shown> =>
  new Desk<Shown>('lab', (kept) => {
    const length = fieldOf(kept, 'length')
    return { scale: oneOf(['N', 'C'], fieldOf(kept, 'scale'), 'N'), length: typeof length === 'number' ? length : 1 }
  })
const written = (): unknown[] => stage.host.calls.flatMap(({ procedure, input }) => (procedure === 'desk.set' ? [input['state']] : []))

beforeEach(async () => {
  folder = await freshFolder()
  stage.host = hostIn(folder)
  notices.list = []
})
afterEach(async () => {
  await stage.host.quiet()
  await rm(folder, { recursive: true, force: true })
})

it('shows its defaults, then what was kept, and the next start shows it again', async () => {
  const first = desk()
  expect(first.value).toEqual({ scale: 'N', length: 1 })
  await first.load()
  first.set({ scale: 'C' })
  expect(first.value).toEqual({ scale: 'C', length: 1 })
  await vi.waitFor(() => expect(written()).toHaveLength(1))
  await stage.host.quiet()
  const next = desk()
  await next.load()
  expect(next.value).toEqual({ scale: 'C', length: 1 })
})

it('changes in quick succession are written once, the newest', async () => {
  const one = desk()
  await one.load()
  for (let length = 2; length <= 50; length++) one.set({ length })
  await vi.waitFor(() => expect(written().at(-1)).toEqual({ scale: 'N', length: 50 }))
  expect(written().length).toBeLessThanOrEqual(2)
})

it('a change made before what was kept is known wins over it, and the rest is kept', async () => {
  await stage.host.call('desk.set', { name: 'lab', state: { scale: 'C', length: 7 } })
  const one = desk()
  const loading = one.load()
  one.set({ length: 9 })
  await loading
  expect(one.value).toEqual({ scale: 'C', length: 9 })
  await vi.waitFor(() => expect(written().at(-1)).toEqual({ scale: 'C', length: 9 }))
})

it('what waits is written at once when the window goes', async () => {
  const one = desk()
  await one.load()
  one.set({ scale: 'C' })
  flushDesks()
  expect(written()).toContainEqual({ scale: 'C', length: 1 })
})

it('a wrong field falls back to its default', async () => {
  await stage.host.call('desk.set', { name: 'lab', state: { scale: 'D', length: 'seven' } })
  const one = desk()
  await one.load()
  expect(one.value).toEqual({ scale: 'N', length: 1 })
})

it('a damaged file is told of once', async () => {
  await stage.host.call('desk.set', { name: 'lab', state: {} })
  await writeFile(join(folder, 'desk', 'lab.json'), '{')
  await desk().load()
  await desk().load()
  expect(notices.list.map(({ text }) => text)).toEqual([expect.stringMatching(/^What this screen showed before could not be read/)])
})

it('without a host it shows its defaults', async () => {
  stage.host = { ...stage.host, call: () => Promise.reject(new Error('gone')) }
  const one = desk()
  await one.load()
  expect([one.loaded, one.value]).toEqual([true, { scale: 'N', length: 1 }])
})
