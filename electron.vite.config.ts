/**
 * One build for every host: the main process (four entries: Electron, browser host, command line, worker threads), the preload bridge and the renderer.
 * Runtime dependencies stay outside the main bundles; the preload is CommonJS because sandboxed preloads cannot be modules.
 */
import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: {
          electron: 'src/main/hosts/electron/index.ts',
          browser: 'src/main/hosts/browser/index.ts',
          cli: 'src/main/hosts/cli/index.ts',
          worker: 'src/main/workers/worker.ts'
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' }
      }
    }
  },
  preload: {
    build: {
      target: 'node20',
      externalizeDeps: false,
      rollupOptions: { input: { index: 'src/preload/index.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } }
    }
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [svelte({ configFile: resolve('svelte.config.js') })],
    build: {
      target: 'chrome120',
      minify: true,
      // Nothing is inlined: the policy allows fonts and scripts only as files of our own.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Plotly is one file of about 5 MB, loaded on the first figure.
      chunkSizeWarningLimit: 6000,
      rollupOptions: { input: 'src/renderer/index.html' }
    }
  }
})
