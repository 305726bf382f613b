/** The import rules of the design hold because the linter knows them: each forbidden import is tried, and each allowed one. */
import { join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const eslint = new ESLint({ cwd: root, overrideConfig: { rules: { 'import-x/no-cycle': 'off' } } })

/** Rules broken by one import statement in a file that would have this path. */
async function broken(path: string, line: string): Promise<string[]> {
  const text = path.endsWith('.svelte') ? `<script lang="ts">\n${line}\n</script>\n` : `${line}\n`
  const [result] = await eslint.lintText(text, { filePath: join(root, path) })
  expect(result!.messages.filter(({ fatal }) => fatal)).toEqual([])
  return result!.messages.map(({ ruleId }) => ruleId ?? '')
}

const FORBIDDEN = '@typescript-eslint/no-restricted-imports'
const use = (what: string, from: string): string => `import { ${what} } from '${from}'; export const used = ${what}`
const useType = (what: string, from: string): string => `import type { ${what} } from '${from}'; export type Used = ${what}`

describe('forbidden', () => {
  test.each([
    ['src/main/engine/x.ts', use('readFile', 'node:fs/promises')],
    ['src/main/engine/laws/x.ts', use('createDocuments', '../../documents/documents')],
    ['src/main/engine/x.ts', use('reportHtml', '../report/html')],
    ['src/main/engine/x.ts', use('createDispatcher', '../dispatch')],
    ['src/main/engine/x.ts', use('call', '../../renderer/src/state/host')],
    ['src/main/documents/x.ts', use('evaluate', '../engine/evaluate')],
    ['src/main/documents/x.ts', use('createApp', '../hosts/app')],
    ['src/main/report/x.ts', use('evaluate', '../engine/evaluate')],
    ['src/main/api/x.ts', use('printPdf', '../hosts/browser/pdf')],
    ['src/main/hosts/browser/x.ts', use('evaluate', '../../engine/evaluate')],
    ['src/main/hosts/browser/x.ts', use('app', 'electron')],
    ['src/main/api/x.ts', use('app', 'electron')],
    ['src/shared/x.ts', use('join', 'node:path')],
    ['src/shared/plan/x.ts', use('evaluate', '../../main/engine/evaluate')],
    ['src/shared/x.ts', use('mount', 'svelte')],
    ['src/preload/x.ts', use('contract', '../shared/contract')],
    ['src/renderer/src/App.svelte', use('call', './state/host')],
    ['src/renderer/src/screens/x.ts', use('call', '../state/host')],
    ['src/renderer/src/parts/x.svelte', use('planSchema', '../../../shared/plan/schema')],
    ['src/renderer/src/state/x.ts', use('contract', '../../../shared/contract')],
    ['src/renderer/src/parts/x.ts', use('z', 'zod')],
    ['src/renderer/src/parts/x.ts', use('evaluate', '../../../main/engine/evaluate')],
    ['src/renderer/src/parts/Other.svelte', use('react', 'plotly.js-dist')],
    ['src/renderer/src/figures/x.ts', use('react', 'plotly.js-dist')],
    ['src/renderer/src/parts/x.ts', use('Answer', '../screens/Answer.svelte')],
    ['src/renderer/src/figures/x.ts', use('Field', '../parts/Field.svelte')],
    ['src/renderer/src/figures/x.ts', use('plan', '../state/plan.svelte')],
    ['test/x.test.ts', use('app', 'electron')]
  ])('%s: %s', async (path, line) => {
    expect(await broken(path, line)).toContain(FORBIDDEN)
  })

  test.each([
    ['src/main/engine/x.ts', 'export const x = Math.random()', 'no-restricted-properties'],
    ['src/main/engine/x.ts', 'export const x = Date.now()', 'no-restricted-properties'],
    ['src/main/engine/x.ts', 'export const x = process.env', 'no-restricted-globals'],
    ['src/renderer/src/parts/x.ts', 'export const x = fetch("/")', 'no-restricted-globals'],
    ['src/main/x.ts', 'export const x = (y: any) => y', '@typescript-eslint/no-explicit-any'],
    ['src/main/x.ts', 'try { eval("1") } catch {}', 'no-empty'],
    ['src/main/x.ts', 'eval("1")', 'no-eval']
  ])('%s: %s', async (path, line, rule) => {
    expect(await broken(path, line)).toContain(rule)
  })

  test('markup from text in a Svelte file', async () => {
    const [result] = await eslint.lintText('<script lang="ts">let { text }: { text: string } = $props()</script>\n{@html text}\n', {
      filePath: join(root, 'src/renderer/src/parts/x.svelte')
    })
    expect(result!.messages.map(({ ruleId }) => ruleId)).toContain('svelte/no-at-html-tags')
  })
})

describe('allowed', () => {
  test.each([
    ['src/main/engine/x.ts', useType('Plan', '../../shared/plan/schema')],
    ['src/main/engine/planner/x.ts', use('lawOf', '../laws/registry')],
    ['src/main/report/x.ts', useType('Environment', '../engine/evaluate')],
    ['src/main/api/x.ts', use('evaluate', '../engine/evaluate')],
    ['src/main/hosts/browser/x.ts', use('createApp', '../app')],
    ['src/main/hosts/electron/x.ts', use('app', 'electron')],
    ['src/preload/x.ts', use('ipcRenderer', 'electron')],
    ['src/preload/x.ts', useType('Refusal', '../shared/contract')],
    ['src/renderer/src/state/x.ts', use('call', './host')],
    ['src/renderer/src/parts/x.svelte', useType('Plan', '../../../shared/plan/schema')],
    ['src/renderer/src/parts/Figure.svelte', use('react', 'plotly.js-dist')],
    ['src/renderer/src/screens/x.ts', use('Field', '../parts/Field.svelte')],
    ['src/renderer/src/parts/x.ts', use('frontier', '../figures/frontier')]
  ])('%s: %s', async (path, line) => {
    expect(await broken(path, line)).not.toContain(FORBIDDEN)
  })
})
