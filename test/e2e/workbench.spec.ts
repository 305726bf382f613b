/** Every screen of the workbench and every view of it, in both languages and themes, at both sizes: drawn without a fault, axe-clean, pictured. */
import type { Page } from '@playwright/test'
import type { ScreenId } from '../../src/renderer/src/state/route.svelte'
import { expect, test } from './app'
import { Screen } from './screen'
import { axe, MAY_BE_CUT, SIZES, soundly, take } from './sound'
import type { Watch } from './watch'

/** The screens that other tests do not walk. */
const WALKED = ['targets', 'laws', 'costs', 'path', 'lab', 'grokking', 'theory'] as const satisfies readonly ScreenId[]
/** Beside what any screen may cut: rows of a file scroll inside their table, and long names end in an ellipsis with their whole in a tooltip. */
const CUT_HERE = [...MAY_BE_CUT, '.data table', '.files table', '.drop', 'header .room .name']

/** The example that a screen of files offers first. */
async function openExample(page: Page, screen: Screen): Promise<boolean> {
  const examples = page.getByRole('button', { name: screen.text.intake.examples, exact: true })
  if ((await examples.count()) === 0) return false
  await examples.click()
  await page.getByRole('menuitem').first().click()
  return true
}

/** Answered and drawn: no call is on its way, nothing waits for one, every figure has its curves, and the frame is painted. */
async function settled(page: Page, screen: Screen, watched: Watch): Promise<void> {
  await expect(page.locator('main')).not.toHaveText(screen.text.page.loading)
  await expect(page.locator('[data-saving="saved"]')).toBeVisible()
  await expect.poll(() => watched.calls(), { message: 'calls without an answer' }).toBe(0)
  // What waits for inputs to rest is on no call yet, but drawn back.
  await expect(page.locator('main .old')).toHaveCount(0)
  await expect(page.locator('figure .curves:not(:has(.main-svg))')).toHaveCount(0)
  await screen.still()
}

// A language moves words, a theme changes colours alone: each language is looked at in one theme, and each theme in one language.
for (const [language, theme] of [
  ['en', 'light'],
  ['zh', 'dark']
] as const)
  test.describe(`${language}, ${theme}`, () => {
    test.use({ settings: { language, theme }, opens: 'first start' })

    for (const id of WALKED)
      test(`${id} is drawn without a fault`, async ({ app, page, watched }) => {
        test.slow()
        const screen = new Screen(page, watched, language)
        await app.settled()
        await page.getByRole('link', { name: screen.text.rail[id], exact: true }).click()
        await settled(page, screen, watched)
        let opened = await openExample(page, screen)
        await settled(page, screen, watched)
        const tabs = page.getByRole('tab')
        const views = Math.max(1, await tabs.count())
        for (let view = 0; view < views; view++) {
          if (view > 0) {
            await tabs.nth(view).click()
            await settled(page, screen, watched)
            opened ||= await openExample(page, screen)
          }
          // The first view at both sizes; the others in English at the small one, in Chinese at the large one.
          for (const size of view === 0 ? SIZES : [SIZES[language === 'en' ? 0 : 1]]) {
            await page.setViewportSize(size)
            await settled(page, screen, watched)
            await soundly(page, `${id}, view ${view + 1}, ${language}, ${theme}, ${size.width}`, CUT_HERE)
            if (view === 0) await take(page, `${id}-${language}-${theme}-${size.width}`)
          }
          await axe(page, `${id}, view ${view + 1}, ${language}, ${theme}`)
        }
      })
  })
