/** The Answer screen as a person finds it: by role, name and visible text. */
import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { ScreenId } from '../../src/renderer/src/state/route.svelte'
import { messages } from '../../src/shared/text/messages'
import type { Language } from '../../src/shared/text/messages'
import type { Watch } from './watch'

export class Screen {
  constructor(
    readonly page: Page,
    private readonly watched: Watch,
    readonly language: Language = 'en'
  ) {}

  get text() {
    return messages[this.language].screen
  }
  get answer(): Locator {
    return this.page.locator('p').and(this.page.getByLabel(this.text.sentence.label, { exact: true }))
  }
  get table(): Locator {
    return this.page.getByRole('table', { name: this.text.table.label })
  }
  get whatIf(): Locator {
    return this.page.getByRole('complementary', { name: this.text.whatIf.title })
  }
  get handle(): Locator {
    return this.page.getByRole('slider', { name: new RegExp(this.text.frontier.handle.label.replace('{name}', '.+')) })
  }
  get undo(): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${this.text.bar.undo}`) }).first()
  }
  get redo(): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${this.text.bar.redo}`) }).first()
  }
  /** A field of an input of the registry, by its id. */
  field(id: string, within: Locator = this.page.locator('body')): Locator {
    return within.locator(`[data-input="${id}"]`)
  }
  /** An outcome of the sentence. */
  outcome(id: string): Locator {
    return this.answer.locator(`[data-quantity="${id}"]`)
  }
  /** The box in which a value is being typed. */
  get box(): Locator {
    return this.page.locator('[popover]').getByRole('textbox')
  }
  /** Name of the grid of two inputs. */
  private get grid(): RegExp {
    return new RegExp(`^${this.text.scenarios.grid.instruction.replace('{outcome}', '.+')}`)
  }
  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await this.settled()
  }

  /** Answered, drawn, in its own type, and kept on the disk. */
  async settled(): Promise<void> {
    await expect(this.page.locator('[data-saving="saved"]')).toBeVisible()
    await expect(this.page.locator('figure .main-svg').first()).toBeAttached()
    // It begins once inputs rest: until then no call tells of it.
    await expect(this.page.locator('[data-simulation="resting"], [data-simulation="running"]')).toHaveCount(0)
    await expect.poll(() => this.watched.calls(), { message: 'calls without an answer' }).toBe(0)
    await this.still()
  }

  /** Goes to a screen by its link and waits until it is drawn. */
  async go(id: ScreenId): Promise<void> {
    await this.page.getByRole('link', { name: this.text.rail[id], exact: true }).click()
    // What is worked out when somebody comes to it is on no call yet; a grid and what drives an outcome take a while.
    if (id === 'report') await expect(this.page.locator('main .report ol').getByRole('button').first()).toBeVisible()
    if (id === 'scenarios') await expect(this.page.locator('main').getByRole('button', { name: this.grid })).toBeVisible()
    if (id === 'answer') {
      const drives = this.page.locator('[data-sensitivity]')
      await drives.scrollIntoViewIfNeeded()
      await expect(drives).toHaveAttribute('data-sensitivity', 'done', { timeout: 60_000 })
      await this.page.evaluate(() => document.querySelector('main')!.scrollTo(0, 0))
    }
    await this.drawn()
  }

  /** Any screen, answered and drawn: no call is on its way, nothing waits for one, every figure has its curves, and the frame is painted. */
  async drawn(): Promise<void> {
    const { page } = this
    await expect(page.locator('main')).not.toHaveText(this.text.page.loading)
    await expect(page.locator('[data-saving="saved"]')).toBeVisible()
    const answered = (): Promise<void> => expect.poll(() => this.watched.calls(), { message: 'calls without an answer' }).toBe(0)
    // Once before: the answer to one call may be what asks the next, which then shows that it goes on.
    await answered()
    // What goes on, between two calls as well, can be cancelled; what waits for inputs to rest is drawn back.
    await expect(page.locator('main').getByRole('button', { name: this.text.page.cancel, exact: true })).toHaveCount(0, { timeout: 60_000 })
    await expect(page.locator('main .old, [data-simulation="resting"], [data-simulation="running"]')).toHaveCount(0)
    await answered()
    await expect(page.locator('figure .curves:not(:has(.main-svg)), figure [data-due]')).toHaveCount(0)
    await this.still()
  }

  /** Fonts are there, animations have ended, and the frame is painted. */
  async still(): Promise<void> {
    await this.page.evaluate(async () => {
      await document.fonts.ready
      await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)))
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    })
  }

  /** Types a value into a field and keeps it. */
  async type(field: Locator, value: string): Promise<void> {
    await field.click()
    await this.box.fill(value)
    await this.box.press('Enter')
    await expect(this.box).toBeHidden()
  }
}
