/** How sure, and what drives it: bands, chances by brushing, bars that lead to inputs, and work that never stands in the way. */
import type { Locator } from '@playwright/test'
import { chanceText } from '../../src/shared/text/chance'
import { expect, test } from './app'
import type { Host } from './host'
import type { Screen } from './screen'

const DRAWS = 100_000
const FAILED = /Failed to load resource|ERR_FAILED/
const sure = (app: Screen): Locator => app.page.getByRole('region', { name: app.text.sure.title })
const drives = (app: Screen): Locator => app.page.getByRole('region', { name: app.text.drives.title })
const lead = (app: Screen): Locator => sure(app).locator('.lead')
const handle = (app: Screen, which: 'lowEnd' | 'highEnd'): Locator => sure(app).getByRole('slider', { name: app.text.sure[which] })

/** The simulation has come to an end, one way or another, and its chances stand. */
async function simulated(app: Screen): Promise<void> {
  await app.settled()
  await expect(lead(app)).toHaveText(/= .*%/)
}
/** What the host says of a range, as it is written. */
async function chanceOf(host: Host, range: { from: number | null; to: number | null }): Promise<string> {
  const { plan } = await host.call('documents.current', {})
  const answer = await host.call('planner.distribution', { plan: plan!, quantity: 'path.usd', draws: DRAWS, ...range })
  if ('detail' in answer) throw new Error(answer.detail)
  return chanceText(answer.chance)
}
const written = async (place: Locator): Promise<string> => (await place.innerText()).replace(/\s+/g, ' ')
const valueOf = async (slider: Locator): Promise<number> => Number(await slider.getAttribute('aria-valuenow'))

test('a typed interval widens the bands, and Explain says where they come from', async ({ app, page }) => {
  const under = app.outcome('run.usd').locator('small')
  const before = await under.innerText()
  await app.type(app.field('price', app.whatIf), '1.2 to 6')
  await expect(under).not.toHaveText(before, { useInnerText: true })
  await simulated(app)
  const ends = (text: string): number[] => text.match(/[\d.]+/g)!.map(Number)
  const [low, high] = ends(await under.innerText())
  const [lowBefore, highBefore] = ends(before)
  expect(high! / low!).toBeGreaterThan(highBefore! / lowBefore!)
  await app.outcome('run.usd').click()
  await expect(app.dialog).toContainText(app.text.sure.source.quadrature)
  await page.keyboard.press('Escape')
  await page.locator('[data-quantity="path.usd"]').first().click()
  await expect(app.dialog).toContainText(/from 1\d\d\s\d{3} draws: ends ± \$[\d.]+[KM] and ± \$[\d.]+[KM]/)
})

test('a range that is brushed with the pointer has the chance that the host counts', async ({ app, page, host }) => {
  await simulated(app)
  await expect(lead(app)).toHaveText(/^P\(cost ≤ \$6M\s*\) = \d/)
  await lead(app).scrollIntoViewIfNeeded()
  await sure(app).locator('.brush').scrollIntoViewIfNeeded()
  const box = (await sure(app).locator('.brush').boundingBox())!
  const y = box.y + box.height * 0.7
  await page.mouse.move(box.x + box.width * 0.25, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.35, y, { steps: 3 })
  await expect(lead(app)).toHaveText(/^P\(\$[\d.]+M ≤ cost ≤ \$[\d.]+M\s*\) = \d/)
  const halfway = await written(lead(app))
  await page.mouse.move(box.x + box.width * 0.6, y, { steps: 5 })
  await expect.poll(() => written(lead(app)), { message: 'the chance follows the pointer' }).not.toBe(halfway)
  await page.mouse.up()
  await app.settled()
  const range = { from: await valueOf(handle(app, 'lowEnd')), to: await valueOf(handle(app, 'highEnd')) }
  expect(range.from).toBeLessThan(range.to)
  const said = (await chanceOf(host, range)).replace(/\s+/g, ' ')
  await expect.poll(() => written(lead(app))).toContain(said.split(' ± ')[0]!)
  await expect(app.undo, 'brushing only looks').toBeDisabled()
  await sure(app)
    .locator('.brush')
    .dblclick({ position: { x: box.width * 0.8, y: 8 } })
  await expect(lead(app)).toHaveText(/^P\(any cost\) = 100/)
})

