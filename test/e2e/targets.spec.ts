/** Targets: evidence ticked and unticked moves the answer; the library is searched, kept, and shared as a file. */
import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { formatText } from '../../src/shared/text/format'
import { messages } from '../../src/shared/text/messages'
import { expect, test } from './app'
import { drop } from './files'
import type { Host } from './host'
import { startHost } from './host'
import { Screen } from './screen'

const text = messages.en.screen.targets
const sentence = (app: Screen): Locator => app.page.getByLabel(app.text.targets.sentence.label, { exact: true })
const tab = (app: Screen, id: 'targets' | 'library' | 'benchmarks'): Locator => app.page.getByRole('tab', { name: app.text.targets.views[id] })
const target = (app: Screen, name: string): Locator => app.page.getByRole('list', { name: app.text.targets.list.label }).getByRole('button', { name })
const entries = (app: Screen): Locator => app.page.getByRole('group', { name: app.text.targets.entries.title, exact: true }).locator('tbody tr')
const library = (app: Screen): Locator => app.page.getByRole('group', { name: app.text.targets.library.title, exact: true }).locator('tbody tr')
const details = (app: Screen): Locator => app.page.getByRole('complementary', { name: app.text.targets.library.details })

async function go(app: Screen, screen: 'answer' | 'targets'): Promise<void> {
  await app.page.getByRole('link', { name: app.text.rail[screen], exact: true }).click()
}
/** Size that the host gives the target of this id in the plan that is on the disk. */
async function sizeOf(host: Host, id: string): Promise<string> {
  const { plan } = await host.call('documents.current', {})
  const outcome = await host.call('planner.evaluate', { plan: plan! })
  return formatText(outcome.targets.find((each) => each.id === id)!.required!.N, 'N', 'en')
}
const idOf = async (host: Host, capability: string): Promise<string> =>
  (await host.call('documents.current', {})).plan!.targets.find((each) => each.capability === capability)!.id

test('evidence that is added and unticked moves the target and the answer, and says before what it does', async ({ app, page, host }) => {
  const id = await idOf(host, 'code-generation')
  await page.locator(`[data-input="wanted"]`).first().waitFor()
  await go(app, 'targets')
  await target(app, 'Code generation').click()
  const before = await sizeOf(host, id)
  await expect(sentence(app)).toContainText(before)
  await page.getByRole('button', { name: /^Add category range, 1–10B/ }).click()
  await expect(entries(app)).toHaveCount(2)
  await app.settled()
  const mixed = await sizeOf(host, id)
  expect(mixed).not.toBe(before)
  await expect(sentence(app)).toContainText(mixed)
  // What unticking the first would do is what unticking it does.
  const { plan } = await host.call('documents.current', {})
  const view = await host.call('planner.link', { plan: plan!, target: id })
  const without = formatText(view.entries[0]!.toggled.N!, 'N', 'en')
  await expect(entries(app).first()).toContainText(without)
  await entries(app).first().getByRole('checkbox').press('Space')
  await expect(sentence(app)).toContainText(without)
  await page.getByRole('button', { name: text.facts.answer }).click()
  await app.settled()
  await expect(app.outcome('run.N')).toContainText(without)
  await app.undo.click()
  await app.undo.click()
  await app.settled()
  await go(app, 'targets')
  await expect(sentence(app)).toContainText(mixed)
})

