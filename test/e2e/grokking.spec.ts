/** Grokking on screen: from a dropped training curve to its verdict, the same as the procedure says. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Output } from '../../src/shared/contract'
import type { CurveRow } from '../../src/shared/contract/import'
import { isNoAnswer } from '../../src/shared/notes'
import type { NoAnswer } from '../../src/shared/notes'
import { formatText } from '../../src/shared/text/format'
import { messages } from '../../src/shared/text/messages'
import type { Language } from '../../src/shared/text/messages'
import { root } from '../hosts/built'
import { expect, test } from './app'
import type { Host } from './host'

type Analysis = Exclude<Output<'grokking.analyze'>, NoAnswer>

const CURVES = join(root, '..', 'shared', 'reference', 'data', 'grokking_curves.csv')

/** Two runs; "wide" memorises at step 300 and groks near 30 000, "narrow" only memorises. One line has no step. */
const OWN = [
  'run,step,train_acc,val_acc,val_loss,weight_norm',
  ...['wide', 'narrow'].flatMap((run) =>
    Array.from({ length: 60 }, (_, i) => {
      const step = Math.round(10 ** (1 + i / 14))
      const rise = (middle: number): number => 1 / (1 + Math.exp(-9 * Math.log10(step / middle)))
      const validation = run === 'wide' ? 0.01 + 0.99 * rise(15_000) : 0.01
      return [run, step, (0.01 + 0.99 * rise(100)).toFixed(4), validation.toFixed(4), (5 * (1.02 - validation)).toFixed(4), 40].join()
    })
  ),
  'narrow,,1,0.01,5,40',
  ''
].join('\n')

const open = async (page: Page, language: Language = 'en'): Promise<void> => {
  await page.getByRole('link', { name: messages[language].screen.rail.grokking, exact: true }).click()
  await expect(answerOf(page, language)).toBeVisible()
}
const answerOf = (page: Page, language: Language = 'en'): Locator =>
  page.locator('p').and(page.getByLabel(messages[language].screen.grokking.label, { exact: true }))
const drop = (page: Page, name: string, text: string): Promise<void> =>
  page
    .getByRole('main')
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

/** What the procedures say of each run, called directly. */
async function judged(host: Host, text: string): Promise<Map<string, Analysis>> {
  const { rows } = await host.call('import.read', { text, as: 'curve', mostRows: 200_000 })
  const curve = rows.filter((row): row is CurveRow => 'trainAccuracy' in row)
  const found = new Map<string, Analysis>()
  for (const run of new Set(curve.map((row) => row.run!))) {
    const analysis = await host.call('grokking.analyze', { curve, run })
    if (!isNoAnswer(analysis)) found.set(run, analysis)
  }
  return found
}

/** The table of runs shows what the procedure answers. */
async function sameVerdicts(page: Page, all: ReadonlyMap<string, Analysis>): Promise<void> {
  const { screen } = messages.en
  const table = page.getByRole('group', { name: screen.grokking.runs.title })
  const say = (value: number | null, kind: 'number' | 'factor'): string => (value === null ? '–' : formatText(value, kind, 'en'))
  for (const [run, { verdict, collapsed, memorisationStep, generalisationStep, delayRatio }] of all) {
    const cells = table.getByRole('row').filter({ hasText: run }).getByRole('cell')
    const word = screen.grokking.verdicts[verdict]
    await expect(cells).toHaveText([
      run,
      collapsed ? `${word}, then collapsed` : word,
      say(memorisationStep, 'number'),
      say(generalisationStep, 'number'),
      say(delayRatio, 'factor')
    ])
  }
}

test('a dropped curve gives the verdict that the procedure gives, its refused line, and another run at a click', async ({ app, page, host }) => {
  await open(page)
  await drop(page, 'runs.csv', OWN)
  const all = await judged(host, OWN)
  const wide = all.get('wide')!
  expect([wide.verdict, all.get('narrow')!.verdict]).toEqual(['grokked', 'memorising'])
  await expect(answerOf(page)).toContainText(`memorises at step ${formatText(wide.memorisationStep!, 'number', 'en')}`)
  await expect(answerOf(page)).toContainText(`generalises at step ${formatText(wide.generalisationStep!, 'number', 'en')}`)
  await sameVerdicts(page, all)
  await expect(page.getByRole('figure').first()).toContainText('Training accuracy is mastered from step')

  await page.getByRole('button', { name: 'Show narrow' }).click()
  await expect(answerOf(page)).toContainText('narrow memorises at step')
  await expect(page.getByRole('region', { name: messages.en.screen.grokking.files })).toContainText('122')
  await app.still()

  const threshold = page.getByRole('slider', { name: messages.en.screen.grokking.when.threshold })
  await threshold.focus()
  await threshold.press('Home')
  await expect(page.getByText('50 % or more', { exact: false })).toBeVisible()
})

test('every run of published curves has the verdict of the procedure', async ({ app: _app, page, host }) => {
  test.skip(!existsSync(CURVES), 'the published curves are not here')
  const text = readFileSync(CURVES, 'utf8')
  await open(page)
  await page.getByRole('main').locator('input[type=file]').setInputFiles(CURVES)
  const all = await judged(host, text)
  expect(all.size).toBe(7)
  await sameVerdicts(page, all)
})