test('the same by keys and by typing: each end is a slider with a box', async ({ app, page, host }) => {
  await simulated(app)
  const high = handle(app, 'highEnd')
  await high.focus()
  const start = await valueOf(high)
  for (const step of [1, 2, 3]) {
    const before = await valueOf(high)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => valueOf(high), { message: `step ${step}` }).toBeLessThan(before)
  }
  expect(await valueOf(high)).toBeLessThan(start)
  await page.keyboard.press('5')
  await app.box.fill('$5M')
  await page.keyboard.press('Enter')
  await expect(lead(app)).toHaveText(/^P\(cost ≤ \$5M\s*\) = \d/)
  const low = handle(app, 'lowEnd')
  await low.focus()
  await page.keyboard.press('Enter')
  await app.box.fill('$3M')
  await page.keyboard.press('Enter')
  await expect(lead(app)).toHaveText(/^P\(\$3M ≤ cost ≤ \$5M\s*\) = \d/)
  const said = (await chanceOf(host, { from: 3e6, to: 5e6 })).replace(/\s+/g, ' ')
  await expect.poll(() => written(lead(app))).toContain(said.split(' ± ')[0]!)
  await expect(low).toHaveAttribute('aria-valuetext', /\$3M; P\(\$3M ≤ cost ≤ \$5M\) = \d/)
  await page.keyboard.press('Home')
  await expect(lead(app)).toHaveText(/^P\(cost ≤ \$5M\s*\) = \d/)
})

test('every outcome has its spread, as a figure and as a table', async ({ app, page }) => {
  await simulated(app)
  for (const id of ['path.days', 'path.value', 'run.N', 'run.C'] as const) {
    await sure(app)
      .getByRole('button', { name: new RegExp(`^${app.text.sure.outcome}: `) })
      .click()
    await page
      .getByRole('menuitem', { name: app.text.sure.names[id], exact: true })
      .or(page.getByRole('menuitemradio', { name: app.text.sure.names[id], exact: true }))
      .click()
    await expect(lead(app)).toContainText(app.text.sure.short[id])
    await expect(sure(app).locator('figcaption')).toContainText(`In half of the draws the ${app.text.sure.names[id]} is at most`)
  }
  await sure(app).getByRole('button', { name: app.text.frontier.buttons.table, exact: true }).click()
  await expect(sure(app).getByRole('row')).not.toHaveCount(0)
})

test('a bar of the tornado leads to its input, wherever that is', async ({ app, page }) => {
  test.slow()
  await simulated(app)
  await drives(app).scrollIntoViewIfNeeded()
  await expect(drives(app)).toHaveAttribute('data-sensitivity', 'done')
  const bar = (input: string): Locator => drives(app).locator(`[data-driver="${input}"]`)
  await bar('mfu').click()
  await expect(app.field('mfu', app.whatIf)).toBeFocused()
  // By keyboard, to an input that stands among the details of its target at this size.
  const critical = drives(app).locator('[data-driver^="critical@"]').first()
  const id = (await critical.getAttribute('data-driver'))!
  await critical.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator(`[popover] [data-input="${id}"]`)).toBeFocused()
  await page.keyboard.press('Escape')
  // To one that has no field on this screen: its box opens at the bar.
  await drives(app).getByRole('button', { name: app.text.drives.exact }).click()
  await expect(bar('peak'), 'some fifty inputs, each with two best paths').toBeVisible({ timeout: 60_000 })
  await bar('peak').click()
  await expect(app.box).toBeFocused()
})

