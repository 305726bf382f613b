/** What must be true of every screen as it is drawn, and its pictures for the documentation. */
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { root } from '../hosts/built'
import { expect } from './app'
import { sidewaysScroll, textFaults } from './layout'

const picture = (name: string): string => join(root, 'docs', 'screenshots', `${name}.png`)

/** A picture that is the same every time: the time of saving is replaced by a fixed one. */
export async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    const words = document.querySelector('[data-saving]')?.firstChild
    if (words instanceof Text) words.data = words.data.replace(/\d\d:\d\d/, '10:00')
  })
  // Playwright would hide the caret by a style element, which the page's policy refuses.
  await page.screenshot({ path: picture(name), caret: 'initial' })
}

export const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 }
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

/** @param within only this part of the page, when the rest has been looked at before */
export async function axe(page: Page, what: string, within?: string): Promise<void> {
  const builder = new AxeBuilder({ page })
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze()
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
  expect.soft(found, what).toEqual([])
}
