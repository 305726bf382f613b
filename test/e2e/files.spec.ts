/**
 * From each published file to the changed answer: dropped, read, judged or fitted, put into the plan with what that does said before, seen on the first screen, taken back.
 * The numbers are those of `npx scalepath call` on the same file.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Input, Output } from '../../src/shared/contract'
import type { CurveRow, RunRow } from '../../src/shared/contract/import'
import type { Observation } from '../../src/shared/contract/observations'
import type { NoteCode } from '../../src/shared/note'
import { fill } from '../../src/shared/text/fill'
import { formatText } from '../../src/shared/text/format'
import { messages } from '../../src/shared/text/messages'
import { expect, test } from './app'
import { answered, DATA, drop, haveData, published, scalepath, type Dropped } from './files'
import type { Host } from './host'
import { startHost } from './host'
import { Screen } from './screen'
import { watch } from './watch'

const { screen } = messages.en
const zone = (page: Page): Locator => page.getByRole('main').locator('button.drop')
async function to(app: Screen, id: 'answer' | 'lab' | 'grokking' | 'laws'): Promise<void> {
  await app.page.getByRole('link', { name: screen.rail[id], exact: true }).click()
  // Files are taken wherever they are let go once there is a zone for them.
  if (id === 'lab' || id === 'grokking') await expect(zone(app.page)).toBeVisible()
}
/** What was changed is on the disk; the simulation of the plan need not have ended. */
const kept = (page: Page): Promise<void> => expect(page.locator('[data-saving="saved"]')).toBeVisible()
const planOf = async (host: Host) => (await host.call('documents.current', {})).plan!
/** The run of the answer's sentence, as the host gives it for the plan on the disk. */
async function runOf(host: Host) {
  const outcome = await host.call('planner.evaluate', { plan: await planOf(host) })
  return outcome.targets.find(({ id }) => id === outcome.focus)!.required!
}
async function answerShows(app: Screen, host: Host): Promise<void> {
  await kept(app.page)
  const { N, usd } = await runOf(host)
  await expect(app.outcome('run.N')).toContainText(formatText(N, 'N', 'en'), { useInnerText: true })
  await expect(app.outcome('run.usd')).toContainText(formatText(usd, 'usd', 'en'), { useInnerText: true })
}

