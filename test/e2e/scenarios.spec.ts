/** Scenarios on screen: made by dragging with Alt, edited, compared, taken into the base, and found again after a restart. */
import type { Locator, Page } from '@playwright/test'
import type { Plan } from '../../src/shared/plan/schema'
import { expect, test } from './app'
import type { Host } from './host'
import { startHost } from './host'
import { Screen } from './screen'
import { watch } from './watch'
import { withScenarios } from './withScenarios'

const kept = async (host: Host): Promise<Plan> => (await host.call('documents.current', {})).plan!
const base = ({ scenarios: _own, ...rest }: Plan): string => JSON.stringify(rest)
const switcher = (page: Page): Locator => page.getByRole('banner').getByRole('group', { name: 'Scenario' })
const fromMenu = async (page: Page, button: Locator, item: string): Promise<void> => {
  await button.click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** Drags a slider with Alt from one share of its track to another. */
async function dragWithAlt(page: Page, slider: Locator, from: number, to: number, onTheWay: () => Promise<void>): Promise<void> {
  const at = (await slider.boundingBox())!
  const y = at.y + at.height / 2
  await page.keyboard.down('Alt')
  await page.mouse.move(at.x + at.width * from, y)
  await page.mouse.down()
  await page.mouse.move(at.x + at.width * ((from + to) / 2), y, { steps: 4 })
  await onTheWay()
  await page.mouse.move(at.x + at.width * to, y, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Alt')
}

test('Alt while dragging puts the change into a new scenario, the base stays, and one step takes it back', async ({ app, page, host }) => {
  const before = base(await kept(host))
  const slider = app.whatIf.getByRole('slider', { name: /^Price/ })
  const cost = app.outcome('run.usd')
  const was = await cost.innerText()
  await dragWithAlt(page, slider, 0.55, 0.35, async () => {
    await expect(cost, 'the answer follows under way').not.toHaveText(was, { useInnerText: true })
    await expect(switcher(page).getByRole('button', { pressed: true })).toContainText('Price per hour')
  })
  // It stays while it is pointed at, however long the rest takes.
  const notice = page.getByRole('group').filter({ hasText: 'The change is in a new scenario' })
  await notice.hover()
  await app.settled()
  const plan = await kept(host)
  expect(base(plan)).toBe(before)
  expect(plan.scenarios.map(({ overrides }) => overrides.map(({ field }) => field))).toEqual([['costs.pricePerHourUsd']])
  await expect(app.whatIf).toContainText('vs base')
  await expect(page.getByRole('figure').first()).toContainText('In the base')
  await notice.getByRole('button', { name: 'Undo' }).click()
  await expect(switcher(page).getByRole('button', { name: 'Base', pressed: true })).toBeVisible()
  await app.settled()
  expect((await kept(host)).scenarios).toEqual([])
  await app.redo.click()
  await expect(switcher(page).getByRole('button', { pressed: true })).toContainText('Price per hour')
})

test('Alt with arrow keys and Alt+Enter do the same as dragging', async ({ app, page, host }) => {
  const before = base(await kept(host))
  await app.whatIf.getByRole('slider', { name: 'MFU' }).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await app.handle.focus()
  await page.keyboard.press('Alt+ArrowDown')
  const field = app.field('budget', app.whatIf)
  await field.click()
  await app.box.fill('$8M')
  await app.box.press('Alt+Enter')
  await app.settled()
  const plan = await kept(host)
  expect(base(plan)).toBe(before)
  expect(plan.scenarios.map(({ overrides }) => overrides.length)).toEqual([1, 2, 3])
})

test('edits go into the scenario on screen; what it cannot hold goes into the base, and says so', async ({ app, page, host }) => {
  await switcher(page).getByRole('button', { name: 'New scenario' }).click()
  await app.type(app.field('budget', app.whatIf), '$9M')
  await expect(switcher(page)).toContainText('1 change')
  await app.field('focus', app.answer).click()
  await page.getByRole('menuitem', { name: 'Own capability' }).click()
  await expect(page.getByText('Scenarios share the targets and names of the base')).toBeVisible()
  await app.settled()
  const plan = await kept(host)
  expect(plan.limits.budgetUsd).toBe(6e6)
  expect(plan.targets).toHaveLength(6)
  expect(plan.scenarios[0]!.overrides.map(({ field }) => field)).toEqual(['limits.budgetUsd'])
  await switcher(page).getByRole('button', { name: 'Base' }).click()
  await expect(app.field('budget', app.whatIf)).toHaveText('$6M')
})

test('scenarios are compared, renamed, moved, adopted, removed and brought back', async ({ app, page, host, watched }) => {
  test.slow()
  await withScenarios(host)
  await new Screen(page, watched).open(host.address)
  await page.getByRole('link', { name: 'Scenarios' }).click()
  const table = page.getByRole('table', { name: 'Scenarios side by side' })
  const costs = table.getByRole('row', { name: /Cost of the path/ })
  await expect(costs.getByRole('cell').nth(1)).toContainText(/▼.*−\d+\s%/)
  await expect(app.answer).toHaveText(/^.* takes \$.* along its path, \$.* (less|more) than the base; all targets together are .* likely, against .*\.$/)
  await expect(page.getByRole('figure').first()).toContainText('Mean effect of each change over all orders (Shapley)')
  await table.getByRole('button', { name: /Why All targets differs/ }).click()
  await expect(page.getByRole('figure').first()).toContainText('Why: All targets')

  await app.type(app.field('scenario-cheap'), 'Cheap cloud')
  await expect(switcher(page)).toContainText('Cheap cloud')
  await app.type(app.field('price cheap'), '$2')
  await app.settled()
  expect((await kept(host)).scenarios[0]).toMatchObject({ name: 'Cheap cloud', overrides: [{ value: 2 }, { value: 9e6 }] })
  const actions = table.getByRole('button', { name: 'What can be done with Cheap cloud' })
  await fromMenu(page, actions, 'Move right')
  await expect(table.getByRole('columnheader').nth(3)).toContainText('Cheap cloud')
  await fromMenu(page, actions, 'Remove')
  await expect(table).not.toContainText('Cheap cloud')
  await page.getByRole('group').filter({ hasText: 'Cheap cloud removed' }).getByRole('button', { name: 'Undo' }).click()
  await expect(table.getByRole('columnheader').nth(3)).toContainText('Cheap cloud')
  await table.getByRole('button', { name: 'Back to the base: Budget of Cheap cloud' }).click()
  await fromMenu(page, actions, 'Make it the base')
  await expect(table).toContainText('Former base')
  await app.settled()
  const plan = await kept(host)
  expect(plan.costs.pricePerHourUsd).toBe(2)
  expect(plan.scenarios.map(({ name }) => name)).toEqual(['自有集群', 'Former base'])
})

test('a cell of the grid is adopted by keys and by a click, with Alt into a new scenario', async ({ app, page, host }) => {
  test.slow()
  await page.getByRole('link', { name: 'Scenarios' }).click()
  await expect(page.getByRole('button', { name: /^Fork: / })).toBeVisible()
  const cell = page.getByRole('button', { name: /^Grid of / })
  await expect(cell).toHaveAccessibleName(/All targets \d+\s%$/, { timeout: 60_000 })
  await app.settled()
  const before = await kept(host)
  await cell.focus()
  for (const key of ['Home', 'PageUp', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
  const name = (await cell.getAttribute('aria-label'))!
  await page.keyboard.press('Alt+Enter')
  await app.settled()
  const forked = await kept(host)
  expect(base(forked)).toBe(base(before))
  expect(forked.scenarios[0]!.overrides.map(({ field }) => field).sort()).toEqual(['costs.pricePerHourUsd', 'limits.budgetUsd'])
  expect(name).toMatch(/Budget \$\S+ and Price per hour \$\S+/)
  await app.undo.click()
  await app.settled()
  await page.keyboard.press('Escape')
  await cell.focus()
  await page.keyboard.press('Enter')
  await app.settled()
  const adopted = await kept(host)
  expect(adopted.scenarios).toEqual([])
  expect(adopted.limits.budgetUsd).not.toBe(before.limits.budgetUsd)
  expect(app.undo).toHaveAccessibleName(/Budget and Price per hour/)
})

test('the grid tells how far it is and can be cancelled; what is computed stays', async ({ page, app }) => {
  await app.settled()
  await page.getByRole('link', { name: 'Scenarios' }).click()
  const grid = page.getByRole('region', { name: 'Two inputs at once' })
  // As soon as it is there: on a quick machine the grid is done before a pointer has come to rest on it.
  await grid.getByRole('button', { name: 'Cancel' }).dispatchEvent('click')
  await expect(grid).toContainText(/Cancelled after \d+ of 13 rows/)
  await grid.getByRole('button', { name: 'Compute the grid' }).click()
  await expect(grid).not.toContainText('Cancelled')
  await expect(page.getByRole('button', { name: /^Grid of .+ \d+\s%$/ })).toBeVisible({ timeout: 60_000 })
})

test('the scenario on screen is found again after a restart', async ({ app, page, host, watched, browser }) => {
  await withScenarios(host)
  await new Screen(page, watched).open(host.address)
  await switcher(page).getByRole('button', { name: 'Cheaper cloud' }).click()
  await expect(page).toHaveTitle(/: Cheaper cloud – Scalepath$/)
  await app.settled()
  await page.close()
  await host.end('SIGTERM')

  const again = await startHost(host.folder)
  const context = await browser.newContext()
  try {
    const watchedAgain = await watch(context, () => again.origin)
    const next = new Screen(await context.newPage(), watchedAgain)
    await next.open(again.address)
    await expect(switcher(next.page).getByRole('button', { pressed: true })).toContainText('Cheaper cloud')
    await expect(next.field('budget', next.whatIf)).toHaveText('$9M')
    expect(watchedAgain.problems()).toEqual([])
  } finally {
    await context.close()
    await again.end('SIGTERM')
  }
})
