/** Path and Cost & time on screen: finished runs replan, advice on the next run can be stopped, accelerators at equal work, another currency, both languages. */
import type { Page } from '@playwright/test'
import type { Plan } from '../../src/shared/plan/schema'
import { formatText } from '../../src/shared/text/format'
import { messages } from '../../src/shared/text/messages'
import { expect, test } from './app'
import type { Host } from './host'
import type { Screen } from './screen'

const kept = async (host: Host): Promise<Plan> => (await host.call('documents.current', {})).plan!
/** The plan on screen, as the engine is asked for it. */
const shown = async (host: Host): Promise<Plan> => ({ ...(await kept(host)), scenarios: [] })
const region = (page: Page, id: string) => page.locator(`#${id}`)

async function go(page: Page, app: Screen, id: 'path' | 'costs'): Promise<void> {
  await page.locator(`nav a[href="#${id}"]`).click()
  await expect(page.locator('main .answer')).toBeVisible()
  await app.settled()
}

test('a finished run is one step that replans the rest; the numbers are those of planner.evaluate, and undo takes it back', async ({ app, page, host }) => {
  await go(page, app, 'path')
  const actuals = region(page, 'actuals')
  await actuals.getByRole('button', { name: 'Enter a finished run' }).click()
  await app.type(actuals.getByRole('button', { name: /^What it cost/ }), '$150K')
  await actuals
    .getByRole('button', { name: /^What it showed/ })
    .first()
    .click()
  await page.getByRole('menuitemradio', { name: 'not reached' }).click()
  await actuals.getByRole('button', { name: 'Enter it' }).click()
  await app.settled()
  const plan = await shown(host)
  expect(plan.actuals).toMatchObject([{ usd: 150_000, results: [{ target: plan.targets[0]!.id, reached: false }] }])
  const { path } = await host.call('planner.evaluate', { plan, audit: false })
  const cells = actuals.getByRole('group', { name: 'The plan at first and now' })
  await expect(
    cells
      .getByRole('row', { name: /^Cost of what is ahead/ })
      .getByRole('cell')
      .last()
  ).toHaveText(formatText(path.usd, 'usd', 'en'))
  await expect(
    cells
      .getByRole('row', { name: /^All targets reached/ })
      .getByRole('cell')
      .last()
  ).toHaveText(formatText(path.all, 'probability', 'en'))
  const { path: first } = await host.call('planner.evaluate', { plan: { ...plan, actuals: [] }, audit: false })
  await expect(
    cells
      .getByRole('row', { name: /^Cost of what is ahead/ })
      .getByRole('cell')
      .nth(1)
  ).toHaveText(formatText(first.usd, 'usd', 'en'))
  await actuals.getByRole('button', { name: /^Remove/ }).click()
  await expect(actuals.getByRole('table')).toHaveCount(0)
  await app.undo.click()
  await app.undo.click()
  await app.settled()
  expect((await kept(host)).actuals).toEqual([])
})

test('advice on the next run can be stopped and asked for again; a rung leads to its cost', async ({ app, page, host }) => {
  test.slow()
  await go(page, app, 'path')
  const next = region(page, 'next-run')
  await next.getByRole('button', { name: 'Work it out' }).click()
  await next.getByRole('button', { name: 'Cancel' }).click()
  await expect(next.getByText(messages.en.screen.page.cancelled)).toBeVisible()
  await next.getByRole('button', { name: 'Again' }).click()
  const table = next.getByRole('group', { name: messages.en.screen.pathScreen.next.table })
  await expect(table).toBeVisible({ timeout: 60_000 })
  const advice = await host.call('planner.nextRun', { plan: await shown(host) })
  if ('detail' in advice) throw new Error(advice.detail)
  await expect(table.getByRole('row').nth(1).getByRole('cell').nth(5)).toHaveText(formatText(advice.candidates[0]!.net!, 'usd', 'en'))
  await region(page, 'rungs').getByRole('button', { name: 'Cost of run 1' }).click()
  await expect(page.locator('main .which')).toContainText('Run 1 of the path')
})

test('accelerators at equal work cost what costs.estimate says of each, and one is taken into the plan', async ({ app, page, host }) => {
  await go(page, app, 'costs')
  const plan = await shown(host)
  const { path } = await host.call('planner.evaluate', { plan, audit: false })
  const { N, totalN, D } = path.rungs.at(-1)!.run
  const { pricePerHourUsd: _price, priceAsOf: _date, priceSource: _source, energy, ...costs } = plan.costs
  const { serverMultiplier: _server, averageLoad: _load, ...electricity } = energy
  const table = region(page, 'accelerators').getByRole('group', { name: 'Every accelerator of the catalogue' })
  for (const [id, name] of [
    ['a100-80', 'A100 SXM 80 GB'],
    ['h100-pcie', 'H100 PCIe']
  ] as const) {
    const own = await host.call('costs.estimate', {
      N,
      totalN,
      D,
      flopPerParamToken: plan.law.flopPerParameterToken,
      hardware: id,
      cluster: plan.cluster,
      costs: { ...costs, energy: electricity as typeof energy },
      ...(plan.limits.uniqueTokens === null ? {} : { uniqueTokens: plan.limits.uniqueTokens })
    })
    if ('detail' in own) throw new Error(own.detail)
    await expect(
      table
        .getByRole('row', { name: new RegExp(`^${name}`) })
        .getByRole('cell')
        .nth(7)
    ).toHaveText(formatText(own.methods.rent.total, 'usd', 'en'))
  }
  await table.getByRole('button', { name: 'Use this one: H100 PCIe' }).click()
  await app.settled()
  expect((await kept(host)).accelerator.id).toBe('h100-pcie')
})

test('another currency is shown only at a typed rate with its date, and the plan stays in dollars', async ({ app, page, host }) => {
  await go(page, app, 'costs')
  const before = JSON.stringify(await kept(host))
  const currency = region(page, 'currency')
  await currency.getByRole('button', { name: /^Show amounts/ }).click()
  await page.getByRole('menuitemradio', { name: 'EUR' }).click()
  await expect(page.locator('main .answer')).toContainText('$')
  await app.type(currency.getByRole('button', { name: /^EUR for one/ }), '0.5')
  await expect(page.locator('main .answer')).toContainText('$')
  await app.type(currency.getByRole('button', { name: /^Rate as of/ }), '2026-11-20')
  await expect(page.locator('main .answer')).toContainText('€')
  await expect(currency).toContainText('2026-11-20')
  await app.settled()
  expect(JSON.stringify(await kept(host))).toBe(before)
})