test.describe('published measurements', () => {
  test.skip(!haveData, 'the published measurements are not here')

  test('245 runs: three approaches, constants with intervals, influence and warnings; the law in the plan, undone, and there again after a restart', async ({
    app,
    page,
    host,
    browser
  }) => {
    test.slow()
    const text = screen.runsFit
    const before = await app.outcome('run.usd').innerText()
    await to(app, 'laws')
    await page.getByRole('tab', { name: screen.lawPage.tab.fit, exact: true }).click()
    await page.getByRole('button', { name: new RegExp(`^${text.bootstrap}`) }).click()
    await page.getByRole('menuitemradio', { name: '0', exact: true }).click()
    await drop(zone(page), published('chinchilla_245.csv'))

    const read = await scalepath('import.read', { path: join(DATA, 'chinchilla_245.csv') })
    const points = (read.rows as RunRow[]).map(({ N, D, C, loss, line }) => ({ N, D, C, loss, line }))
    const question: Input<'laws.fit'> = { points, approach: 'parametric', form: 'chinchilla', bootstrap: 0 }
    const fit = answered(await scalepath('laws.fit', question))
    const sentence = page.getByRole('main').locator('p.answer')
    await expect(sentence).toContainText('Fitted to 245 runs', { timeout: 60_000 })
    await expect(sentence).toContainText(`C${formatText(fit.exponents!.a, 'number', 'en')}`)
    const constants = page.getByRole('group', { name: text.constants, exact: true })
    for (const [name, symbol] of Object.entries({ E: 'E', A: 'A', B: 'B', alpha: 'α', beta: 'β' })) {
      const row = constants.getByRole('row').filter({ has: page.getByRole('cell', { name: symbol, exact: true }) })
      await expect(row).toContainText(`${formatText(fit.constants[name]!, 'number', 'en')} ± ${formatText(fit.standardErrors![name]!, 'number', 'en')}`)
      await expect(row).toContainText(fill(text.table.range, { ...fit.intervals![name]!, share: fit.level }, 'en'))
    }
    const [identified, rests] = fit.warnings
    await expect(page.getByRole('main')).toContainText(identified!.message)
    await expect(page.getByRole('main')).toContainText(rests!.message)
    const [first] = fit.influence.points
    const runs = page.getByRole('group', { name: text.influence, exact: true }).locator('tbody tr')
    await expect(runs.first()).toContainText(`run ${first!.row}`)
    await expect(runs.first()).toContainText(formatText(first!.delta[fit.influence.sortedBy]!, 'number', 'en'))
    await expect(page.getByRole('group', { name: text.sets, exact: true }).locator('tbody tr')).toHaveCount(fit.influence.sets.length)
    const largest = fit.residuals.reduce((a, b) => (Math.abs(b.residual) > Math.abs(a.residual) ? b : a))
    await expect(page.getByRole('figure').filter({ hasText: text.residuals })).toContainText(
      fill(text.residualSentence, { largest: Math.abs(largest.residual), N: largest.N }, 'en')
    )

    for (const approach of ['isoflop', 'envelope'] as const) {
      await page.locator('[data-input="fit-approach"]').click()
      await page.getByRole('menuitemradio', { name: text.approaches[approach] }).click()
      const other = answered(await host.call('laws.fit', { points, approach, bootstrap: 0 }))
      await expect(sentence).toContainText(`the best size grows as C${formatText(other.exponents!.a, 'number', 'en')}`, { timeout: 60_000 })
      await expect(page.getByRole('button', { name: text.use })).toBeDisabled()
    }
    await page.locator('[data-input="fit-approach"]').click()
    await page.getByRole('menuitemradio', { name: text.approaches.parametric }).click()
    const use = page.getByRole('button', { name: text.use })
    await expect(use).toBeEnabled({ timeout: 60_000 })
    const cost = page.locator('dl > div').filter({ hasText: text.thenUsd })
    await expect(cost).toContainText('→')
    const promised = (await cost.locator('dd').innerText()).split('→')[1]!.trim()
    await use.click()
    await page.getByRole('button', { name: text.see }).click()
    await answerShows(app, host)
    expect(await app.outcome('run.usd').innerText()).not.toBe(before)
    await expect(app.outcome('run.usd'), 'what was said before it was done').toContainText(promised, { useInnerText: true })
    const { law } = await planOf(host)
    expect(law).toMatchObject({ id: 'fitted:chinchilla', fitted: { source: 'chinchilla_245.csv' } })
    expect(law.fitted!.constants).toEqual(fit.constants)
    await app.undo.click()
    await expect(app.outcome('run.usd')).toHaveText(before, { useInnerText: true })
    await kept(page)
    await page.close()
    await host.end('SIGTERM')

    const again = await startHost(host.folder)
    const context = await browser.newContext()
    try {
      const next = new Screen(await context.newPage(), await watch(context, () => again.origin))
      await next.open(again.address)
      await to(next, 'laws')
      await expect(zone(next.page)).toContainText('chinchilla_245.csv')
      await expect(next.page.getByRole('button', { name: `${text.bootstrap}: 0` })).toBeVisible()
      await expect(next.page.getByRole('main').locator('p.answer')).toContainText('Fitted to 245 runs', { timeout: 60_000 })
    } finally {
      await context.close()
      await again.end('SIGTERM')
    }
  })

  test('training curves, let go beside their zone: the verdict on each, and the tokens at generalisation as the plan’s', async ({ app, page, host }) => {
    const { grokking } = screen
    const before = await app.outcome('run.usd').innerText()
    await to(app, 'grokking')
    await drop(page.getByRole('navigation', { name: app.text.rail.label }), published('grokking_curves.csv'))
    const run = 'adamw_sweep_lr_1em3_wd_3p0_seed_0'
    await page.getByRole('button', { name: `Show ${run}` }).click({ timeout: 30_000 })
    const read = await scalepath('import.read', { path: join(DATA, 'grokking_curves.csv'), as: 'curve' })
    const curve = (read.rows as CurveRow[]).map(({ line: _line, ...record }) => record)
    const verdict = answered(await scalepath('grokking.analyze', { curve, run, tokensPerStep: 1e9 }))
    const sentence = page.getByLabel(grokking.label, { exact: true }).and(page.locator('p'))
    await expect(sentence).toContainText(`generalises at step ${formatText(verdict.generalisationStep!, 'number', 'en')}`)

    const use = page.getByRole('region', { name: grokking.plan.title })
    await expect(use.getByRole('button', { name: grokking.plan.use })).toBeDisabled()
    await app.type(page.locator('[data-input="grokking-tokens"]'), '1K')
    await expect(use).toContainText('nothing has to change')
    await app.type(page.locator('[data-input="grokking-tokens"]'), '1B')
    const tokens = verdict.tokens!.generalisation!
    await expect(use).toContainText(`would get ${formatText(tokens, 'D', 'en')} tokens instead of ${formatText((await runOf(host)).D, 'D', 'en')}`)
    const promised = /cost (\S+) instead/.exec(await use.innerText())![1]!
    await use.getByRole('button', { name: grokking.plan.use }).click()
    await page.getByRole('button', { name: grokking.plan.see }).click()
    await answerShows(app, host)
    await expect(app.outcome('run.usd'), 'what was said before it was done').toContainText(promised, { useInnerText: true })
    expect((await planOf(host)).ratio).toEqual({ kind: 'fixedD', tokens })
    await to(app, 'grokking')
    await expect(use).toContainText(grokking.plan.inUse)
    await app.undo.click()
    await to(app, 'answer')
    await expect(app.outcome('run.usd')).toHaveText(before, { useInnerText: true })
  })
})

