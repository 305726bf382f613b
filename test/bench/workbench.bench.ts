/**
 * What a person waits for on the workbench, in a real Chromium with software rendering: from a click on the rail to the screen's own words painted, at the first visit and
 * later; and how long the page cannot move while a file of 50 000 rows is taken and while a figure of 50 000 values is panned.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Locator, type Page } from 'playwright-core'
import { findBrowser } from '../../scripts/browsers.mjs'
import { startHost, type Host } from '../e2e/host'
import { row } from './timing'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run']
const SCREENS = ['answer', 'targets', 'laws', 'costs', 'path', 'scenarios', 'lab', 'grokking', 'theory', 'report'] as const
const VISITS = 2
const ROWS = 50_000
const PAN_MS = 2000
/** A fit of so many runs takes a while. */
const PATIENCE = 300_000

async function open(browser: Browser, host: Host): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await page.goto(host.address)
  await page.locator('[data-drawn]').first().waitFor({ state: 'attached' })
  return page
}

/** Milliseconds from the click on the rail to the frame that shows words of the screen itself. */
const visit = (page: Page, screen: string): Promise<number> =>
  page.evaluate(async (id) => {
    const main = document.querySelector('main')!
    const before = new Set(main.children)
    const isThere = (): boolean =>
      main.querySelector('.opening') === null &&
      [...main.children].some((child) => !before.has(child)) &&
      [...main.querySelectorAll('.answer, h1, h2')].some((element) => element.textContent.trim() !== '' && element.checkVisibility())
    const start = performance.now()
    const shown = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isThere()) return
        observer.disconnect()
        resolve()
      })
      observer.observe(main, { childList: true, subtree: true, characterData: true })
    })
    document.querySelector<HTMLAnchorElement>(`nav a[href="#${id}"]`)!.click()
    await shown
    await new Promise<void>((resolve) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => resolve()
        channel.port2.postMessage(null)
      })
    )
    return performance.now() - start
  }, screen)

async function visits(browser: Browser, host: Host): Promise<{ first: number[]; later: number[] }> {
  const first: number[] = []
  const later: number[] = []
  for (let i = 0; i < VISITS; i++)
    for (const screen of SCREENS.filter((id) => id !== 'answer')) {
      const page = await open(browser, host)
      first.push(await visit(page, screen))
      await page.close()
    }
  const page = await open(browser, host)
  for (let i = 0; i <= VISITS; i++)
    for (const screen of [...SCREENS.slice(1), SCREENS[0]]) {
      const took = await visit(page, screen)
      if (i > 0) later.push(took)
    }
  await page.close()
  return { first, later }
}

/** Longest time that the page could not move while something is done to it; tasks below 50 ms are not told. */
async function longest(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const tasks: number[] = []
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration)))
    observer.observe({ type: 'longtask' })
    Object.assign(globalThis, { longTasks: tasks })
  })
  await work()
  return page.evaluate(() => Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks))
}

/** Even, and the same at every run. */
function* numbers(): Generator<number, never> {
  for (let seed = 7; ;) {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
    yield seed / 2 ** 32
  }
}

const READ = ['lab', 'grokking', 'laws'] as const

const FILES = {
  /** Scores of models of as many sizes. */
  lab: (next: () => number) => [
    'model,params,task,exact_match,n,random',
    ...Array.from({ length: ROWS }, (_, i) => {
      const size = 8 + 4 * next()
      const score = 0.02 + 0.9 / (1 + Math.exp(-6 * (size - 10))) + 0.06 * next()
      return `m${i},${(10 ** size).toPrecision(9)},puzzles,${score.toFixed(4)},400,0.02`
    })
  ],
  grokking: (next: () => number) => [
    'step,train_accuracy,val_accuracy',
    ...Array.from({ length: ROWS }, (_, i) => {
      const [train, val] = [2, 4].map((half) => (1 - 0.02 * next()) / (1 + Math.exp(-8 * (Math.log10(2 * i + 1) - half))))
      return `${2 * i + 1},${train!.toFixed(4)},${val!.toFixed(4)}`
    })
  ],
  laws: (next: () => number) => [
    'N,D,loss',
    ...Array.from({ length: ROWS }, () => {
      const [N, D] = [10 ** (7 + 4 * next()), 10 ** (9 + 3 * next())]
      return `${N.toPrecision(6)},${D.toPrecision(6)},${((1.69 + 406.4 / N ** 0.34 + 410.7 / D ** 0.28) * (0.99 + 0.02 * next())).toFixed(5)}`
    })
  ]
} as const

/** Looks closer with the keys, then drags for a while. */
async function pan(page: Page, figure: Locator): Promise<void> {
  const plot = figure.locator('.reach')
  await plot.scrollIntoViewIfNeeded()
  await plot.focus()
  await page.keyboard.press('Shift+ArrowRight')
  const box = (await plot.boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let k = 0, end = performance.now() + PAN_MS; performance.now() < end; k++) await page.mouse.move(x + 120 * Math.sin(k / 9), y + 30 * Math.sin(k / 7))
  await page.mouse.up()
}

interface Longest {
  taken: number
  /** Null where the file was not analysed in time. */
  panned: Record<(typeof READ)[number], number | null>
}

async function files(browser: Browser, host: Host, folder: string): Promise<Longest> {
  const taken: number[] = []
  const panned: Longest['panned'] = { lab: null, grokking: null, laws: null }
  // Draws add nothing to what is measured here but their time.
  await host.call('desk.set', { name: 'fit', state: { bootstrap: 0 } })
  for (const screen of READ) {
    const source = numbers()
    const file = join(folder, `${screen}.csv`)
    writeFileSync(file, FILES[screen](() => source.next().value).join('\n'))
    const page = await open(browser, host)
    await visit(page, screen)
    if (screen === 'laws') await page.getByRole('tab', { name: 'Fit your own runs' }).click()
    const crowd = page.locator('main figure').filter({ has: page.locator('.note') })
    let isThere = false
    taken.push(
      await longest(page, async () => {
        await page.locator('main input[type="file"]').setInputFiles(file)
        isThere = await crowd
          .last()
          .waitFor({ timeout: PATIENCE })
          .then(
            () => true,
            () => false
          )
      })
    )
    if (isThere) panned[screen] = await longest(page, () => pan(page, crowd.last()))
    await page.close()
  }
  return { taken: Math.max(...taken), panned }
}

export const title = 'The workbench, in Chromium with software rendering'

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'scalepath-bench-'))
  const host = await startHost(folder)
  const executablePath = findBrowser()
  const browser = await chromium.launch({ args: FLAGS, ...(executablePath === null ? {} : { executablePath }) })
  try {
    const { first, later } = await visits(browser, host)
    const { taken, panned } = await files(browser, host, folder)
    const panning = (what: string, took: number | null) =>
      took === null
        ? { name: `longest task, ${what} panned for 2 s (not analysed within ${PATIENCE / 1000} s)`, unit: 'ms' }
        : row(`longest task, ${what} panned for 2 s`, 'ms', [took], { most: 50 })
    return [
      row('click on the rail → the screen painted, first visit', 'ms', first, { most: 300, of: 'p95' }),
      row('click on the rail → the screen painted, later', 'ms', later, { most: 300, of: 'p95' }),
      row('longest task while a file of 50 000 rows is taken', 'ms', [taken], { most: 50 }),
      panning('a curve of 50 000 records', panned.grokking),
      panning('50 000 scores against size', panned.lab),
      panning('residuals of 50 000 runs', panned.laws)
    ]
  } finally {
    await browser.close()
    await host.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}
