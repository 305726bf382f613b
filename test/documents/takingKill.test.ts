/** Kills while a file is handed over: what was acknowledged is whole, what was not is never taken for a file, and nothing else is touched. */
import { spawn } from 'node:child_process'
import { readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deskIn, freshFolder, intakeIn } from './storage'

const KILLS = 20
const FILE_BYTES = 1_200_000

let bundle: string
let folder: string

beforeAll(async () => {
  bundle = await freshFolder()
  folder = await freshFolder()
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'takingChild.ts'),
      outDir: bundle,
      target: 'node20',
      minify: true,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } }
    },
    ssr: { noExternal: true }
  })
}, 30_000)

afterAll(() => Promise.all([bundle, folder].map((each) => rm(each, { recursive: true, force: true }))))

/** Kills a process at a random moment after its first file, and gives the last one that it acknowledged. */
function takeUntilKilled(first: number): Promise<{ n: number; file: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(bundle, 'child.mjs'), folder, String(first)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let complaint = ''
    child.stdout.on('data', (chunk: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * 40)
      said += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    child.on('close', (_code, signal) => {
      const [n, file] = said.trim().split('\n').at(-1)!.split(' ')
      if (signal === 'SIGKILL') resolve({ n: Number(n), file: file! })
      else reject(new Error(complaint))
    })
  })
}

it(`${KILLS} kills while files are handed over lose none that arrived, and none that did not is read`, { timeout: 60_000 }, async () => {
  const intake = intakeIn(folder)
  const mine = await intake.begin({ fileName: 'mine.csv', size: 8 })
  await intake.append({ file: mine.file, at: 0, base64: Buffer.from('N,score\n').toString('base64') })
  let next = 1
  let unfinished = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const acknowledged = await takeUntilKilled(next)
    const whole = await intakeIn(folder).find(acknowledged.file)
    expect((await readFile(whole.path)).length).toBe(FILE_BYTES)
    const { state, notes } = await deskIn(folder).get('lab')
    expect(notes).toEqual([])
    expect((state as { n: number }).n - acknowledged.n).toBeOneOf([0, 1])
    expect(await readFile((await intakeIn(folder).find(mine.file)).path, 'utf8')).toBe('N,score\n')
    const files = (await readdir(join(folder, 'intake'))).filter((name) => !name.startsWith('.') && !name.endsWith('.json') && name !== mine.file)
    for (const file of files) {
      const found = await intakeIn(folder)
        .find(file)
        .catch(() => null)
      if (found === null) unfinished++
      else expect((await readFile(found.path)).length).toBe(FILE_BYTES)
      await intakeIn(folder).discard(file)
    }
    next = acknowledged.n + 2
  }
  // Evidence that the kills fell among slices: some left a file that had not arrived whole.
  expect(unfinished).toBeGreaterThan(0)
})