/** Shows a task of the lab, on the scale that is asked for. */
async function show(page: Page, task: string, scale: 'N' | 'C' | null = null): Promise<void> {
  await page.locator('[data-input="lab-task"]').click()
  await page.getByRole('menuitemradio', { name: task, exact: false }).first().click()
  await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible({ timeout: 60_000 })
  if (scale !== null)
    await page.getByRole('group', { name: screen.lab.scale, exact: true }).getByRole('button', { name: screen.lab.scales[scale], exact: true }).click()
}
type Fit = Exclude<Output<'emergence.fitThreshold'>, { reason: string }>
const said = (x: number, scale: Fit['scale']): string => formatText(x, scale, 'en').replace(/e(\d+)/, '×10$1')

/** The sentence says threshold and range of this fit; saving it does what was said before, on the first screen; undo takes it back. */
async function evidenceOf(app: Screen, host: Host, fit: Fit): Promise<void> {
  const { page } = app
  const sentence = page.getByLabel(screen.lab.label, { exact: true })
  const { low, high } = fit.intervals!.critical
  const { targets: before } = await planOf(host)
  for (const x of [fit.critical, low!, high!]) await expect(sentence).toContainText(said(x, fit.scale), { timeout: 60_000 })
  const use = page.getByRole('region', { name: screen.lab.evidence.title })
  await expect(use).toContainText(/needs would go from|would become a target/)
  const promised = /(?:and what it costs from \S+ to|and costs) (\S+)\./.exec(await use.innerText())![1]!
  await use.getByRole('button', { name: screen.lab.evidence.save }).click()
  await page.getByRole('button', { name: screen.lab.evidence.see }).click()
  await kept(page)
  const { targets } = await planOf(host)
  const holder = targets.find(({ entries }) => entries.length > 0 && entries.at(-1)!.source.includes(fit.task!))!
  expect(holder.entries.at(-1)).toMatchObject({ axis: fit.scale, critical: { low, high }, means: 'scale' })
  const outcome = await host.call('planner.evaluate', { plan: await planOf(host) })
  const { N, usd } = outcome.targets.find(({ id }) => id === holder.id)!.required!
  expect(formatText(usd, 'usd', 'en'), 'what was said before it was done').toBe(promised)
  await expect(
    app.table
      .getByRole('row')
      .filter({ hasText: formatText(N, 'N', 'en') })
      .first()
  ).toBeVisible()
  await app.undo.click()
  await kept(page)
  expect((await planOf(host)).targets).toEqual(before)
}

/** The threshold of a task under the metric that stands for it, by the command line. */
async function fitOf(rows: readonly Observation[], task: string, scale?: 'N' | 'C'): Promise<Fit> {
  const observations = rows.filter((row) => row.task === task)
  const analysis = answered(await scalepath('emergence.analyze', { observations, replicates: 99, ...(scale === undefined ? {} : { scale }) }))
  const own = observations.filter(({ metric }) => metric === analysis.metric)
  return answered(await scalepath('emergence.fitThreshold', { observations: own, scale: analysis.scale }))
}
const rowsOf = async (path: string, sizes: Input<'import.read'>['models'] = {}): Promise<Observation[]> =>
  (await scalepath('import.read', { path, models: sizes })).rows as Observation[]

