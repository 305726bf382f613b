/** What a person does with a plan, from the first start to finding everything as it was left. */
import type { Locator } from '@playwright/test'
import { expect, test } from './app'
import { startHost } from './host'
import type { Host } from './host'
import { Screen } from './screen'
import { watch } from './watch'

/** The plan as it stands on the disk, in the order in which its fields were written. */
const kept = async (host: Host): Promise<string> => JSON.stringify((await host.call('documents.current', {})).plan)

test.describe('at the first start', () => {
  test.use({ opens: 'first start' })
  test('a computed example is open', async ({ app, page }) => {
    await expect(page).toHaveTitle('Reasoning model 2027 – Scalepath')
    await expect(app.answer).toHaveText(/^To reach .* with .* confidence you need .* parameters on .* tokens: .*\sFLOP.*, about \$.* and .*\sdays.* on .*\.$/)
    await expect(app.table.getByRole('row')).toHaveCount(6)
    await expect(app.handle).toHaveAttribute('aria-valuetext', /^80\s%, costs \$\d.*, \d.* parameters$/)
    await expect(app.undo).toBeDisabled()
    await expect(app.redo).toBeDisabled()
  })
})
test('dragging the frontier changes the answer under way and is one step', async ({ app, page, host }) => {
  const before = await kept(host)
  const wanted = app.field('wanted', app.answer)
  const size = app.outcome('run.N')
  const at = (await app.handle.boundingBox())!
  const [x, y] = [at.x + at.width / 2, at.y + at.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (const part of [1, 2, 3]) {
    const [was, wasSize] = [await wanted.innerText(), await size.innerText()]
    await page.mouse.move(x - 12 * part, y + 12 * part, { steps: 4 })
    await expect(wanted, 'the wanted probability follows the pointer').not.toHaveText(was, { useInnerText: true })
    await expect(size, 'and so does the answer').not.toHaveText(wasSize, { useInnerText: true })
  }
  const dragged = (await app.handle.getAttribute('aria-valuenow'))!
  await expect(wanted).toHaveText(new RegExp(`^${dragged}\\s%`))
  await page.mouse.up()
  await app.settled()
  await expect(wanted).toHaveText(new RegExp(`^${dragged}\\s%`))
  expect(await kept(host)).not.toBe(before)
  await app.undo.click()
  await expect(wanted).toHaveText(/^80\s%/)
  await expect(app.undo).toBeDisabled()
  await app.settled()
  expect(await kept(host)).toBe(before)
})

test('arrow keys move the frontier as the pointer does, and a held key is one step', async ({ app, page }) => {
  await app.handle.focus()
  await page.keyboard.press('ArrowDown')
  await expect(app.handle).toHaveAttribute('aria-valuenow', '79')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(app.handle).toHaveAttribute('aria-valuenow', '74')
  for (const value of ['75', '76', '77']) {
    await page.keyboard.down('ArrowUp')
    await expect(app.handle).toHaveAttribute('aria-valuenow', value)
  }
  await page.keyboard.up('ArrowUp')
  await expect(app.field('wanted', app.answer)).toHaveText(/^77\s%/)
  for (const value of ['74', '79', '80']) {
    await app.undo.click()
    await expect(app.handle).toHaveAttribute('aria-valuenow', value)
  }
  await expect(app.undo).toBeDisabled()
})

test('the point of the frontier can be typed: a character on it opens its box', async ({ app, page }) => {
  await app.handle.focus()
  await page.keyboard.press('6')
  await expect(app.box).toBeFocused()
  await app.box.fill('65')
  await page.keyboard.press('Enter')
  await expect(app.handle).toHaveAttribute('aria-valuenow', '65')
  await expect(app.field('wanted', app.answer)).toHaveText(/^65\s%/)
})

test('the budget line is dragged and typed', async ({ app, page }) => {
  const line = page.getByRole('slider', { name: 'Budget', exact: true }).and(page.locator('div'))
  const field = app.field('budget')
  const at = (await line.boundingBox())!
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 3)
  await page.mouse.down()
  await page.mouse.move(at.x - 60, at.y + at.height / 3, { steps: 6 })
  await expect(field).not.toHaveText('$6M')
  await page.mouse.up()
  await app.undo.click()
  await expect(field).toHaveText('$6M')
  await expect(app.undo).toBeDisabled()
})

