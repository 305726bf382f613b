/** Figures seen closer: by keys, wheel, drag and buttons; what a zoomed figure says; what stays about all data; a file whose records cannot all be drawn. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { fill } from '../../src/shared/text/fill'
import { messages } from '../../src/shared/text/messages'
import { expect, test } from './app'
import { axe, SIZES, soundly } from './sound'

const { zoom } = messages.en.screen.page
const shown = /^Showing /

/** The map of losses, with its handle. */
async function openMap(page: Page): Promise<{ figure: Locator; head: Locator; plot: Locator; handle: Locator }> {
  await page.getByRole('link', { name: messages.en.screen.rail.laws }).click()
  await page.getByRole('tab', { name: messages.en.screen.lawPage.tab.surface, exact: true }).click()
  const figure = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: messages.en.screen.lawPage.surface.map }) })
  const plot = figure.getByRole('group', { name: new RegExp(`^${messages.en.screen.lawPage.surface.map}: \\+`) })
  await expect(figure.locator('.main-svg').first()).toBeAttached()
  return { figure, head: figure.locator('.hd > p'), plot, handle: figure.locator('.handle') }
}
const middle = async (element: Locator): Promise<{ x: number; y: number }> => {
  const { x, y, width, height } = (await element.boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}
async function csvOf(page: Page, figure: Locator): Promise<string> {
  await figure.getByRole('button', { name: messages.en.screen.frontier.buttons.save }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: messages.en.screen.frontier.buttons.csv }).click()])
  return readFile(await file.path(), 'utf8')
}

test('the keys look closer, move and go back; table and CSV stay about all; the plan has nothing of it', async ({ app, page, host }) => {
  const { figure, head, plot } = await openMap(page)
  const all = await csvOf(page, figure)
  const whole = await head.innerText()
  const before = JSON.stringify((await host.call('documents.current', {})).plan)
  await plot.focus()
  await page.keyboard.press('+')
  await expect(head).toHaveText(shown)
  const first = await head.innerText()
  await page.keyboard.press('ArrowRight')
  await expect(head).not.toHaveText(first)
  await page.keyboard.press('ArrowLeft')
  await expect(head).toHaveText(first, { useInnerText: true })
  await page.keyboard.press('Shift+ArrowUp')
  const [across, up] = first.split(' · ')[0]!.split(', ')
  await expect(head).toContainText(across!)
  await expect(head).not.toContainText(up!)
  await expect(figure.locator('figcaption')).toContainText(across!)
  expect(await csvOf(page, figure)).toBe(all)
  await figure.getByRole('button', { name: messages.en.screen.frontier.buttons.table }).click()
  await expect(figure.getByRole('button', { name: zoom.closer, exact: true })).toHaveCount(0)
  await figure.getByRole('button', { name: messages.en.screen.frontier.buttons.table }).click()
  await plot.focus()
  await page.keyboard.press('0')
  await expect(head).toHaveText(whole, { useInnerText: true })
  expect(JSON.stringify((await host.call('documents.current', {})).plan)).toBe(before)
  await expect(app.undo).toBeDisabled()
})

test('the buttons do the same, and focus stays within reach', async ({ app, page }) => {
  const { figure, head } = await openMap(page)
  const button = (name: string): Locator => figure.getByRole('button', { name, exact: true })
  await expect(button(zoom.farther)).toHaveCount(0)
  await button(zoom.closer).press('Enter')
  await expect(head).toHaveText(shown)
  await button(zoom.whole).press('Enter')
  await expect(head).not.toHaveText(shown)
  await expect(button(zoom.closer)).toBeFocused()
  await app.still()
})

