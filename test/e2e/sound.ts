/** What must be true of every screen as it is drawn, and its pictures for the documentation. */
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { root } from '../hosts/built'
import { expect } from './app'
import { sidewaysScroll, textFaults } from './layout'

/** A picture of the documentation, or one of this run alone: eight of every screen are too many to keep. */
const picture = (name: string, isKept: boolean): string => join(root, ...(isKept ? ['docs', 'screenshots'] : ['test-results', 'screens']), `${name}.png`)

/** A picture that is the same every time: the time of saving is replaced by a fixed one, and the pointer is on nothing. */
export async function take(page: Page, name: string, isKept = true): Promise<void> {
  await page.mouse.move(1, 1)
  await page.evaluate(() => {
    const words = document.querySelector('[data-saving]')?.firstChild
    if (words instanceof Text) words.data = words.data.replace(/\d\d:\d\d/, '10:00')
  })
  // Playwright would hide the caret by a style element, which the page's policy refuses.
  await page.screenshot({ path: picture(name, isKept), caret: 'initial' })
}

export const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 }
] as const

/** A small window, and one of 1280 × 720 at 200 %. */
export const SMALL_SIZES = [
  { width: 900, height: 700 },
  { width: 640, height: 360 }
] as const

/** Text that may be cut off, and why. */
export const MAY_BE_CUT = [
  // The finding of a figure is a courtesy beside its title; the whole of it is its tooltip and its caption.
  'figure .hd > p',
  // The line of health is a summary of what stands on the page.
  '.health'
]

export async function soundly(page: Page, what: string, mayBeCut: readonly string[] = MAY_BE_CUT): Promise<void> {
  expect.soft(await sidewaysScroll(page), `${what}: nothing scrolls sideways`).toEqual([])
  const { clipped, overlapping } = await textFaults(page, mayBeCut)
  expect.soft(clipped, `${what}: no text is cut off`).toEqual([])
  expect.soft(overlapping, `${what}: no text stands over another`).toEqual([])
}

/**
 * What axe finds on the page.
 * @param within only this part of the page, when the rest has been looked at before
 * @param rules only these, when the others have
 */
export async function axe(page: Page, what: string, { within, rules }: { within?: string; rules?: string[] } = {}): Promise<void> {
  // In the page itself: there are no frames, and the other way opens a page of its own for every look.
  const builder = new AxeBuilder({ page }).setLegacyMode()
  if (within !== undefined) builder.include(within)
  if (rules !== undefined) builder.withRules(rules)
  const { violations } = await builder.analyze()
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
  expect.soft(found, what).toEqual([])
}
