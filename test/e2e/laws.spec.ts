/** Model & data: every view says what its procedure answers, changes with what is typed and dragged, and gives the plan its law. */
import type { Locator, Page } from '@playwright/test'
import { surfaceQuestion, servingQuestion, dataQuestion, shapeQuestion, solveQuestion } from '../../src/renderer/src/state/lawQuestions'
import { readLawsKept, type LawTab } from '../../src/renderer/src/state/lawsKept'
import { isNoAnswer, type NoAnswer } from '../../src/shared/notes'
import type { Outcome } from '../../src/shared/outcome'
import type { Plan } from '../../src/shared/plan/schema'
import { formatText } from '../../src/shared/text/format'
import { messages } from '../../src/shared/text/messages'
import { expect, test } from './app'
import type { Host } from './host'
import { startHost } from './host'
import { Screen } from './screen'
import { watch } from './watch'

const planOf = async (host: Host): Promise<Plan> => (await host.call('documents.current', {})).plan!
const outcomeOf = async (host: Host): Promise<Outcome> => host.call('planner.evaluate', { plan: await planOf(host) })
function answered<T extends object>(answer: T | NoAnswer): T {
  if (isNoAnswer(answer)) throw new Error(answer.detail)
  return answer
}
const screenOf = (page: Page): Locator => page.getByRole('main')
const sentence = (page: Page): Locator => screenOf(page).locator('p.answer')
const text = messages.en.screen.lawPage

async function openTab(
  page: Page,
  tab: LawTab,
  texts: { rail: { laws: string }; lawPage: { tab: Record<LawTab, string> } } = messages.en.screen
): Promise<void> {
  const rail = page.getByRole('link', { name: texts.rail.laws })
  if ((await rail.getAttribute('aria-current')) === null) await rail.click()
  await page.getByRole('tab', { name: texts.lawPage.tab[tab], exact: true }).click()
  await expect(page.getByRole('tab', { name: texts.lawPage.tab[tab], exact: true })).toHaveAttribute('aria-selected', 'true')
}

test('the laws side by side say what laws.compare answers, and the law chosen here is the plan’s on the first screen', async ({ app, page, host }) => {
  await openTab(page, 'compare')
  const compared = answered(await host.call('laws.compare', { plan: await planOf(host) }))
  const own = compared.laws.find(({ chosen }) => chosen)!
  const { usd } = compared.required
  for (const value of [own.required!.usd, usd!.low, usd!.high])
    await expect(sentence(page)).toContainText(formatText(value, 'usd', 'en'), { useInnerText: true })
  const row = (law: 'hoffmann-2022' | 'llama-3') => page.getByRole('row', { name: messages.en.screen.laws[law], exact: false }).first()
  const hoffmann = compared.laws.find(({ law }) => law === 'hoffmann-2022')!
  await expect(row('hoffmann-2022')).toContainText(formatText(hoffmann.required!.usd, 'usd', 'en'))
  await expect(row('hoffmann-2022')).toContainText(formatText(hoffmann.optimum.N, 'N', 'en'))

  await app.type(row('llama-3').getByRole('button', { name: new RegExp(`^${text.compare.weight}`) }), '30 %')
  await page.getByRole('button', { name: text.compare.useLong.replace('{law}', messages.en.screen.laws['hoffmann-2022']) }).click()
  await expect(sentence(page)).toContainText(messages.en.screen.laws['hoffmann-2022'])
  await app.settled()
  expect((await planOf(host)).law).toMatchObject({ id: 'hoffmann-2022', alternatives: [{ id: 'llama-3', weight: 0.3 }] })
  await page.getByRole('link', { name: messages.en.screen.rail.answer }).click()
  const run = (await outcomeOf(host)).targets.find(({ id }) => id === 'chain-of-thought') ?? (await outcomeOf(host)).targets[0]!
  expect(run.required).not.toBeNull()
  await expect(app.answer).toContainText(formatText(hoffmann.required!.usd, 'usd', 'en'), { useInnerText: true })
  await app.undo.click()
  await app.settled()
  expect((await planOf(host)).law.id).toBe('besiroglu-2024')
})

