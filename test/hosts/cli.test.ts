import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../scripts/browsers.mjs'
import { cells } from '../../src/main/hosts/cli/columns'
import { outcomeSchema } from '../../src/shared/outcome'
import { finish, startProgram } from './built'
import type { Ended } from './built'

let folder: string
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'scalepath-cli-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const cli = (args: readonly string[], input = ''): Promise<Ended> => finish(startProgram('cli', args, { SCALEPATH_DATA: join(folder, 'data') }), input)
const example = (name: string): string => `resources/examples/${name}.scalepath.json`
const refusal = ({ stderr }: Ended): unknown => JSON.parse(stderr)

describe('scalepath call', () => {
  test('prints the result as JSON, and nothing on stderr', async () => {
    const { code, stdout, stderr } = await cli(['call', 'laws.optimum', '{"law":"hoffmann-2022","C":5.76e23}'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const { N, D } = JSON.parse(stdout) as { N: number; D: number }
    expect(N / 40.4e9).toBeCloseTo(1, 2)
    expect(D / 2.38e12).toBeCloseTo(1, 2)
  })

  test('--help lists the procedures, and gives the sentence and an example of one that can be called as it stands', async () => {
    const { stdout: list } = await cli(['call', '--help'])
    for (const name of ['laws.optimum', 'planner.evaluate', 'app.info']) expect(list).toContain(name)
    const { stdout: one } = await cli(['call', 'laws.optimum', '--help'])
    const example = /^scalepath call laws.optimum '(.*)'$/m.exec(one)?.[1] ?? ''
    expect(await cli(['call', 'laws.optimum', example])).toMatchObject({ code: 0, stderr: '' })
    expect(await cli(['call', 'laws.nothing', '--help'])).toMatchObject({ code: 2 })
  })

  test('reads the input from a file and from stdin', async () => {
    const input = '{"link":"step","scale":2,"params":{"critical":1}}'
    const path = join(folder, 'input.json')
    await writeFile(path, input)
    const answers = await Promise.all([cli(['call', 'links.probability', `@${path}`]), cli(['call', 'links.probability', '-'], input)])
    for (const { stdout } of answers) expect(JSON.parse(stdout)).toMatchObject({ probability: 1, emerged: true })
  })

  test('a refused input is JSON on stderr with the field, and exit code 1', async () => {
    const ended = await cli(['call', 'laws.optimum', '{"law":"hoffmann-2022","C":-1}'])
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(refusal(ended)).toMatchObject({ code: 'bad-input', path: 'C', message: expect.stringContaining('found -1') })
  })

  test('1e999 is not a number that can be held', async () => {
    expect(refusal(await cli(['call', 'laws.optimum', '{"law":"hoffmann-2022","C":1e999}']))).toMatchObject({ code: 'bad-input', path: 'C' })
  })

  test.each([
    [['call', 'no.such', '{}'], 'unknown-procedure', 1],
    [['call', 'laws.list', '{'], 'bad-input', 1],
    [['call', 'laws.list', '@/nowhere/input.json'], 'unreadable-file', 1],
    [['call'], 'usage', 2],
    [['call', 'laws.list', '{}', '{}'], 'usage', 2],
    [[], 'usage', 2],
    [['a.json', '--frob'], 'usage', 2],
    [['a.json', 'b.json'], 'usage', 2],
    [['a.json', '--json', '--pdf', 'x.pdf'], 'usage', 2],
    [['/nowhere/plan.scalepath.json'], 'unreadable-file', 1]
  ])('%j is refused as %s', async (args, code, exit) => {
    const ended = await cli(args)
    expect(ended).toMatchObject({ code: exit, stdout: '' })
    expect(refusal(ended)).toMatchObject({ code })
  })
})

describe('scalepath <plan>', () => {
  test.each(['reasoning', 'code', 'multilingual'])('prints the %s example as a table that fits a terminal', async (name) => {
    const { code, stdout, stderr } = await cli([example(name)])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Targets$/m)
    expect(stdout).toMatch(/^Scaling path$/m)
    expect(stdout).not.toMatch(/NaN|Infinity|undefined|\[object|\{\w+\}/)
    for (const line of stdout.split('\n')) expect(cells(line)).toBeLessThanOrEqual(100)
  })

  test('--json prints the whole outcome', async () => {
    const { stdout } = await cli([example('reasoning'), '--json'])
    const outcome = outcomeSchema.parse(JSON.parse(stdout))
    expect(outcome.targets.length).toBe(outcome.plan.targets.length)
  })

  test('--csv writes one file per table', async () => {
    const { code, stdout } = await cli([example('code'), '--csv', join(folder, 'tables')])
    expect(code).toBe(0)
    const names = await readdir(join(folder, 'tables'))
    expect(stdout.trim().split('\n')).toHaveLength(names.length)
    for (const name of names) expect((await readFile(join(folder, 'tables', name), 'utf8')).startsWith('\uFEFF')).toBe(true)
  })

  test('a file that is not a plan is refused with the reason', async () => {
    const path = join(folder, 'broken.scalepath.json')
    await writeFile(path, '{"format": "scalepath", "ver')
    const ended = await cli([path])
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(refusal(ended)).toMatchObject({ message: expect.stringContaining(path) })
  })

  test('a PDF cannot be written where there is no folder to write to', async () => {
    const ended = await cli([example('code'), '--csv', '/dev/null/tables'])
    expect(ended.code).toBe(1)
    expect(refusal(ended)).toMatchObject({ code: 'unwritable-file' })
  })

  test.skipIf(findBrowser() === null || !hasPdftotext())(
    '--pdf writes a tagged document with text and vector figures (needs a browser and pdftotext)',
    async () => {
      const path = join(folder, 'plan.pdf')
      const { code, stdout, stderr } = await cli([example('reasoning'), '--pdf', path])
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${path}\n`, stderr: '' })
      const pdf = await readFile(path, 'latin1')
      expect(pdf.startsWith('%PDF-')).toBe(true)
      expect(pdf).toContain('/StructTreeRoot')
      expect(pdf).toContain('/Outlines')
      // Two lines of heading: no picture that is made of pixels.
      expect(execFileSync('pdfimages', ['-list', path], { encoding: 'utf8' }).trim().split('\n')).toHaveLength(2)
      expect(execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })).toContain('Reasoning model 2027')
    }
  )
})

function hasPdftotext(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