test.describe('published scores', () => {
  test.skip(!haveData, 'the published measurements are not here')

  test('the OLMo ladder: one task of many, on parameters, as evidence of the plan’s target', async ({ app, page, host }) => {
    test.slow()
    await to(app, 'lab')
    await drop(zone(page), published('olmo_ladder_final_long.csv'))
    await expect(zone(page)).toContainText(/3.951 rows/)
    const task = 'hellaswag_val_rc_5shot'
    await show(page, task, 'N')
    await evidenceOf(app, host, await fitOf(await rowsOf(join(DATA, 'olmo_ladder_final_long.csv')), task, 'N'))
  })

  test('emergent tasks joined with the sizes of another file, let go beside the zone: a threshold on compute as a new target', async ({ app, page, host }) => {
    test.slow()
    await to(app, 'lab')
    await drop(page.getByRole('navigation', { name: app.text.rail.label }), published('obsscaling_emergent.csv'), published('obsscaling_benchmarks.csv'))
    const task = 'word_unscrambling_2'
    await show(page, task)
    const sizes = Object.fromEntries(
      (await rowsOf(join(DATA, 'obsscaling_benchmarks.csv'))).flatMap(({ model, N, D, C, family }) =>
        model && N ? [[model, { N, ...(D ? { D } : {}), ...(C ? { C } : {}), ...(family ? { family } : {}) }]] : []
      )
    )
    const fit = await fitOf(await rowsOf(join(DATA, 'obsscaling_emergent.csv'), sizes), task)
    expect(fit.scale).toBe('C')
    await page.locator('[data-input="lab-target"]').click()
    await page.getByRole('menuitemradio', { name: `A new target: ${task}` }).click()
    await evidenceOf(app, host, fit)
  })

  test('results of lm-evaluation-harness: too few sizes, until a table of others comes beside them; other tasks stay apart', async ({
    app,
    page,
    host,
    folder
  }) => {
    test.slow()
    const names = ['arc', 'gsm8k'].map((name) => join('lm_eval_examples', `v0.4_llama3-8b_${name}.json`))
    await to(app, 'lab')
    await drop(zone(page), ...names.map(published))
    await page.getByRole('button', { name: screen.intake.columns.useSizes }).click()
    await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Too few sizes', { timeout: 30_000 })

    const path = join(folder, 'others.csv')
    await writeFile(path, OTHERS)
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: screen.intake.add, exact: true }).click()])
    await chooser.setFiles(path)
    await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Emergent', { timeout: 30_000 })
    const llama = await rowsOf(join(DATA, names[0]!), { 'meta-llama/Meta-Llama-3-8B': { N: 8e9 } })
    const fit = await fitOf([...llama, ...(await rowsOf(path))], 'arc_challenge')
    expect(fit.sizes).toBe(12)
    await evidenceOf(app, host, fit)

    await to(app, 'lab')
    const tasks = page.getByText(/\d+ tasks in these rows/)
    const before = await tasks.innerText()
    const [another] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: screen.intake.add, exact: true }).click()])
    await another.setFiles(join(DATA, 'lm_eval_examples', 'v0.3_pythia-1.4b-deduped_step0.json'))
    await expect(tasks, 'the tasks of the file that came').not.toHaveText(before, { useInnerText: true, timeout: 30_000 })
    await page.locator('[data-input="lab-task"]').click()
    await page.getByRole('menuitemradio', { name: 'crows_pairs_english_race_color' }).click()
    // Neither a size nor a direction: no verdict, and every row says why.
    await expect(page.getByLabel(screen.lab.label, { exact: true })).toContainText('Nothing to analyse in crows_pairs_english_race_color')
    await expect(page.getByText(/Left out of the analysis: \d/)).toBeVisible()
  })
})

/** Eleven sizes of the task and shots that one of the published files has one size of. */
const OTHERS = [
  'model,params,task,acc,n,shots',
  ...[70e6, 160e6, 410e6, 1e9, 1.4e9, 2.8e9, 4e9, 14e9, 32e9, 70e9, 180e9].map(
    (N, i) => `m${i},${N},arc_challenge,${[0.25, 0.26, 0.25, 0.25, 0.26, 0.27, 0.34, 0.78, 0.86, 0.88, 0.87][i]},1172,25`
  )
].join('\n')

