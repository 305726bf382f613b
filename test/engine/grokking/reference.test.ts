import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyseGrokking } from '../../../src/main/engine/grokking/analyse'
import { readCurve } from '../../../src/main/engine/grokking/curve'
import type { CurveRow } from '../../../src/main/engine/grokking/curve'
import { isNoAnswer } from '../../../src/shared/notes'

const file = new URL('../../../../shared/reference/data/grokking_curves.csv', import.meta.url)

/** Seven runs of 1,001 records each (Na00s/muon-grokking); the file's test accuracy is the validation accuracy. */
function runsOf(): Map<string, CurveRow[]> {
  const runs = new Map<string, CurveRow[]>()
  if (!existsSync(file)) return runs
  for (const line of readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1)) {
    const [run, step, , , trainLoss, trainAccuracy, testLoss, testAccuracy] = line.split(',')
    const rows = runs.get(run!) ?? []
    rows.push({
      step: Number(step),
      trainAccuracy: Number(trainAccuracy),
      validationAccuracy: Number(testAccuracy),
      trainLoss: Number(trainLoss),
      validationLoss: Number(testLoss)
    })
    runs.set(run!, rows)
  }
  return runs
}

describe.skipIf(!existsSync(file))('public grokking runs at 99 % (needs the published curves beside the project)', () => {
  const runs = runsOf()
  const analysed = (run: string) => {
    const result = analyseGrokking(readCurve(runs.get(run)!, false), { threshold: 0.99, chance: 1 / 113, inARow: 5, delayed: 10 })
    return isNoAnswer(result) ? expect.unreachable(result.detail) : result
  }

  it.each([
    ['lr 1e-2 wd 0.1', 'adamw_sweep_lr_1em2_wd_0p1_seed_0', 400, 80_700, 'grokked', true, true],
    ['lr 1e-2 wd 3', 'adamw_sweep_lr_1em2_wd_3p0_seed_0', null, null, 'never memorised', false, false],
    ['lr 1e-3 wd 10', 'adamw_sweep_lr_1em3_wd_10p0_seed_0', null, null, 'partial', false, false],
    ['lr 1e-3 wd 3', 'adamw_sweep_lr_1em3_wd_3p0_seed_0', 300, 8400, 'grokked', false, false],
    ['lr 3e-3 wd 1', 'adamw_sweep_lr_3em3_wd_1p0_seed_0', 100, 8600, 'grokked', false, true],
    ['lr 3e-4 wd 1', 'adamw_sweep_lr_3em4_wd_1p0_seed_0', 400, null, 'memorising', false, false],
    ['addition, depth 1', 'addition_depth_1_adamw_seed_0', 300, 8100, 'grokked', false, false]
  ] as const)('%s (%s): memorised %j, generalised %j, %s; collapsed %j, later dips %j', (_name, run, memorised, generalised, verdict, collapsed, dips) => {
    const result = analysed(run)
    expect(result.records).toBe(1001)
    expect(result).toMatchObject({ memorisationStep: memorised, generalisationStep: generalised, verdict, collapsed })
    expect(result.dips !== null).toBe(dips)
  })
})
