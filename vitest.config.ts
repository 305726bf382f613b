import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const PURE = ['engine', 'shared'].map((area) => `test/${area}/**/*.test.ts`)

export default defineConfig({
  plugins: [svelte({ configFile: resolve('svelte.config.js') })],
  test: {
    setupFiles: ['test/setup/properties.ts'],
    // Two cores are enough to have; storage and host tests start child processes of their own.
    maxWorkers: 2,
    testTimeout: 30_000,
    projects: [
      // What keeps no state is loaded once for all of its files.
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'rest', include: ['test/**/*.test.ts'], exclude: PURE } }
    ]
  }
})