test('dragging a slider changes the answer under way, is one step, and shows its change against the saved plan', async ({ app, page }) => {
  const slider = app.whatIf.getByRole('slider', { name: 'MFU' })
  const days = app.outcome('run.days')
  const at = (await slider.boundingBox())!
  const y = at.y + at.height / 2
  await page.mouse.move(at.x + at.width * 0.6, y)
  await page.mouse.down()
  for (const share of [0.7, 0.8, 0.9]) {
    const was = await days.innerText()
    await page.mouse.move(at.x + at.width * share, y, { steps: 3 })
    await expect(days).not.toHaveText(was, { useInnerText: true })
  }
  await page.mouse.up()
  await expect(app.whatIf).toContainText(app.text.whatIf.versus)
  await expect(app.undo).toHaveAccessibleName(/MFU/)
  await app.undo.click()
  await expect(days).toContainText(/^\s*20\.8\sdays/)
  await expect(app.undo).toBeDisabled()
})

const WRITTEN = [
  ['budget', '$12.5M', '$12.5M'],
  ['budget', '750k', '$750K'],
  ['budget', '2 bn USD', '$2B'],
  ['budget', 'none', 'none'],
  ['deadline', '3 weeks', '21 days'],
  ['deadline', '2 months', '60.9 days'],
  ['mfu', '0.35', '35 %'],
  ['mfu', '30–45 %', '30–45 %'],
  ['price', '$2–3', '$2.00–3.00'],
  ['accelerators', '16k', /^16\s?000$/],
  ['tokensPerParameter', '20', '20']
] as const
test('values are typed in the units in which people write them', async ({ app }) => {
  for (const [id, written, shown] of WRITTEN) {
    await app.type(app.field(id, app.whatIf), written)
    await expect.soft(app.field(id, app.whatIf), `${id}: ${written}`).toHaveText(shown)
  }
})

test('a typed value says what was understood while it is typed, Esc leaves it as it was', async ({ app, page }) => {
  const field = app.field('budget', app.whatIf)
  await field.click()
  await app.box.fill('1.2 million')
  await expect(app.box).toHaveAccessibleDescription(/^\$1\.2M/)
  await page.keyboard.press('Escape')
  await expect(field).toBeFocused()
  await expect(field).toHaveText('$6M')
  await expect(app.undo).toBeDisabled()
})

test('a pinned outcome stays solved while another input moves, and says when it cannot be', async ({ app, page }) => {
  const days = app.outcome('run.days')
  const accelerators = app.field('accelerators', app.answer)
  const before = await accelerators.innerText()
  await days.click()
  await app.dialog.getByLabel('Pin at').fill('2 weeks')
  await app.dialog.getByRole('button', { name: 'Pin', exact: true }).click()
  await expect(days).toContainText('14')
  await expect(days).toContainText('pinned, was 20.8')
  await expect(accelerators).toContainText('gives way')
  await expect(accelerators).not.toHaveText(before, { useInnerText: true })
  const first = await accelerators.innerText()

  await app.type(app.field('mfu', app.whatIf), '50 %')
  await expect(accelerators).not.toHaveText(first, { useInnerText: true })
  await expect(days).toContainText(/^\s*14(\.0)?\sdays/)

  await days.click()
  await app.dialog.getByLabel('Pin at').fill('1 second')
  await page.keyboard.press('Enter')
  await expect(days).toContainText('not possible; nearest')

  await days.click()
  await app.dialog.getByRole('button', { name: 'Unpin' }).click()
  await expect(days).not.toContainText('pinned')
  await expect(days).not.toContainText('not possible')
  await expect(accelerators).not.toContainText('gives way')
})

test('another input can be made to give way to the pin', async ({ app, page }) => {
  await app.outcome('run.usd').click()
  await app.dialog.getByLabel('Pin at').fill('$2M')
  await app.dialog.getByRole('button', { name: /^Gives way/ }).click()
  await page.getByRole('menuitemradio', { name: 'Price per hour' }).click()
  await app.dialog.getByRole('button', { name: 'Pin', exact: true }).click()
  await expect(app.outcome('run.usd')).toContainText(/^\$2(\.00)?M/)
  await expect(app.outcome('run.usd')).toContainText('pinned')
  await expect(app.whatIf).toContainText('solved by the pin')
})

const cell = (row: Locator, field: string): Locator => row.getByRole('button', { name: new RegExp(`^${field}, `) })
const IN_ORDER = ['Instruction following', 'Code generation', 'Chain of thought', 'Maths reasoning', 'Multi-step reasoning']
const expectOrder = (table: Locator, order: readonly string[]): Promise<void> =>
  expect(table.getByRole('button', { name: new RegExp(`^(${IN_ORDER.join('|')})$`) })).toHaveText([...order])