test('the map says the loss of the run; typing, arrow keys and dragging move the run', async ({ app, page, host }) => {
  await openTab(page, 'surface')
  const outcome = await outcomeOf(host)
  const kept = readLawsKept(null)
  const surface = answered(await host.call('laws.surface', surfaceQuestion(outcome, kept)))
  await expect(sentence(page)).toContainText(formatText(surface.run!.loss, 'loss', 'en'))

  await app.type(sentence(page).getByRole('button', { name: /^parameters/ }), '7B')
  await app.type(sentence(page).getByRole('button', { name: /^tokens/ }), '2T')
  const typed = answered(await host.call('laws.surface', surfaceQuestion(outcome, { ...kept, N: 7e9, D: 2e12 })))
  await expect(sentence(page)).toContainText(formatText(typed.run!.loss, 'loss', 'en'))
  await expect(sentence(page)).toContainText(formatText(typed.run!.optimum!.N, 'N', 'en'))

  const knob = page.getByRole('slider', { name: text.axis.N })
  await knob.press('ArrowRight')
  await expect(sentence(page)).not.toContainText(formatText(typed.run!.loss, 'loss', 'en'))

  const handle = screenOf(page).locator('.handle')
  const box = (await handle.boundingBox())!
  const was = await sentence(page).innerText()
  await page.mouse.move(box.x + 15, box.y + 15)
  await page.mouse.down()
  await page.mouse.move(box.x + 75, box.y - 15, { steps: 4 })
  await page.mouse.up()
  await expect(sentence(page)).not.toHaveText(was, { useInnerText: true })
  await page.getByRole('button', { name: text.ownRun }).click()
  await expect(sentence(page)).toContainText(formatText(surface.run!.loss, 'loss', 'en'))
})

test('serving, data limit, architecture and calculator say what their procedures answer', async ({ app, page, host }) => {
  const outcome = await outcomeOf(host)
  const kept = readLawsKept(null)
  await openTab(page, 'serving')
  const serving = answered(await host.call('allocate.inference', servingQuestion(outcome, { ...kept, served: 50e12 })))
  await app.type(sentence(page).getByRole('button', { name: new RegExp(`^${text.caption.served}`) }), '50T')
  await expect(sentence(page)).toContainText(formatText(serving.N, 'N', 'en'))
  await expect(sentence(page)).toContainText(formatText(serving.savingVsOptimal, 'percent', 'en'))

  await openTab(page, 'data')
  await app.type(sentence(page).getByRole('button', { name: new RegExp(`^${text.data.unique}`) }), '100B')
  const data = answered(await host.call('allocate.dataLimited', dataQuestion(outcome, { ...kept, uniqueTokens: 100e9 })))
  await expect(sentence(page)).toContainText(formatText(data.loss, 'loss', 'en', { digits: 5, zeros: true }))
  await expect(sentence(page)).toContainText(formatText(data.epochs, 'number', 'en'))
  await page.getByRole('button', { name: text.data.usePlan }).click()
  await app.settled()
  expect((await planOf(host)).limits.uniqueTokens).toBe(100e9)
  await app.undo.click()

  await openTab(page, 'shape')
  const shape = answered(await host.call('allocate.architecture', shapeQuestion(outcome, kept.shape)))
  await expect(sentence(page)).toContainText(formatText(shape.parameters.total, 'N', 'en'))
  await page.getByRole('button', { name: /^Count its exact FLOP/ }).click()
  await expect.poll(async () => (await planOf(host)).law.flopPerParameterToken).toBe(shape.flopPerToken.perActiveParameter)
  await app.undo.click()
  await expect.poll(async () => (await planOf(host)).law.flopPerParameterToken).toBe(6)

  await openTab(page, 'solve')
  await app.type(page.getByRole('definition').getByRole('button', { name: new RegExp(`^${text.solve.fields.usd}:`) }), '$1M')
  const solved = answered(await host.call('laws.solve', solveQuestion(await outcomeOf(host), { ...kept, given: 'usd', value: 1e6 })))
  await expect(sentence(page)).toContainText(formatText(solved.N, 'N', 'en'))
  await expect(sentence(page)).toContainText(formatText(solved.days, 'days', 'en'))
})

test('claims stand in the validation table as claims, and the view is there again after a restart', async ({ app, page, host, browser }) => {
  await app.still()
  await openTab(page, 'table')
  await expect(sentence(page)).toContainText('2.57')
  await expect(sentence(page)).toContainText('2.008')
  await expect(page.getByRole('row', { name: /^GPT-4/ })).toContainText('1.7–1.9')
  await expect(page.getByRole('row', { name: /^GPT-3 / })).toContainText('claim +0.56')
  await expect.poll(async () => JSON.stringify((await host.call('desk.get', { name: 'laws' })).state)).toContain('"tab":"table"')
  await page.close()
  await host.end('SIGTERM')

  const again = await startHost(host.folder)
  const context = await browser.newContext()
  try {
    const watchedAgain = await watch(context, () => again.origin)
    const next = new Screen(await context.newPage(), watchedAgain)
    await next.open(again.address)
    await next.page.getByRole('link', { name: messages.en.screen.rail.laws }).click()
    await expect(next.page.getByRole('tab', { name: text.tab.table })).toHaveAttribute('aria-selected', 'true')
    expect(watchedAgain.problems()).toEqual([])
  } finally {
    await context.close()
    await again.end('SIGTERM')
  }
})