test('Ctrl and the wheel zoom about the pointer, a drag moves, the wheel alone scrolls; the handle keeps its drag', async ({ app, page }) => {
  const { head, plot, handle } = await openMap(page)
  await app.still()
  await plot.scrollIntoViewIfNeeded()
  const at = await middle(handle)
  await page.mouse.move(at.x, at.y)
  await page.keyboard.down('Control')
  for (let i = 0; i < 3; i++) await page.mouse.wheel(0, -100)
  await page.keyboard.up('Control')
  await expect(head).toHaveText(shown)
  // The run under the pointer is still under it.
  await expect.poll(async () => Math.hypot((await middle(handle)).x - at.x, (await middle(handle)).y - at.y)).toBeLessThan(2)

  const box = (await plot.boundingBox())!
  const empty = { x: box.x + box.width * 0.3, y: box.y + box.height * 0.3 }
  await page.mouse.move(empty.x, empty.y)
  await page.mouse.down()
  await page.mouse.move(empty.x + 24, empty.y + 12, { steps: 3 })
  await page.mouse.up()
  await expect.poll(async () => Math.round((await middle(handle)).x - at.x)).toBe(24)
  expect(Math.round((await middle(handle)).y - at.y)).toBe(12)

  const sentence = page.getByRole('main').locator('p.answer')
  const [said, part] = [await sentence.innerText(), await head.innerText()]
  const grip = await middle(handle)
  await page.mouse.move(grip.x, grip.y)
  await page.mouse.down()
  await page.mouse.move(grip.x - 30, grip.y - 20, { steps: 4 })
  await page.mouse.up()
  await expect(sentence).not.toHaveText(said, { useInnerText: true })
  await expect(head).toHaveText(part, { useInnerText: true })

  await page.mouse.move(empty.x, empty.y)
  await page.mouse.wheel(0, 60)
  await expect(head).toHaveText(part, { useInnerText: true })
  await page.mouse.dblclick(empty.x, empty.y)
  await expect(head).not.toHaveText(shown)
})

test('a zoomed figure is sound and accessible, in both languages and sizes', async ({ app, page }) => {
  await openMap(page)
  for (const language of ['en', 'zh'] as const) {
    await page.getByRole('button', { name: language === 'zh' ? '中文' : 'EN', exact: true }).click()
    const text = messages[language].screen
    const map = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: text.lawPage.surface.map }) })
    for (const size of SIZES) {
      await page.setViewportSize(size)
      await map.getByRole('group', { name: fill(text.page.zoom.keys, { title: text.lawPage.surface.map }, language) }).focus()
      await page.keyboard.press('+')
      await expect(map.locator('.hd > p')).toContainText(text.page.zoom.shown.split('{')[0]!)
      await app.still()
      await soundly(page, `zoomed, ${language}, ${size.width}`)
    }
    await axe(page, `zoomed, ${language}`, { within: 'main' })
  }
})

/** Accuracy of a run that learns its data after 100 steps and the rule after 2 000, with noise. */
const CURVE = [
  'step,train_accuracy,val_accuracy',
  ...Array.from({ length: 6000 }, (_, i) => {
    const [train, val] = [2, 3.3].map((half) => (0.99 + 0.01 * Math.sin(i * 12.9898)) / (1 + Math.exp(-8 * (Math.log10(i + 1) - half))))
    return `${i + 1},${train!.toFixed(4)},${val!.toFixed(4)}`
  })
].join('\n')

test('a long record says how much of it is drawn, every value once one looks closer, and the CSV has all', async ({ app, page }) => {
  await app.page.getByRole('link', { name: messages.en.screen.rail.grokking }).click()
  await page.locator('main input[type="file"]').setInputFiles({ name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.from(CURVE) })
  const figure = page
    .getByRole('figure')
    .filter({ has: page.locator('.note') })
    .first()
  await expect(figure.locator('.note')).toHaveText(/^[\d\s,]+ of the [\d\s,]+ values in sight are drawn/)
  expect((await csvOf(page, figure)).split('\r\n').length).toBeGreaterThan(2 * 6000)
  await figure.getByRole('group').first().focus()
  for (let i = 0; i < 12; i++) await page.keyboard.press('Shift+ArrowRight')
  await expect(figure.locator('.note')).toHaveText(messages.en.screen.page.drawn.all)
})
