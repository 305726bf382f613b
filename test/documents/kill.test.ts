import { spawn } from 'node:child_process'
import { readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isTemporary } from '../../src/main/documents/durableFile'
import { restore } from '../../src/shared/plan/restore'
import { documentsIn, freshFolder } from './storage'

const KILLS = 200
/** Processes that save at the same time, each in a folder of its own. */
const SIDE_BY_SIDE = 4

let bundle: string
const folders: string[] = []

beforeAll(async () => {
  bundle = await freshFolder()
  folders.push(bundle)
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'savingChild.ts'),
      outDir: bundle,
      target: 'node20',
      minify: true,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } }
    },
    ssr: { noExternal: true }
  })
}, 30_000)

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

/** Lets a process save until a random moment after its first acknowledgement, kills it, and gives the last number that it acknowledged. */
function saveUntilKilled(folder: string, id: string, first: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(bundle, 'child.mjs'), folder, id, String(first)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let complaint = ''
    child.stdout.on('data', (chunk: Buffer) => {
      // The kill is armed by the first save, so that it always falls among saves.
      if (said === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * 25)
      said += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    child.on('close', (_code, signal) => (signal === 'SIGKILL' ? resolve(Number(said.trim().split('\n').at(-1))) : reject(new Error(complaint))))
  })
}

async function killAgainAndAgain(kills: number): Promise<{ saves: number; leftBehind: number }> {
  const folder = await freshFolder()
  folders.push(folder)
  const { info } = await documentsIn(folder).open({ example: 'code' })
  const path = join(folder, 'plans', `${info!.id}.scalepath.json`)
  let next = 1
  for (let kill = 0; kill < kills; kill++) {
    const acknowledged = await saveUntilKilled(folder, info!.id, next)
    const restored = restore(await readFile(path))
    expect(restored.verdict).toBe('ok')
    // The save under way at the kill may or may not have reached the disk; nothing acknowledged is missing.
    expect(restored.plan!.seed - acknowledged).toBeOneOf([0, 1])
    next = restored.plan!.seed + 1
  }
  const leftBehind = (await readdir(join(folder, 'plans'))).filter(isTemporary).length
  const opened = await documentsIn(folder).open({ id: info!.id })
  for (const { id } of opened.backups) expect((await documentsIn(folder).open({ backup: id })).verdict).toBe('ok')
  expect(opened.backups.length).toBeGreaterThan(0)
  return { saves: next - 1, leftBehind }
}

it(`${KILLS} kills during saves tear no file and lose no acknowledged save`, { timeout: 120_000 }, async () => {
  const runs = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => killAgainAndAgain(KILLS / SIDE_BY_SIDE)))
  // Evidence that the kills fell into saves: some left the temporary file of a write that was under way.
  expect(runs.reduce((sum, run) => sum + run.leftBehind, 0)).toBeGreaterThan(0)
  expect(runs.reduce((sum, run) => sum + run.saves, 0)).toBeGreaterThan(KILLS)
})
