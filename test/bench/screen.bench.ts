/**
 * What a person waits for, in a real Chromium with software rendering: from a slider's input to the numbers painted and to the chart settled, from the
 * address to the first answer, and how much the renderer loads before and after the chart library.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../scripts/browsers.mjs'
import { startHost } from '../e2e/host'
import { row } from './timing'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run']
const STARTS = 5
const MOVES = 60

/** Kilobytes of the responses that the page has had so far, by whether they are the chart library. */
async function loaded(page: Page): Promise<{ app: number; charts: number }> {
  const entries = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((e) => [e.name, (e as PerformanceResourceTiming).decodedBodySize] as const)
  )
  const sum = (keep: (name: string) => boolean) =>
    entries.filter(([name]) => /\.(js|css)$/.test(name) && keep(name)).reduce((total, [, size]) => total + size, 0) / 1000
  return { app: sum((name) => !/plotly/i.test(name)), charts: sum((name) => /plotly/i.test(name)) }
}

/** Milliseconds from each input event of the price slider to the frame that shows the new cost, and to the chart drawn for it. */
async function slide(page: Page): Promise<{ numbers: number[]; charts: number[] }> {
  return page.evaluate(async (moves) => {
    const slider = [...document.querySelectorAll<HTMLInputElement>('input[type=range]')][1]!
    const curves = document.querySelector('[data-drawn]')!
    const sentence = document.querySelector('.answer')!
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
    const changed = (node: Node, options: MutationObserverInit) =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          resolve()
        })
        observer.observe(node, options)
      })
    const painted = () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve(performance.now())
          channel.port2.postMessage(null)
        })
      )
    const numbers: number[] = []
    const charts: number[] = []
    for (let i = 0; i < moves; i++) {
      const text = changed(sentence, { subtree: true, characterData: true, childList: true })
      const chart = changed(curves, { attributes: true, attributeFilter: ['data-drawn'] })
      const start = performance.now()
      set.call(slider, String(0.35 + 0.3 * ((i * 0.381966) % 1)))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      await text
      numbers.push((await painted()) - start)
      await chart
      charts.push((await painted()) - start)
    }
    return { numbers, charts }
  }, MOVES)
}

export const title = 'The Answer screen, in Chromium with software rendering'

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'scalepath-bench-'))
  const host = await startHost(folder)
  const executablePath = findBrowser()
  const browser = await chromium.launch({ args: FLAGS, ...(executablePath === null ? {} : { executablePath }) })
  try {
    const starts: number[] = []
    let page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    for (let i = 0; i < STARTS; i++) {
      await page.close()
      page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
      const start = performance.now()
      await page.goto(host.address, { waitUntil: 'commit' })
      await page.locator('.answer').waitFor()
      starts.push(performance.now() - start)
    }
    const before = await loaded(page)
    await page.locator('[data-drawn]').first().waitFor({ state: 'attached' })
    const after = await loaded(page)
    await page.evaluate(() => document.fonts.ready)
    await slide(page)
    const { numbers, charts } = await slide(page)
    return [
      row('address opened → answer visible', 'ms', starts, { most: 1500, of: 'p95' }),
      row('slider input → numbers painted, 1280×720', 'ms', numbers, { most: 16.7, of: 'p95' }),
      row('slider input → chart drawn, 1280×720', 'ms', charts, { most: 50, of: 'p95' }),
      row('renderer code loaded with the first answer', 'kB', [before.app + before.charts]),
      row('renderer code after the chart library has come', 'kB', [after.app + after.charts])
    ]
  } finally {
    await browser.close()
    await host.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}