test.describe('a file that is of no use where it is let go', () => {
  // A browser reports every refused call.
  test.use({ forgiven: [/Failed to load resource/] })

  const SCORES = ['model,N,task,acc', 'a,1e9,sums,0.2', 'b,2e9,sums,0.3', 'c,4e9,sums,0.5', 'd,8e9,sums,0.7', ''].join('\n')
  const [PLAIN, MARK] = [Buffer.from(SCORES, 'utf16le'), Buffer.from([0xff, 0xfe])]
  const RUNS = ['N,D,loss', '1e8,2e9,3.2', '1e9,2e10,2.6', ''].join('\n')
  const CURVE = ['step,train_accuracy,validation_accuracy', ...Array.from({ length: 8 }, (_, i) => `${(i + 1) * 10},${i / 8},0.01`), ''].join('\n')
  /** Refused as a whole, and by which sentence. */
  const REFUSED: readonly [Dropped, NoteCode, Record<string, string>][] = [
    [{ name: 'a.png', content: Buffer.from('89504e470d0a1a0a0000000d', 'hex') }, 'import-other-kind', { kind: 'PNG' }],
    [{ name: 'a.pdf', content: '%PDF-1.7\n' }, 'import-other-kind', { kind: 'PDF' }],
    [{ name: 'a.scalepath.json', content: '{"format": "scalepath", "version": 1, "plan": {}}' }, 'import-own-plan', {}],
    [{ name: 'a.scalepath-evidence.json', content: '{"format": "scalepath-evidence", "version": 1, "entries": []}' }, 'import-own-evidence', {}],
    [{ name: 'empty.csv', content: '' }, 'import-empty', {}],
    [{ name: 'bare-utf16.csv', content: PLAIN }, 'import-binary', {}]
  ]

  for (const language of ['en', 'zh'] as const) {
    test.describe(() => {
      test.use({ settings: { language } })

      test(`is told so, in ${language}, with its lines; what can be read goes on`, async ({ host, page, watched }) => {
        const app = new Screen(page, watched, language)
        const text = messages[language]
        await app.open(host.address)
        const open = (id: 'lab' | 'grokking' | 'laws'): Promise<void> => page.getByRole('link', { name: text.screen.rail[id], exact: true }).click()
        const main = page.getByRole('main')
        await open('lab')
        for (const [file, code, values] of REFUSED) {
          await drop(zone(page), file)
          await expect(zone(page)).toContainText(file.name)
          await expect(zone(page)).toContainText(fill(text.notes[code], values, language))
        }
        await drop(zone(page), { name: 'header.csv', content: SCORES.split('\n')[0]! })
        await expect(main).toContainText(text.notes['import-no-rows'])
        await drop(zone(page), { name: 'utf16.csv', content: Buffer.concat([MARK, PLAIN]) })
        await expect(zone(page)).toContainText(fill(text.screen.intake.rows, { rows: 4 }, language))
        const odd = ['model,N,task,acc', 'a,1e9,sums,NaN', 'b,2e9,sums,inf', 'c,4e9,sums,well', 'd,8e9,sums,70 %'].join('\n')
        await drop(zone(page), { name: 'odd.csv', content: odd })
        for (const value of ['NaN', 'inf']) await expect(main).toContainText(fill(text.notes['import-not-finite'], { text: value }, language))
        await expect(zone(page)).toContainText(fill(text.screen.intake.rowsRefused, { rows: 1, problems: 3 }, language))
        await drop(zone(page), { name: 'curve.csv', content: CURVE })
        await expect(main).toContainText(text.screen.lab.otherKinds.curve)
        await drop(zone(page), { name: 'runs.csv', content: RUNS })
        await expect(main).toContainText(text.screen.lab.otherKinds.runs)
        // One kind of rows at a time: the second file is set apart by name.
        await drop(zone(page), { name: 'scores.csv', content: SCORES }, { name: 'curve.csv', content: CURVE })
        await expect(main).toContainText(fill(text.notes['intake-other-rows'], { fileName: 'curve.csv', first: 'scores.csv' }, language))
        const many = Array.from({ length: 50_000 }, (_, i) => `m${i},${1e8 * 1.2 ** Math.floor(i / 1000)},t${i % 1000},${(i % 97) / 97}`)
        await drop(zone(page), { name: 'many.csv', content: ['model,N,task,acc', ...many].join('\n') })
        await expect(zone(page)).toContainText(fill(text.screen.intake.rows, { rows: 50_000 }, language), { timeout: 30_000 })
        await expect(main).toContainText(fill(text.screen.lab.severalTasks, { n: 1000 }, language))

        await open('grokking')
        await drop(zone(page), { name: 'scores.csv', content: SCORES })
        await expect(main).toContainText(text.screen.grokking.noRows)
        await expect(main).toContainText(fill(text.notes['import-no-step-column'], { columns: 'model, N, task, acc' }, language))
        await open('laws')
        await page.getByRole('tab', { name: text.screen.lawPage.tab.fit, exact: true }).click()
        await drop(zone(page), { name: 'scores.csv', content: SCORES })
        await expect(main).toContainText(text.screen.runsFit.otherKind)
      })
    })
  }
})