test.describe('capabilities', () => {
  test.use({ viewport: { width: 1920, height: 1080 } })

  test('are edited in place: what is wanted, where they come, what they are worth', async ({ app }) => {
    const row = app.table.getByRole('row', { name: /Multi-step reasoning/ })
    const cost = row.locator('[data-quantity="run.usd"]')
    for (const [field, written, shown] of [
      ['Wanted', '70', '70 %'],
      ['Critical size', '60–90B', '60–90B'],
      ['Benefit', '$20M', '$20M']
    ] as const) {
      const was = await cost.innerText()
      await app.type(cell(row, field), written)
      await expect(cell(row, field)).toHaveText(shown)
      if (field !== 'Benefit') await expect(cost, `the cost follows ${field}`).not.toHaveText(was, { useInnerText: true })
    }
    await expect(app.undo).toHaveAccessibleName(/Benefit/)
    for (let step = 0; step < 3; step++) await app.undo.click()
    await expect(cell(row, 'Benefit')).toHaveText('$9M')
    await expect(app.undo).toBeDisabled()
  })

  test('are sorted by a column and put back into their own order without a step', async ({ app }) => {
    const header = app.table.getByRole('columnheader', { name: /Cost/ })
    await header.getByRole('button').click()
    await expect(header).toHaveAttribute('aria-sort', 'ascending')
    await header.getByRole('button').click()
    await expect(header).toHaveAttribute('aria-sort', 'descending')
    await expectOrder(app.table, [...IN_ORDER].reverse())
    await header.getByRole('button').click()
    await expectOrder(app.table, IN_ORDER)
    await expect(app.undo).toBeDisabled()
  })

  test('are moved with the pointer and with arrow keys', async ({ app, page }) => {
    const grip = (name: string): Locator => app.table.getByRole('button', { name: new RegExp(`^Move ${name}`) })
    await grip('Code generation').focus()
    await page.keyboard.press('ArrowUp')
    await expectOrder(app.table, ['Code generation', 'Instruction following', ...IN_ORDER.slice(2)])
    await expect(grip('Code generation'), 'the focus goes with it').toBeFocused()
    await grip('Multi-step reasoning').dragTo(grip('Code generation'))
    await expectOrder(app.table, ['Multi-step reasoning', 'Code generation', 'Instruction following', 'Chain of thought', 'Maths reasoning'])
    await app.undo.click()
    await app.undo.click()
    await expectOrder(app.table, IN_ORDER)
  })

  test('are added from the catalogue and as one’s own, and removed with a way back', async ({ app, page }) => {
    await app.table.getByRole('button', { name: 'Add a capability' }).click()
    await page.getByRole('menuitem', { name: 'Own capability…' }).click()
    await expect(app.table.getByRole('row')).toHaveCount(7)
    await app.table.getByRole('button', { name: 'Details of New capability' }).click()
    await app.type(app.dialog.getByRole('button', { name: /^Name: New capability/ }), 'Theorem proving')
    await page.keyboard.press('Escape')
    await expect(app.table.getByRole('row', { name: /Theorem proving/ })).toBeVisible()
    await app.table.getByRole('button', { name: 'Details of Theorem proving' }).click()
    await app.dialog.getByRole('button', { name: 'Remove' }).click()
    await expect(app.table.getByRole('row')).toHaveCount(6)
    await page.getByRole('group').filter({ hasText: 'Theorem proving removed' }).getByRole('button', { name: 'Undo' }).click()
    await expect(app.table.getByRole('row', { name: /Theorem proving/ })).toBeVisible()
  })
})

test('the capability of the sentence is chosen in the sentence and in the table', async ({ app, page }) => {
  await app.field('focus', app.answer).click()
  await page.getByRole('menuitemradio', { name: /Code generation/ }).click()
  await expect(app.answer).toContainText('code generation')
  await app.table.getByRole('button', { name: 'Chain of thought', exact: true }).click()
  await expect(app.answer).toContainText('chain of thought')
})

test('tokens per parameter, once moved, are a policy of their own; the reset goes back to the law’s optimum', async ({ app, page }) => {
  const assumption = app.whatIf
    .locator('div')
    .filter({ has: page.locator('[data-input="tokensPerParameter"]') })
    .last()
  const slider = assumption.getByRole('slider', { name: 'Tokens per parameter' })
  await app.field('tokensPerParameter').click()
  await expect(app.box, 'the box starts with the optimum').toHaveValue('18')
  await page.keyboard.press('Escape')
  await expect(assumption).toContainText('law’s optimum')
  await slider.focus()
  await page.keyboard.press('PageUp')
  await expect(assumption).not.toContainText('law’s optimum')
  await expect(app.field('tokensPerParameter')).not.toHaveText('18')
  await assumption.getByRole('button', { name: /^Use the law’s optimum, 18/ }).click()
  await expect(assumption).toContainText('law’s optimum')
  await expect(app.field('tokensPerParameter')).toHaveText('18')
})

