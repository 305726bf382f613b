/** The Emergence lab: from a dropped file to a verdict, to evidence, to the changed answer; numbers are those of the procedures called directly. */
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Output } from '../../src/shared/contract'
import type { Observation } from '../../src/shared/contract/observations'
import { isNoAnswer } from '../../src/shared/notes'
import { formatText } from '../../src/shared/text/format'
import { messages } from '../../src/shared/text/messages'
import type { Language } from '../../src/shared/text/messages'
import { root } from '../hosts/built'
import { expect, test } from './app'
import type { Host } from './host'
import type { Screen } from './screen'

const DATA = join(root, '..', 'shared', 'reference', 'data')
type Threshold = Exclude<Output<'emergence.fitThreshold'>, { reason: string }>

interface File {
  name: string
  text: string
}
const sentence = (page: Page, language: Language = 'en'): Locator => page.getByLabel(messages[language].screen.lab.label, { exact: true })

async function openLab(app: Screen): Promise<void> {
  await app.page.getByRole('navigation', { name: app.text.rail.label }).getByRole('link', { name: app.text.rail.lab }).click()
  await expect(app.page.getByRole('heading', { name: app.text.lab.measured })).toBeVisible()
}
const give = (page: Page, files: readonly File[]): Promise<void> =>
  page.locator('main input[type="file"]').setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))
const fromData = async (...names: readonly string[]): Promise<File[]> =>
  Promise.all(names.map(async (name) => ({ name: basename(name), text: await readFile(join(DATA, name), 'utf8') })))

/** Rows of one task under one metric, as the host reads them itself. */
async function rowsOf(host: Host, { name, text }: File, task: string, metric: string): Promise<Observation[]> {
  const { rows } = await host.call('import.read', { text, fileName: name })
  return (rows as Observation[]).filter((row) => row.task === task && row.metric === metric)
}
async function fitOf(host: Host, observations: Observation[]): Promise<Threshold> {
  const { scale } = (await host.call('emergence.analyze', { observations })) as { scale: 'N' | 'C' | 'loss' }
  const fit = await host.call('emergence.fitThreshold', { observations, scale })
  if (isNoAnswer(fit)) throw new Error(fit.detail)
  return fit
}
const said = (x: number, scale: 'N' | 'C' | 'loss'): string => formatText(x, scale, 'en').replace(/e(\d+)/, '×10$1')

/** A jump at 20B parameters, sharp and with items behind each score. */
const JUMP: File = {
  name: 'jump.csv',
  text: [
    'model,params,task,exact_match,n,random',
    ...[1e8, 3e8, 1e9, 3e9, 8e9, 14e9, 20e9, 30e9, 50e9, 90e9, 200e9, 400e9].map(
      (N, i) => `m${i},${N},puzzles,${[0.02, 0.03, 0.02, 0.02, 0.04, 0.13, 0.42, 0.76, 0.92, 0.93, 0.94, 0.93][i]},400,0.02`
    )
  ].join('\n')
}

test('a CSV goes from drop to verdict, to evidence, to the changed answer; undo takes it back, a restart shows it again', async ({ app, page, host }) => {
  const before = await app.outcome('run.N').innerText()
  await openLab(app)
  await give(page, [JUMP])
  const fit = await fitOf(host, await rowsOf(host, JUMP, 'puzzles', 'exact_match'))
  await expect(sentence(page)).toContainText(`appears at ${said(fit.critical, 'N')}`)
  await expect(sentence(page)).toContainText(said(fit.intervals!.critical.low!, 'N'))
  await expect(sentence(page)).toContainText(said(fit.intervals!.critical.high!, 'N'))
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Emergent')
  const use = page.getByRole('region', { name: 'Use as evidence' })
  await expect(use).toContainText(/needs would (go from|stay)/)
  const promised = /go from \S+ to (\S+),/.exec(await use.innerText())?.[1]
  await use.getByRole('button', { name: 'Save as evidence' }).click()
  await page.getByRole('button', { name: 'See the answer' }).click()
  await app.settled()
  const after = await app.outcome('run.N').innerText()
  expect(after).not.toBe(before)
  expect(after, 'what was said before it was done').toContain(promised ?? '?')
  const { plan } = await host.call('documents.current', {})
  expect(plan!.targets.flatMap(({ entries }) => entries).at(-1)).toMatchObject({
    axis: 'N',
    means: 'scale',
    source: 'jump.csv, puzzles, exact_match',
    critical: { low: fit.intervals!.critical.low, high: fit.intervals!.critical.high }
  })
  await app.undo.click()
  await expect(app.outcome('run.N')).toHaveText(before, { useInnerText: true })
  await openLab(app)
  await page.getByRole('tab', { name: app.text.lab.tabs.chance }).click()
  const helper = page.getByRole('tabpanel', { name: app.text.lab.tabs.chance })
  await app.type(helper.getByRole('button', { name: new RegExp(`^${app.text.lab.guess.items}`) }), '1319')
  await page.reload()
  await app.settled()
  await openLab(app)
  await expect(helper.getByRole('button', { name: new RegExp(`^${app.text.lab.guess.items}`) })).toContainText(formatText(1319, 'count', 'en'))
  await expect(sentence(page)).toContainText(`appears at ${said(fit.critical, 'N')}`)
})

