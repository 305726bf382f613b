/** Types, Svelte, and the import rules of the design: who may import whom, no cycles, no markup from plan text, Electron in two places only. */
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const pattern = (group, message, more = {}) => ({ group, message, ...more })
const only = (...patterns) => ({ 'no-restricted-imports': 'off', '@typescript-eslint/no-restricted-imports': ['error', { patterns }] })

const noElectron = { regex: '^electron(/.*)?$', message: 'Only hosts/electron and the preload know Electron.' }
const noPlotly = pattern(['plotly.js*'], 'Only parts/Figure.svelte draws with Plotly.')
const noNode = {
  regex: '^(node:.*|assert|buffer|child_process|crypto|events|fs|http|https|net|os|path|process|stream|timers|url|util|worker_threads)(/.*)?$',
  message: 'This folder has no files, network or processes.'
}
const noMain = pattern(['**/main/**', '!./**'], 'The main process is behind the contract.')
const noRenderer = pattern(['**/renderer/**'], 'The renderer is on the other side of the contract.')
const noHosts = pattern(['**/hosts/**', '**/api', '**/api/**', '**/dispatch'], 'Hosts and the api are above this folder.')
const schemasAreTypes = pattern(
  ['**/shared/contract', '**/shared/contract/**', '**/shared/outcome', '**/shared/plan/*[sS]chema', '**/shared/plan/rules', '**/shared/notes'],
  'Types only: zod stays out of the renderer.',
  { allowTypeImports: true }
)
const noZod = pattern(['zod', 'zod/*'], 'Types only: zod stays out of the renderer.', { allowTypeImports: true })
const noRendererFolders = (...names) =>
  pattern(
    names.map((name) => `**/${name}/**`),
    'Imports go screens → parts → figures.'
  )

export default ts.config(
  { ignores: ['out/', 'node_modules/', 'test-results/', '.cache/', 'docs/'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.svelte.ts', '.js', '.mjs', '.svelte'] })],
      'import-x/extensions': ['.ts', '.js', '.mjs']
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      ...only(noElectron, noPlotly)
    }
  },
  { files: ['**/*.{js,mjs}', '*.ts', 'test/**', 'src/main/**', 'src/preload/**'], languageOptions: { globals: globals.node } },
  { files: ['src/renderer/**', 'test/e2e/**', 'test/renderer/**', 'test/bench/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: { 'svelte/no-at-html-tags': 'error', 'svelte/require-each-key': 'error' }
  },

  // Who may import whom.
  { files: ['src/shared/**'], rules: { ...only(noElectron, noPlotly, noNode, noMain, noRenderer, pattern(['svelte*'], 'Shared code is plain TypeScript.')) } },
  {
    files: ['src/main/engine/**'],
    rules: {
      ...only(
        noElectron,
        noPlotly,
        noNode,
        noRenderer,
        noHosts,
        pattern(
          ['**/documents/**', '**/importers/**', '**/report/**', '**/workers/**', '**/catalogues'],
          'The engine is pure: it gets what it needs as arguments.'
        )
      ),
      'no-restricted-globals': [
        'error',
        ...['process', 'console', 'fetch', 'setTimeout', 'performance'].map((name) => ({ name, message: 'The engine is pure.' }))
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Randomness arrives as an argument.' },
        { object: 'Date', property: 'now', message: 'The clock arrives as an argument.' }
      ]
    }
  },
  {
    files: ['src/main/documents/**', 'src/main/importers/**', 'src/main/report/**'],
    rules: {
      ...only(noElectron, noPlotly, noRenderer, noHosts, pattern(['**/engine/**'], 'Only the engine’s types.', { allowTypeImports: true }))
    }
  },
  {
    files: ['src/main/workers/**'],
    rules: { ...only(noElectron, noPlotly, noRenderer, noHosts) }
  },
  {
    files: ['src/main/api.ts', 'src/main/api/**', 'src/main/dispatch.ts', 'src/main/catalogues.ts'],
    rules: { ...only(noElectron, noPlotly, noRenderer, pattern(['**/hosts/**'], 'Hosts are above the api.')) }
  },
  {
    files: ['src/main/hosts/**'],
    rules: { ...only(noElectron, noPlotly, noRenderer, pattern(['**/engine/**', '**/importers/**'], 'Hosts speak to the api.', { allowTypeImports: true })) }
  },
  {
    files: ['src/main/hosts/electron/**'],
    rules: { ...only(noPlotly, noRenderer, pattern(['**/engine/**', '**/importers/**'], 'Hosts speak to the api.', { allowTypeImports: true })) }
  },
  { files: ['src/preload/**'], rules: { ...only(noPlotly, noNode, noMain, noRenderer, schemasAreTypes, noZod) } },
  {
    files: ['src/renderer/**'],
    rules: {
      ...only(noElectron, noPlotly, noNode, noMain, schemasAreTypes, noZod, pattern(['**/state/host'], 'Only state/ talks to the host.')),
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Only state/host.ts talks to the host.' },
        { name: 'WebSocket', message: 'The page talks to nobody.' }
      ]
    }
  },
  {
    files: ['src/renderer/src/state/**'],
    rules: { ...only(noElectron, noPlotly, noNode, noMain, schemasAreTypes, noZod, noRendererFolders('screens', 'parts', 'figures')) }
  },
  { files: ['src/renderer/src/state/host.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: ['src/renderer/src/parts/**'],
    rules: {
      ...only(
        noElectron,
        noPlotly,
        noNode,
        noMain,
        schemasAreTypes,
        noZod,
        noRendererFolders('screens'),
        pattern(['**/state/host'], 'Only state/ talks to the host.')
      )
    }
  },
  {
    files: ['src/renderer/src/parts/Figure.svelte'],
    rules: {
      ...only(noElectron, noNode, noMain, schemasAreTypes, noZod, noRendererFolders('screens'), pattern(['**/state/host'], 'Only state/ talks to the host.'))
    }
  },
  {
    files: ['src/renderer/src/figures/**'],
    rules: { ...only(noElectron, noPlotly, noNode, noMain, schemasAreTypes, noZod, noRendererFolders('screens', 'parts', 'state')) }
  },
  {
    files: ['test/**', 'scripts/**', '*.ts', '*.js'],
    rules: { ...only({ regex: '^electron(/.*)?$', message: 'Loading Electron’s package downloads it.', allowTypeImports: true }) }
  }
)
