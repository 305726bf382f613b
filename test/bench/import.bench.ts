/**
 * A table of 100 MB, read through the contract, and samples of 100 MB, handed over in slices as a page does and read: how long it takes, how much memory, and the
 * longest time for which the thread that answers did nothing else.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type App } from '../../src/main/hosts/app'
import { row } from './timing'

const BYTES = 100e6
const root = join(import.meta.dirname, '..', '..')

export const title = 'Reading large files'

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'scalepath-bench-'))
  process.env['SCALEPATH_DATA'] = join(folder, 'data')
  const app = await createApp({ host: 'cli', root, plan: null, printPdf: () => Promise.resolve(new Uint8Array()) })
  try {
    const path = join(folder, 'large.csv')
    await writeTable(path)
    const [seconds, gaps, megabytes]: [number[], number[], number[]] = [[], [], []]
    for (let i = 0; i < 3; i++) {
      const before = process.memoryUsage().rss
      const watch = longestGap()
      const start = performance.now()
      await app.handle('import.read', { path }, { signal: new AbortController().signal, emit: () => watch.memory() })
      seconds.push((performance.now() - start) / 1000)
      gaps.push(watch.end())
      megabytes.push((watch.most() - before) / 1e6)
    }
    return [
      row('import of a table of 100 MB', 's', seconds),
      row('import of a table of 100 MB, longest gap of the thread that answers', 'ms', gaps, { most: 100 }),
      row('import of a table of 100 MB, memory above that before', 'MB', megabytes, { most: 300 }),
      ...(await samples(app))
    ]
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Bytes of a slice, as the page takes them. */
const SLICE = 3_000_000

async function samples(app: App) {
  const call = (procedure: string, input: unknown): Promise<unknown> =>
    app.handle(procedure, input, { signal: new AbortController().signal, emit: () => undefined })
  const bytes = Buffer.from(Array.from({ length: 46_000 }, (_, id) => sample(id)).join(''))
  // As they come to a host: written as JSON.
  const slices = Array.from({ length: Math.ceil(bytes.length / SLICE) }, (_, i) =>
    JSON.stringify({ base64: bytes.subarray(i * SLICE, (i + 1) * SLICE).toString('base64') })
  )
  const [taking, takingGaps, reading, readingGaps]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let i = 0; i < 3; i++) {
    const { file } = (await call('import.begin', { fileName: 'samples_gsm8k_2026.jsonl', size: bytes.length })) as { file: string }
    await measured(taking, takingGaps, async () => {
      for (const [i, slice] of slices.entries()) await call('import.append', { file, at: i * SLICE, ...(JSON.parse(slice) as { base64: string }) })
    })
    await measured(reading, readingGaps, () => call('import.read', { file, mostCharacters: 12e6 }))
    await call('import.discard', { file })
  }
  return [
    row('samples of 100 MB handed over', 's', taking),
    row('samples of 100 MB handed over, longest gap of the thread that answers', 'ms', takingGaps, { most: 100 }),
    row('samples of 100 MB read', 's', reading),
    row('samples of 100 MB read, longest gap of the thread that answers', 'ms', readingGaps, { most: 100 })
  ]
}

async function measured(seconds: number[], gaps: number[], work: () => Promise<unknown>): Promise<void> {
  const watch = longestGap()
  const start = performance.now()
  await work()
  seconds.push((performance.now() - start) / 1000)
  gaps.push(watch.end())
}

const sample = (id: number): string =>
  `${JSON.stringify({
    doc_id: id,
    doc: { question: 'q'.repeat(600), answer: 'a'.repeat(300) },
    target: `#### ${id}`,
    arguments: { gen_args_0: { arg_0: 'p'.repeat(700) } },
    resps: [['r'.repeat(300)]],
    filtered_resps: [String(id)],
    filter: 'strict-match',
    metrics: ['exact_match'],
    doc_hash: 'd'.repeat(64),
    exact_match: id % 3 === 0 ? 1 : 0
  })}\n`

async function writeTable(path: string): Promise<void> {
  const file = await open(path, 'w')
  await file.write('model,N,D,task,metric,value,stderr\n')
  const part = Array.from(
    { length: 20_000 },
    (_, i) => `model-${i % 97}-base,${1e6 + i}000,${i}00000000,task-${i % 31},acc,0.${(i * 7919) % 1e6},0.0123\n`
  ).join('')
  for (let written = 0; written < BYTES; written += part.length) await file.write(part)
  await file.close()
}

function longestGap(): { memory: () => void; most: () => number; end: () => number } {
  let last = performance.now()
  let longest = 0
  let most = 0
  const beat = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 1)
  return {
    memory: () => void (most = Math.max(most, process.memoryUsage().rss)),
    most: () => most,
    end: () => (clearInterval(beat), longest)
  }
}
