/** Every screen of the workbench and every view of it, in both languages, themes and sizes: drawn without a fault, axe-clean, pictured. */
import type { Page } from '@playwright/test'
import type { ScreenId } from '../../src/renderer/src/state/route.svelte'
import { expect, test } from './app'
import { places } from './layout'
import { Screen } from './screen'
import { axe, MAY_BE_CUT, SIZES, SMALL_SIZES, soundly, take } from './sound'
import { withScenarios } from './withScenarios'

/** Beside what any screen may cut: rows of a file scroll inside their table, and long names end in an ellipsis with their whole in a tooltip. */
const CUT_HERE = [...MAY_BE_CUT, '.data table', '.files table', '.drop', 'header .room .name']
/** Every screen, in tests of about the same length; those that are planned with are looked at in small windows as well. */
const WALKS = {
  'the plan': { answer: { isSmall: true }, targets: {}, costs: {}, path: {}, report: { isSmall: true } },
  'the laws': { laws: {}, theory: {} },
  'the measurements': { lab: {}, grokking: {} },
  'the scenarios': { scenarios: { isSmall: true } }
} as const satisfies Record<string, Partial<Record<ScreenId, { isSmall?: boolean }>>>
// Fails to compile when a screen is in no walk.
type Walked = { [Name in keyof typeof WALKS]: keyof (typeof WALKS)[Name] }[keyof typeof WALKS]
true satisfies ScreenId extends Walked ? true : never

type Size = (typeof SIZES)[number]
type Theme = 'light' | 'dark'

class Walk {
  private theme: Theme = 'light'

  constructor(
    private readonly page: Page,
    private readonly screen: Screen
  ) {}

  /** Goes to a screen and looks at every view of it. */
  async look(id: ScreenId, isSmall: boolean): Promise<void> {
    const { page, screen } = this
    await screen.go(id)
    let opened = await this.openExample()
    const tabs = page.getByRole('tab')
    const views = Math.max(1, await tabs.count())
    for (let view = 0; view < views; view++) {
      if (view > 0) {
        await tabs.nth(view).click()
        await this.screen.drawn()
        opened ||= await this.openExample()
      }
      await this.lookAt(`${id}, view ${view + 1}, ${screen.language}`, view === 0 ? id : null)
    }
    if (id === 'answer') await this.explain()
    if (isSmall)
      for (const size of SMALL_SIZES) {
        await page.setViewportSize(size)
        await this.screen.drawn()
        await soundly(page, `${id}, ${screen.language}, ${size.width} × ${size.height}`, CUT_HERE)
        if (id === 'answer' && size.width === 900 && screen.language === 'en') await take(page, 'answer-en-light-900')
      }
    await page.setViewportSize(SIZES[0])
    await this.screen.drawn()
  }

  /** Where a number comes from, in the large window. */
  private async explain(): Promise<void> {
    const { page, screen } = this
    await page.setViewportSize(SIZES[1])
    await this.screen.drawn()
    await screen.outcome('run.usd').click()
    await expect(screen.dialog).toBeVisible()
    for (const theme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      await this.screen.drawn()
      await take(page, `explain-${screen.language}-${theme}-1920`, (screen.language === 'en') === (theme === 'light'))
    }
    await page.keyboard.press('Escape')
    await expect(screen.dialog).toBeHidden()
  }

  /** The view on screen in light and dark at 1280, then in dark and light at 1920. */
  private async lookAt(what: string, pictured: ScreenId | null): Promise<void> {
    const { page } = this
    const [small, large] = SIZES
    await this.sound(what, small, pictured)
    await axe(page, what)
    await this.turn('dark', what)
    await axe(page, `${what}, dark`, { rules: ['color-contrast'] })
    if (pictured !== null) await this.takeOf(pictured, small)
    await page.setViewportSize(large)
    await this.screen.drawn()
    await this.sound(what, large, pictured)
    await this.turn('light', what)
    if (pictured !== null) await this.takeOf(pictured, large)
    await page.setViewportSize(small)
    await this.screen.drawn()
  }

  private async sound(what: string, size: Size, pictured: ScreenId | null): Promise<void> {
    await soundly(this.page, `${what}, ${size.width}`, CUT_HERE)
    if (pictured !== null) await this.takeOf(pictured, size)
  }

  /** Each language is kept in one theme at one size; the others are of this run alone. */
  private takeOf(id: ScreenId, { width }: Size): Promise<void> {
    const name = `${this.screen.language}-${this.theme}-${width}`
    return take(this.page, `${id}-${name}`, name === 'en-light-1280' || name === 'zh-dark-1920')
  }

  /** The theme follows the system's; it changes colours, and moves nothing. */
  private async turn(theme: Theme, what: string): Promise<void> {
    const before = await places(this.page)
    await this.page.emulateMedia({ colorScheme: theme })
    await expect(this.page.locator(`html[data-theme="${theme}"]`)).toBeAttached()
    this.theme = theme
    await this.screen.drawn()
    const after = await places(this.page)
    const moved = after.flatMap((place, i) => (place === before[i] ? [] : [`${before[i] ?? 'nothing'} → ${place}`]))
    expect.soft(moved.slice(0, 5), `${what}: ${theme} moves nothing`).toEqual([])
    expect.soft(after, `${what}: ${theme} shows as much`).toHaveLength(before.length)
  }

  /** The example that a screen of files offers first. */
  private async openExample(): Promise<boolean> {
    const { page, screen } = this
    const examples = page.getByRole('button', { name: screen.text.intake.examples, exact: true })
    if ((await examples.count()) === 0) return false
    await examples.click()
    await page.getByRole('menuitem').first().click()
    await this.screen.drawn()
    return true
  }
}

for (const language of ['en', 'zh'] as const)
  test.describe(language, () => {
    test.use({ settings: { language, theme: 'system' }, opens: 'first start' })

    for (const [name, screens] of Object.entries(WALKS))
      test(`${name}: every view is drawn without a fault`, async ({ page, host, watched }) => {
        test.slow()
        const screen = new Screen(page, watched, language)
        const walk = new Walk(page, screen)
        if ('scenarios' in screens) await withScenarios(host)
        await page.emulateMedia({ colorScheme: 'light' })
        await screen.open(host.address)
        for (const [id, { isSmall = false }] of Object.entries<{ isSmall?: boolean }>(screens)) await test.step(id, () => walk.look(id as ScreenId, isSmall))
      })
  })
