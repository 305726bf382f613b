/** The Answer screen as a person finds it: by role, name and visible text. */
import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
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