test('the library is searched and filtered, sources that contradict stand side by side, and a row goes into a target', async ({ app, page, host }) => {
  await go(app, 'targets')
  await tab(app, 'library').click()
  const { rows, counts, disagreements } = await host.call('evidence.list', {})
  await expect(page.getByLabel(text.library.sentenceLabel, { exact: true })).toContainText(String(counts.figures))
  await expect(library(app)).toHaveCount(rows.length)
  await page.getByRole('searchbox').fill('CODE planning')
  await expect(library(app).first()).toContainText('Code description')
  await expect(library(app)).toHaveCount(5)
  await library(app).getByRole('button', { name: 'Code generation' }).first().click()
  const code = disagreements.find(({ capability, axis }) => capability === 'code-generation' && axis === 'N')!
  await expect(details(app)).toContainText('Sources contradict each other')
  await expect(
    details(app)
      .getByRole('list', { name: /on one scale/ })
      .getByRole('listitem')
  ).toHaveCount(code.rows.length)
  await page.getByRole('searchbox').fill('')
  await page.getByRole('button', { name: /^From: all/ }).click()
  await page
    .getByRole('menuitemradio', { name: text.library.origin.emergences })
    .or(page.getByRole('menuitem', { name: text.library.origin.emergences }))
    .click()
  await expect(library(app)).toHaveCount(rows.filter(({ origin }) => origin === 'emergences').length)
  await page.getByRole('button', { name: text.library.clear }).click()
  await expect(library(app)).toHaveCount(rows.length)
  await details(app).getByRole('button', { name: text.library.add }).click()
  await page.getByRole('menu').getByText('Code generation').click()
  await tab(app, 'targets').click()
  await expect(entries(app)).toHaveCount(2)
})

test('an own entry is kept across a restart, exported, and read by another team, which sees what was refused', async ({ app, page, host, folder, browser }) => {
  await go(app, 'targets')
  await tab(app, 'library').click()
  await page.getByRole('button', { name: text.library.new, exact: true }).click()
  await app.type(
    details(app)
      .getByRole('button', { name: /Threshold|Figure: 10B/ })
      .first(),
    '8B to 20B'
  )
  await app.type(details(app).getByRole('button', { name: /^Source: / }), '=Own runs, "2026"')
  await expect(details(app)).toContainText('8–20B')
  const { rows } = await host.call('evidence.list', {})
  const own = rows.find(({ origin }) => origin === 'own')!
  expect(own).toMatchObject({ name: 'New entry', figures: [{ axis: 'N', critical: { low: 8e9, high: 20e9 } }], source: '=Own runs, "2026"' })

  await page.getByRole('button', { name: text.library.exportMenu }).click()
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: text.library.export, exact: true }).click()])
  expect(saved.suggestedFilename()).toMatch(/^evidence-\d{4}-\d\d-\d\d\.scalepath-evidence\.json$/)
  const file = JSON.parse(await readFile(await saved.path(), 'utf8')) as { entries: object[] }
  expect(file.entries).toHaveLength(1)

  await host.call('settings.set', { language: 'zh' })
  await host.end('SIGTERM')
  const again = await startHost(folder)
  // A page of its own: the other one is watched for leaving its host.
  const later = await browser.newPage({ locale: 'zh-CN' })
  try {
    expect((await again.call('evidence.list', {})).rows.find(({ origin }) => origin === 'own')).toEqual(own)
    await later.goto(again.address)
    const zh = messages.zh.screen
    const other = new Screen(later, { calls: () => 0, problems: () => [] }, 'zh')
    await later.getByRole('link', { name: zh.rail.targets, exact: true }).click()
    await tab(other, 'library').click()
    // The same entry, a new one, and two that cannot be.
    const entry = file.entries[0]!
    const shared = { ...file, entries: [entry, { ...entry, id: 'n', name: '工具使用' }, { ...entry, critical: -1 }, 7] }
    // Let go beside the library, which opens.
    await tab(other, 'targets').click()
    await drop(later.getByRole('banner'), { name: 'x.scalepath-evidence.json', content: JSON.stringify(shared) })
    const done = later.locator('section', { hasText: zh.targets.library.imported.title }).first()
    await expect(done).toContainText('x.scalepath-evidence.json：新增 1 条，库中已有 1 条，拒收 2 条')
    await expect(done.locator('[data-row="3"]')).toContainText('critical')
    await expect(done.locator('[data-row="4"]')).toContainText('第 4 条')
    await expect(library(other).filter({ hasText: '工具使用' })).toHaveCount(1)
    await later
      .getByRole('tabpanel')
      .locator('input[type="file"]')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format": "scalepath"}') })
    await expect(later.getByText('这不是证据文件').first()).toBeVisible()
  } finally {
    await later.context().close()
    await again.end('SIGTERM')
  }
})
