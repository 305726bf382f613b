/** A table of 100 MB, read through the contract: how long it takes, how much memory, and the longest time for which the thread that answers did nothing else. */
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/main/hosts/app'
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
      row('import of a table of 100 MB, memory above that before', 'MB', megabytes, { most: 300 })
    ]
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

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
