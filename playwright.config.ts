import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browsers.mjs'

const executablePath = findBrowser() ?? undefined

/** Journeys in a real Chromium against the browser host; the build must be there (`npm test` makes it). */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Each worker has a host of its own, emptied before each test: any test may be the next.
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // Two cores that are also doing other things: a wait ends with its condition, this is only when to give up.
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 720 },
    locale: 'en-US',
    // Chromium refuses its sandbox to root; the pages are our own.
    launchOptions: {
      executablePath,
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run']
    },
    // A trace of every test would double the time of the run; a picture of the failure is enough to begin with.
    trace: 'off',
    screenshot: 'only-on-failure'
  }
})
