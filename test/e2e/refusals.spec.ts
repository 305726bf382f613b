/** What the app does with entries and files that mean nothing: a reason and an example, and everything else as it was. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../hosts/built'
import { expect, test } from './app'

const NEVER = ['', '-5', 'NaN', '1e999', 'a lot'] as const
const FIELDS = [
  { id: 'budget', wrong: ['0', '5 days', '$5M–$3M', '$3M–5M', '€5M', '1e16', '1.5.2'] },
  { id: 'wanted', wrong: ['0', '100', '130 %', '$5', '80–70 %', '70–80 %', '∞'] },
  { id: 'price', wrong: ['0', '$3–2', '3 days', '1e7'] },
  { id: 'mfu', wrong: ['0', '101 %', '50–30 %', '4 days', '$2'] },
  { id: 'tokensPerParameter', wrong: ['0', '$20', '30–10', '10–30', '3 weeks', 'none', '∞'] },
  { id: 'accelerators', wrong: ['0', '2.5', '128–64', '64–128', '$2', '1e10', 'none'] },
  { id: 'deadline', wrong: ['0', '$3M', '60–30 days', '30–60 days', '70B'] }
] as const

test('a wrong entry in any field is refused with a reason and an example, and changes nothing', async ({ app, page, host }) => {
  test.slow()
  const before = JSON.stringify((await host.call('documents.current', {})).plan)
  const answer = await app.answer.innerText()
  for (const { id, wrong } of FIELDS) {
    const field = app.field(id).first()
    const shown = await field.innerText()
    await field.click()
    for (const entry of [...NEVER, ...wrong]) {
      await app.box.fill(entry)
      await app.box.press('Enter')
      await expect(app.box, `${id}: “${entry}” is refused`).toHaveAttribute('aria-invalid', 'true')
      await expect
        .soft(app.box, `${id}: “${entry}” gets a reason and an example`)
        .toHaveAccessibleDescription(/\S{3}.*(for example|write|possible here|expected here|lower end first).*/)
    }
    await page.keyboard.press('Escape')
    await expect.soft(field).toHaveText(shown, { useInnerText: true })
  }
  await app.settled()
  expect(await app.answer.innerText()).toBe(answer)
  await expect(app.undo).toBeDisabled()
  expect(JSON.stringify((await host.call('documents.current', {})).plan)).toBe(before)
})

test.describe('in the table', () => {
  test.use({ viewport: { width: 1920, height: 1080 } })

  test('wrong entries are refused as well', async ({ app, page }) => {
    for (const [field, wrong] of [
      ['Wanted', ['100 %', '0', '$3']],
      ['Critical size', ['90–60B', '0', '$3M', '3 days', '1e41']],
      ['Benefit', ['3 days', '$2M–$1M', 'none']]
    ] as const) {
      const button = app.table.getByRole('row', { name: /Multi-step/ }).getByRole('button', { name: new RegExp(`^${field}, `) })
      const shown = await button.innerText()
      await button.click()
      for (const entry of [...NEVER, ...wrong]) {
        await app.box.fill(entry)
        await app.box.press('Enter')
        await expect(app.box, `${field}: “${entry}” is refused`).toHaveAttribute('aria-invalid', 'true')
      }
      await page.keyboard.press('Escape')
      await expect(button).toHaveText(shown, { useInnerText: true })
    }
    await expect(app.undo).toBeDisabled()
  })
})

test('leaving a field with a wrong entry says why it was not kept', async ({ app, page }) => {
  const field = app.field('budget', app.whatIf)
  await field.click()
  await app.box.fill('-3')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('group').filter({ hasText: 'Not changed.' })).toContainText('cannot be negative')
  await expect(field).toHaveText('$6M')
  await expect(app.undo).toBeDisabled()
})

test('a pin at a value that cannot be meant is refused', async ({ app, page }) => {
  await app.outcome('run.days').click()
  const pin = app.dialog.getByLabel('Pin at')
  for (const entry of [...NEVER, '0', '$3', '3–5 days']) {
    await pin.fill(entry)
    await pin.press('Enter')
    await expect(pin, `“${entry}”`).toHaveAttribute('aria-invalid', 'true')
  }
  await page.keyboard.press('Escape')
  await expect(app.undo).toBeDisabled()
})

