/** The app without a pointer and without sight: axe finds nothing, and the keyboard reaches everything. */
import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { Screen } from './screen'
import { axe } from './sound'

const LAYER = '[popover]'

// Each language in one theme, each theme in one language: words move, colours do not.
for (const [language, theme] of [
  ['en', 'light'],
  ['zh', 'dark']
] as const)
  test.describe(`${language}, ${theme}`, () => {
    test.use({ settings: { language, theme } })

    test('axe finds no violation, whatever is open', async ({ app, page, watched }) => {
      test.slow()
      const screen = new Screen(page, watched, language)
      const { text } = screen
      await screen.outcome('run.usd').click()
      await expect(screen.dialog).toBeVisible()
      await app.still()
      await axe(page, 'Explain', { within: LAYER })
      await page.keyboard.press('Escape')

      await screen.field('budget', screen.whatIf).click()
      await screen.box.fill('$7M')
      await axe(page, 'a field being edited', { within: LAYER })
      await screen.box.fill('-7')
      await axe(page, 'a field that refuses', { within: LAYER })
      await page.keyboard.press('Escape')

      for (const [what, button] of [
        ['menu of plans', page.getByRole('button', { name: text.plans.title, exact: true })],
        ['menu of capabilities', screen.field('focus', screen.answer)],
        ['menu of accelerators', screen.field('accelerator', screen.answer)]
      ] as const) {
        await button.click()
        await expect(page.getByRole('menu')).toBeVisible()
        await app.still()
        await axe(page, what, { within: LAYER })
        await page.keyboard.press('Escape')
      }
      await page
        .getByRole('button', { name: new RegExp(text.table.details.replace('{name}', '')) })
        .first()
        .click()
      await app.still()
      await axe(page, 'details of a capability', { within: LAYER })
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: text.frontier.buttons.table, exact: true }).first().click()
      await page.locator('summary').click()
      await app.still()
      await axe(page, 'figure as a table, more assumptions')
    })
  })

/** What has the focus: a stable name, whether it shows, and whether it is in the window. */
const focused = (page: Page): Promise<{ id: number; name: string; seen: boolean; marked: boolean } | null> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const all = ((window as unknown as { seen?: Element[] }).seen ??= [])
    if (!all.includes(element)) all.push(element)
    const box = element.getBoundingClientRect()
    const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height / 2)
    const hasMark = (style: CSSStyleDeclaration): boolean =>
      style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1)
    // The mark may be on what the element draws inside it: a slider's knob, the grip of a line.
    const inside = element.querySelector('*')
    return {
      id: all.indexOf(element),
      name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
      seen: at !== null && (element.contains(at) || at.contains(element)),
      marked: hasMark(getComputedStyle(element)) || element.matches('input[type=range]:focus-visible') || (inside !== null && hasMark(getComputedStyle(inside)))
    }
  })

for (const screen of ['answer', 'scenarios', 'report'] as const)
  test(`on the screen ${screen}, Tab reaches everything, shows where it is, and comes round`, async ({ app, page }) => {
    test.slow()
    if (screen === 'answer') await expect(page.locator('.lead').first(), 'the chance is read').toHaveText(/%/)
    await app.go(screen)
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    const wanted = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary, [tabindex="0"]')]
      return all.filter((element) => element.checkVisibility() && !element.matches(':disabled, [hidden]')).length
    })
    const walked = new Map<number, string>()
    for (let step = 0; step < wanted * 2; step++) {
      await page.keyboard.press('Tab')
      const now = await focused(page)
      if (now === null) continue
      if (walked.has(now.id)) break
      walked.set(now.id, now.name)
      expect.soft(now.marked, `“${now.name}” shows that it has the focus`).toBe(true)
      expect.soft(now.seen, `“${now.name}” is in sight when it has the focus`).toBe(true)
    }
    expect([...walked.values()], 'every control that can be seen').toHaveLength(wanted)
    await page.keyboard.press('Shift+Tab')
    expect(await focused(page)).not.toBeNull()
  })