test('a long simulation is cancelled, says what it kept, and stands in nobody’s way', async ({ app, page, host }) => {
  test.slow()
  await simulated(app)
  await sure(app)
    .getByRole('button', { name: new RegExp(`^${app.text.sure.draws.label}: `) })
    .click()
  await page.getByText('1\u2009000\u2009000 draws', { exact: true }).click()
  await expect(page.locator('[data-simulation="running"]')).toBeVisible()

  // While it runs: every character arrives, and every move of the slider is answered, newest wins.
  await app.field('budget', app.whatIf).click()
  await app.box.press('ControlOrMeta+a')
  await page.keyboard.type('$7654321.25', { delay: 0 })
  await expect(app.box).toHaveValue('$7654321.25')
  await app.box.press('Enter')
  const slider = app.whatIf.getByRole('slider', { name: 'MFU' })
  await slider.focus()
  for (let move = 0; move < 25; move++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await expect(page.locator('[data-simulation="running"]')).toBeVisible()
  await expect(page.locator('[data-saving="saved"]')).toBeVisible()
  const { plan } = await host.call('documents.current', {})
  expect(plan!.limits.budgetUsd).toBe(7654321.25)
  const outcome = await host.call('planner.evaluate', { plan: plan!, audit: false })
  const days = outcome.targets.find((target) => target.id === outcome.focus)!.required!.days
  await expect(app.outcome('run.days').locator('b')).toHaveText(new RegExp(`^${Number(days.toPrecision(3))}\\s`))

  await sure(app).getByRole('button', { name: app.text.sure.draws.cancel }).click()
  await expect(sure(app).getByRole('status').last()).toHaveText(/Cancelled: kept the first [\d\s]+ of 1\s\d{3}\s\d{3} draws/)
  await expect(lead(app)).toHaveText(/= .*%/)
  await handle(app, 'highEnd').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(lead(app)).not.toContainText('$7.65M')
})

test.describe('a simulation that fails', () => {
  test.use({ forgiven: [FAILED] })
  test('is said, leaves the rest as it is, and can be run again', async ({ app, page }) => {
    await simulated(app)
    await page.route('**/call/planner.simulate', (route) => route.abort())
    await app.type(app.field('budget', app.whatIf), '$7M')
    await expect(sure(app)).toContainText('The simulation failed')
    await expect(app.answer).toContainText('FLOP')
    await page.unroute('**/call/planner.simulate')
    await sure(app).getByRole('button', { name: app.text.sure.draws.again }).click()
    await expect(lead(app)).toHaveText(/^P\(cost ≤ \$7M\s*\) = \d/)
  })
})

test('another seed gives other draws, the same one the same, and is undone like any edit', async ({ app, page }) => {
  await simulated(app)
  const before = await written(sure(app).locator('.joint'))
  await sure(app).getByRole('button', { name: app.text.sure.draws.reroll }).click()
  await expect(app.undo).toBeEnabled()
  await simulated(app)
  await app.undo.click()
  await simulated(app)
  await expect.poll(() => written(sure(app).locator('.joint'))).toBe(before)
  await app.type(app.field('seed'), '7')
  await expect(page.locator('.health')).toContainText('seed 7')
})

test('the steps of the session are walked on their strip', async ({ app, page }) => {
  for (const budget of ['$7M', '$8M', '$9M']) await app.type(app.field('budget', app.whatIf), budget)
  const strip = page.getByRole('slider', { name: app.text.history.label })
  await expect(strip).toHaveAttribute('aria-valuenow', '4')
  await strip.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(strip).toHaveAttribute('aria-valuetext', /^Step 2 of 4: Budget; .* parameters, \$.*; all targets .*; Enter goes there$/)
  await expect(app.field('budget', app.whatIf), 'looking changes nothing').toHaveText('$9M')
  await page.keyboard.press('Enter')
  await expect(app.field('budget', app.whatIf)).toHaveText('$7M')
  await app.redo.click()
  await expect(app.field('budget', app.whatIf)).toHaveText('$8M')
  const box = (await strip.boundingBox())!
  await page.mouse.click(box.x + 4, box.y + box.height / 2)
  await expect(app.field('budget', app.whatIf)).toHaveText('$6M')
  await expect(app.undo).toBeDisabled()
})
