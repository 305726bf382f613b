/** HTML → PDF through the installed browser, headless. Used by the browser host and the command line. */
import { existsSync } from 'node:fs'
import { findBrowser } from '../../../../scripts/browsers.mjs'
import type { PrintPdf } from '../../api/report'
import { CallError } from '../../dispatch'

/** Prints with tags, outline and backgrounds; page size and margins are the document's own (`@page`), `paper` is for documents without them. */
export const printPdf: PrintPdf = async (html, paper) => {
  // Loaded when the first report is printed: it takes longer to load than the rest of the app.
  const { chromium } = await import('playwright-core')
  const executablePath = findBrowser() ?? installed(chromium.executablePath())
  if (executablePath === null) {
    throw new CallError({
      code: 'no-browser',
      message: 'a PDF needs an installed Chrome, Chromium or Edge; install one, or name it in the environment variable SCALEPATH_BROWSER',
      path: ''
    })
  }
  // Chromium refuses to start its sandbox for root. The document is our own, without scripts, and may load nothing.
  const chromiumSandbox = process.getuid?.() !== 0
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox,
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update']
  })
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
    const page = await context.newPage()
    await page.setContent(html, { waitUntil: 'load' })
    return await page.pdf({ format: paper, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  } finally {
    await browser.close()
  }
}

/** Playwright names the browser that it would download, whether or not it is there. */
const installed = (path: string): string | null => (path !== '' && existsSync(path) ? path : null)