test('a number is explained by the pointer and by the keyboard, and the focus returns', async ({ app, page }) => {
  const cost = app.outcome('run.usd')
  await cost.click()
  await expect(app.dialog).toBeVisible()
  await expect(app.dialog).toContainText('=')
  await expect(app.dialog).toContainText('Inputs')
  await page.keyboard.press('Escape')
  await expect(app.dialog).toBeHidden()
  await expect(cost).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(app.dialog).toBeVisible()
  await app.dialog.getByRole('button', { name: 'Close' }).press('Enter')
  await expect(cost).toBeFocused()

  await cost.click()
  await app.dialog.getByRole('button', { name: 'MFU', exact: true }).last().click()
  await expect(app.dialog).toBeHidden()
  await expect(app.field('mfu')).toBeFocused()

  await cost.click()
  await page.mouse.click(400, 12)
  await expect(app.dialog).toBeHidden()
})

test('language and theme are switched at once and kept', async ({ app, page, host }) => {
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(new Screen(page, { problems: () => [], calls: () => 0 }, 'zh').answer).toContainText('的把握')
  await page.getByRole('button', { name: 'EN', exact: true }).click()
  await page.getByRole('button', { name: 'Theme: light' }).click()
  await page.getByRole('menuitemradio', { name: 'dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.settled()
  expect(await host.call('settings.get', {})).toMatchObject({ language: 'en', theme: 'dark' })
})

test('steps are undone to the start and done again to the end, byte for byte', async ({ app, page, host }) => {
  const start = await kept(host)
  await app.type(app.field('budget', app.whatIf), '$9M')
  await app.type(app.field('wanted', app.answer), '75')
  await app.type(app.field('deadline', app.whatIf), '12 weeks')
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Renamed')
  await page.keyboard.press('Enter')
  await app.outcome('run.days').click()
  await app.dialog.getByLabel('Pin at').fill('10 days')
  await page.keyboard.press('Enter')
  await app.settled()
  const end = await kept(host)
  expect(end).toContain('"name":"Renamed"')
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+z')
  await expect(app.undo).toBeDisabled()
  await app.settled()
  expect(await kept(host)).toBe(start)
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+Shift+z')
  await expect(app.redo).toBeDisabled()
  await app.settled()
  expect(await kept(host)).toBe(end)
})

test('after the host was killed and started again, everything is as it was left', async ({ app, page, host, browser }) => {
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Left at night')
  await page.keyboard.press('Enter')
  await app.type(app.field('budget', app.whatIf), '$8M')
  await app.table.getByRole('button', { name: 'Chain of thought', exact: true }).click()
  await page.getByRole('button', { name: 'Theme: light' }).click()
  await page.getByRole('menuitemradio', { name: 'dark' }).click()
  await app.settled()
  const left = await kept(host)
  const answer = await app.answer.innerText()
  await page.close()
  await host.end('SIGKILL')

  const again = await startHost(host.folder)
  const context = await browser.newContext()
  try {
    const watched = await watch(context, () => again.origin)
    const next = new Screen(await context.newPage(), watched)
    await next.open(again.address)
    expect(await next.answer.innerText()).toBe(answer)
    await expect(next.page.getByRole('textbox', { name: 'Name of the plan' })).toHaveValue('Left at night')
    await expect(next.page.locator('html')).toHaveAttribute('data-theme', 'dark')
    expect(await kept(again)).toBe(left)
    expect(watched.problems()).toEqual([])
  } finally {
    await context.close()
    await again.end('SIGTERM')
  }
})

test('a change against the saved plan is shown beside every outcome, and saving makes it the saved plan', async ({ app, page }) => {
  const against = page.getByRole('region', { name: app.text.saved.title })
  await app.type(app.field('wanted', app.answer), '70')
  await expect(against.getByRole('row', { name: app.text.saved.runCost })).toContainText(/[−↓▾]/)
  await expect(app.whatIf.getByRole('button', { name: 'Reset 1' })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(app.whatIf.getByRole('button', { name: /^Reset \d/ })).toBeHidden()
  await expect(against.getByRole('row', { name: app.text.saved.runCost })).not.toContainText(/[−↓▾]/)
})
