/** Every procedure of the engine has a place on screen: something in the renderer's state asks it, or an answer that holds its answer is on screen. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { contract, type ProcedureName } from '../../src/shared/contract'

const ENGINE = [
  'laws',
  'allocate',
  'architecture',
  'links',
  'emergence',
  'grokking',
  'evaluator',
  'import',
  'evidence',
  'costs',
  'planner',
  'scenarios',
  'report'
]

/** Asked by scripts alone, because the screen asks for more at once: the second answers what the first does. */
const WITHIN: Partial<Record<ProcedureName, ProcedureName>> = {
  'laws.optimum': 'laws.compare',
  'allocate.effectiveSize': 'allocate.overtraining',
  'planner.requiredSize': 'planner.evaluate',
  'planner.roi': 'planner.evaluate',
  'planner.goalSeek': 'planner.evaluate'
}

const STATE = join(import.meta.dirname, '../../src/renderer/src/state')
const asked = readdirSync(STATE)
  .map((file) => readFileSync(join(STATE, file), 'utf8'))
  .join('\n')

it('no procedure of the engine is without a place on screen', () => {
  const names = (Object.keys(contract) as ProcedureName[]).filter((name) => ENGINE.includes(name.split('.')[0]!))
  expect(names.length).toBeGreaterThan(50)
  const homeless = names.filter((name) => !asked.includes(`'${WITHIN[name] ?? name}'`))
  expect(homeless).toEqual([])
})
