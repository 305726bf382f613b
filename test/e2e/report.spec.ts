/** The report as a person gets it: the PDF that the app saves, read back by other programs. */
import { execFileSync, spawnSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { messages } from '../../src/shared/text/messages'
import { expect, test } from './app'

const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined
test.skip(!['pdftotext', 'pdfinfo', 'pdfimages', 'pdffonts'].every(has), 'poppler (pdftotext, pdfinfo, pdfimages, pdffonts) is not installed')

const ask = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' })

/** Presses the button of the report and gives the path of the file that the browser saved. */
async function savePdf(page: Page, button: string): Promise<{ path: string; name: string }> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const saved = await download
  return { path: (await saved.path())!, name: saved.suggestedFilename() }
}

/** Rows of a table that a program of poppler prints under a ruler. */
const rows = (printed: string): string[] => printed.trim().split('\n').slice(2)

test('the saved PDF says what the screen says, in vectors, tagged, outlined, with its fonts', async ({ app, page }) => {
  const cost = (await app.outcome('run.usd').locator('b').innerText()).trim()
  await page.getByRole('link', { name: 'Report' }).click()
  const preview = page.getByRole('region', { name: messages.en.screen.report.preview })
  await expect(preview.getByRole('heading', { level: 1 })).toContainText('Reasoning model 2027')
  await expect(preview).toContainText(cost)
  await page.getByRole('button', { name: messages.en.report.sections.method }).click()
  await expect(preview.getByRole('heading', { name: messages.en.report.sections.method })).toBeInViewport()
  const { path, name } = await savePdf(page, 'Save PDF')
  expect(name).toBe('Reasoning model 2027.pdf')
  const text = ask('pdftotext', '-layout', path, '-').replace(/\s+/g, ' ')
  for (const part of ['Reasoning model 2027', cost, 'Maths reasoning', 'Multi-step reasoning', '20261', 'lies outside the'])
    expect.soft(text.replace(/(\d) (\d{3})/g, '$1$2'), `the text has “${part}”`).toContain(part)
  expect(rows(ask('pdfimages', '-list', path)), 'no picture made of pixels').toEqual([])
  const info = ask('pdfinfo', path)
  expect(info).toMatch(/Tagged:\s+yes/)
  expect(info).toMatch(/Page size:.*A4/)
  expect(ask('pdfinfo', '-struct', path)).toMatch(/\bH1\b[\s\S]*\bH2\b/)
  expect(ask('pdftohtml', '-xml', '-stdout', '-i', path)).toMatch(/<outline>[\s\S]*<item/)
  for (const font of rows(ask('pdffonts', path))) expect.soft(font, 'every font is embedded').toMatch(/\s+yes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/)
  await expect(page.getByRole('group').filter({ hasText: 'saved' })).toContainText('Reasoning model 2027.pdf')
})

test.describe('in Chinese', () => {
  test.use({ settings: { language: 'zh', theme: 'light' } })

  test('the report is found as Chinese text, in an embedded font', async ({ app, page }) => {
    await app.still()
    await page.getByRole('link', { name: messages.zh.screen.rail.report }).click()
    const { path } = await savePdf(page, messages.zh.screen.report.save)
    const text = ask('pdftotext', path, '-').replace(/\s+/g, '')
    for (const part of ['数学推理', '多步推理', '参数', '词元']) expect.soft(text, `the text has “${part}”`).toContain(part)
    const fonts = rows(ask('pdffonts', path))
    for (const font of fonts) expect.soft(font, 'every font is embedded').toMatch(/\s+yes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/)
    expect(rows(ask('pdfimages', '-list', path))).toEqual([])
  })
})

test('markup in names is text in the report', async ({ host }) => {
  const { plan } = await host.call('documents.current', {})
  const named = { ...plan!, name: '<b>Plan</b>', targets: plan!.targets.map((target) => ({ ...target, name: '<img src=x>', capability: null })) }
  const { base64 } = await host.call('report.pdf', { plan: named, language: 'en', paper: 'A4' })
  const text = execFileSync('pdftotext', ['-', '-'], { input: Buffer.from(base64, 'base64'), encoding: 'utf8' })
  expect(text).toContain('<b>Plan</b>')
  expect(text).toContain('<img src=x>')
})

test('the tables are saved as CSV files', async ({ app, page }) => {
  await app.still()
  await page.getByRole('link', { name: 'Report' }).click()
  const names: string[] = []
  page.on('download', (download) => names.push(download.suggestedFilename()))
  await page.getByRole('button', { name: 'Save the tables as CSV' }).click()
  await expect.poll(() => names.length).toBeGreaterThan(1)
  for (const name of names) expect(name).toMatch(/\.csv$/)
})
