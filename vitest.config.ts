import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte({ configFile: resolve('svelte.config.js') })],
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup/properties.ts'],
    // Two cores are enough to have; storage and host tests start child processes of their own.
    maxWorkers: 2,
    testTimeout: 30_000
  }
})