test('two metrics of one ability stand side by side, and the answer length makes the jump', async ({ app, page }) => {
  await openLab(app)
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: /One ability, two metrics/ }).click()
  await expect(sentence(page)).toContainText('five tokens')
  const figure = page.getByRole('figure').filter({ hasText: /both kinds of metric|Only one kind/ })
  await expect(figure).toContainText('token_accuracy')
  await expect(figure).toContainText('exact_match')
  const half = page.getByRole('figure').filter({ hasText: 'A smooth ability can look like a jump' })
  const was = await half.locator('figcaption').innerText()
  await page.getByRole('slider', { name: /Answer length/ }).press('PageUp')
  await expect(half.locator('figcaption')).not.toHaveText(was, { useInnerText: true })
})

test('scores of one size, without a baseline, in percent, and beside words: each is said plainly', async ({ app, page }) => {
  await openLab(app)
  await give(page, [{ name: 'one.csv', text: 'model,N,task,acc\na,7e9,sums,0.4\nb,7e9,sums,0.42\n' }])
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Too few sizes')
  await give(page, [{ name: 'percent.csv', text: 'model,N,task,acc\na,1e9,sums,41 %\nb,2e9,sums,good\nc,4e9,sums,52 %\nd,8e9,sums,70 %\n' }])
  await expect(page.getByText('3 rows, 1 refused')).toBeVisible()
  await expect(page.getByText(/line 3/)).toBeVisible()
  await give(page, [
    {
      name: 'shots.csv',
      text: ['task,N,acc,shots', ...[0, 5].flatMap((k) => [1e9, 4e9, 16e9, 64e9].map((N, i) => `sums,${N},${0.2 + 0.15 * i + 0.01 * k},${k}`))].join('\n')
    }
  ])
  await expect(page.getByText('each a series of its own')).toBeVisible()
})

test('a samples file of 100 MB says how far it is, and can be stopped', async ({ app, page, folder }) => {
  const line = `${JSON.stringify({ doc_id: 1, target: 'x'.repeat(400), filtered_resps: ['y'.repeat(400)], exact_match: 0, arguments: [] })}\n`
  const path = join(folder, 'samples_sums_2026-01-01.jsonl')
  await writeFile(path, line.repeat(Math.ceil(1e8 / line.length)))
  await openLab(app)
  await page.locator('main input[type="file"]').setInputFiles(path)
  await expect(page.getByText(/Taking the file: .+ of 100/)).toBeVisible()
  await page
    .getByRole('region', { name: app.text.lab.measured })
    .getByRole('button', { name: /Cancel|Stop/ })
    .click()
  await expect(page.getByText('Stopped.')).toBeVisible()
})

test.describe('published measurements', () => {
  test.skip(!existsSync(DATA), 'the published measurements are not here')

  test('the OLMo ladder: one task of many, its threshold as the procedure answers', async ({ app, page, host }) => {
    test.slow()
    const [file] = await fromData('olmo_ladder_final_long.csv')
    await openLab(app)
    await give(page, [file!])
    await expect(page.getByText(/3.951 rows/)).toBeVisible()
    await expect(page.getByText(/tasks in these rows/)).toBeVisible()
    await page.locator('[data-input="lab-task"]').click()
    await page.getByRole('menuitemradio', { name: 'arc_easy_test_mc_5shot' }).first().click()
    await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible({ timeout: 60_000 })
    await expect(sentence(page)).toContainText('arc_easy')
    const { rows } = await host.call('import.read', { text: file!.text, fileName: file!.name })
    const task = (rows as Observation[]).filter((row) => row.task === 'arc_easy_test_mc_5shot')
    const analysis = await host.call('emergence.analyze', { observations: task })
    if (isNoAnswer(analysis)) throw new Error(analysis.detail)
    await expect(page.getByRole('region', { name: 'Verdict' })).toContainText(app.text.lab.verdict.labels[analysis.verdict.label])
  })

  test('emergent tasks joined with the sizes of another file, by model', async ({ app, page }) => {
    test.slow()
    const files = await fromData('obsscaling_emergent.csv', 'obsscaling_benchmarks.csv')
    await openLab(app)
    await give(page, files)
    await expect(page.getByText(/sizes?/i).first()).toBeVisible()
    await page.locator('[data-input="lab-task"]').click()
    await page.getByRole('menuitemradio', { name: 'word_unscrambling_2' }).first().click()
    await expect(sentence(page)).toContainText(/word_unscrambling_2.*exact_match.*(appears|rises)/)
    await expect(sentence(page)).toContainText('FLOP')
  })

  test('results of lm-evaluation-harness of one model: too few sizes, and what is missing', async ({ app, page }) => {
    const names = (await readdir(join(DATA, 'lm_eval_examples'))).filter((name) => name.includes('llama3')).map((name) => join('lm_eval_examples', name))
    await openLab(app)
    await give(page, await fromData(...names))
    await page.getByRole('button', { name: 'Use these sizes' }).click()
    await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Too few sizes', { timeout: 30_000 })
  })
})