const example = readFileSync(join(root, 'test', 'files', 'journey.scalepath.json'), 'utf8')
const changed = (change: (file: { version: number; plan: Record<string, unknown> }) => void): string => {
  const file = JSON.parse(example) as { version: number; plan: Record<string, unknown> }
  change(file)
  return JSON.stringify(file)
}
const FILES: readonly { name: string; text: string | Buffer; said: RegExp }[] = [
  { name: 'empty', text: '', said: /file is empty/ },
  { name: 'truncated', text: example.slice(0, 2000), said: /ends in the middle/ },
  { name: 'binary', text: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), said: /binary/ },
  { name: 'web page', text: '<!doctype html><html><body><script>alert(1)</script></body></html>', said: /web page/ },
  { name: 'other JSON', text: '{"hello": [1, 2, 3]}', said: /not a plan/ },
  { name: 'deep', text: `${'['.repeat(5000)}${']'.repeat(5000)}`, said: /nests deeper|not a plan/ },
  { name: 'too large', text: `"${'x'.repeat(26 * 1024 * 1024)}"`, said: /a plan is at most 20 MB/ },
  { name: 'words for numbers', text: changed(({ plan }) => (plan.limits = { budgetUsd: 'plenty' })), said: /budgetUsd|Budget/ },
  { name: 'upside down', text: changed(({ plan }) => ((plan.targets as { critical: unknown }[])[0]!.critical = { low: 9e9, high: 1e9 })), said: /critical/ },
  { name: 'not finite', text: example.replace('10000000000', '1e999'), said: /too large to hold|finite/ },
  { name: 'not a version', text: changed((file) => (file.version = -1)), said: /version/ }
]

test('plan files that are none are refused in a sentence, and the plan on screen stays', async ({ app, page }) => {
  test.slow()
  const answer = await app.answer.innerText()
  for (const { name, text, said } of FILES) {
    await page.locator('input[type=file]').setInputFiles({ name: `${name}.scalepath.json`, mimeType: 'application/json', buffer: Buffer.from(text) })
    const sentence = page.getByRole('alert').or(page.getByRole('group').filter({ hasText: said }))
    await expect.soft(sentence.first(), name).toContainText(said)
    expect.soft(await app.answer.innerText(), name).toBe(answer)
  }
  await app.type(app.field('budget', app.whatIf), '$7M')
  await expect(app.field('budget', app.whatIf)).toHaveText('$7M')
  await app.settled()
})

test('a plan of a newer version opens for reading only and says so', async ({ app, page }) => {
  const newer = changed((file) => {
    file.version = 99
    file.plan.name = 'From the future'
  })
  await page.locator('input[type=file]').setInputFiles({ name: 'newer.scalepath.json', mimeType: 'application/json', buffer: Buffer.from(newer) })
  await expect(
    page
      .getByText(app.text.bar.readonly)
      .or(page.getByText(/written by a newer version/))
      .first()
  ).toBeVisible()
  await expect(app.answer).toBeVisible()
})

const MARKUP = '<img src=x onerror="document.title=1"><b>&amp;"\''

test('markup in a plan is text wherever it is shown', async ({ app, page }) => {
  const hostile = changed(({ plan }) => {
    plan.name = `Plan ${MARKUP}`
    for (const target of plan.targets as { name: string; capability: string | null }[]) {
      target.name = `${target.name}${MARKUP}`
      target.capability = null
    }
    plan.accelerator = { ...(plan.accelerator as object), name: MARKUP, source: MARKUP }
  })
  await page.locator('input[type=file]').setInputFiles({ name: 'hostile.scalepath.json', mimeType: 'application/json', buffer: Buffer.from(hostile) })
  await expect(page.getByRole('textbox', { name: 'Name of the plan' })).toHaveValue(`Plan ${MARKUP}`)
  await app.settled()
  await expect(page).toHaveTitle(`Plan ${MARKUP} – Scalepath`)
  await expect(app.answer).toContainText(MARKUP)
  await expect(app.table.getByRole('row').nth(1)).toContainText(MARKUP)
  await app.table.locator('[data-quantity="run.usd"]').first().click()
  await expect(app.dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Table', exact: true }).first().click()
  await expect(page.getByRole('table').first()).toContainText(MARKUP)
  expect(await page.locator('img, body b:has-text("&")').count()).toBe(await page.locator('p .f > b, p .o > b').filter({ hasText: '&' }).count())
  expect(await page.locator('img').count()).toBe(0)
})
