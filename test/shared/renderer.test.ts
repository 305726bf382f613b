import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const shared = fileURLToPath(new URL('../../src/shared/', import.meta.url))
/** Modules that the renderer takes values from. */
const doors = [
  'explain',
  'quantities',
  'plan/inputs',
  'plan/edits',
  'plan/diff',
  'plan/scenarios',
  'plan/scenarioEdits',
  'plan/overrideInput',
  'plan/outcomes',
  'text/format',
  'text/delta',
  'text/parse',
  'text/echo',
  'text/fill',
  'text/messages'
]

/** Files and packages that a module needs at run time, with those of its imports; type imports are gone by then. */
function needs(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, clause = '', from = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) ([^'"]*?) from '([^']+)'/gm)) {
    if (clause.startsWith('type ')) continue
    if (from.startsWith('.')) needs(resolve(dirname(file), from) + '.ts', seen)
    else seen.add(from)
  }
  return seen
}

describe('what the renderer takes from the shared modules', () => {
  it.each(doors)('%s needs neither zod nor anything outside them', (door) => {
    const all = [...needs(resolve(shared, door) + '.ts')]
    expect(all.length).toBeGreaterThan(0)
    expect(all.filter((each) => !each.startsWith(shared))).toEqual([])
  })

  it('is told apart from what does need zod', () => {
    expect([...needs(resolve(shared, 'plan/schema') + '.ts')]).toContain('zod')
  })
})
