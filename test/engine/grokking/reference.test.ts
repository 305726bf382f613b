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
    ['lr 1e-2 wd 0.1', 'adamw_sweep_lr_1em2_wd_0p1_seed_0', 400, 80_700, 'grokked', true, 2, '0.045', 58_200],
    ['lr 1e-2 wd 3', 'adamw_sweep_lr_1em2_wd_3p0_seed_0', null, null, 'never memorised', false, null, null, null],
    ['lr 1e-3 wd 10', 'adamw_sweep_lr_1em3_wd_10p0_seed_0', null, null, 'partial', false, null, null, null],
    ['lr 1e-3 wd 3', 'adamw_sweep_lr_1em3_wd_3p0_seed_0', 300, 8400, 'grokked', false, null, '0.041', 3500],
    ['lr 3e-3 wd 1', 'adamw_sweep_lr_3em3_wd_1p0_seed_0', 100, 8600, 'grokked', false, 4, '0.021', 4200],
    ['lr 3e-4 wd 1', 'adamw_sweep_lr_3em4_wd_1p0_seed_0', 400, null, 'memorising', false, null, null, null],
    ['addition, depth 1', 'addition_depth_1_adamw_seed_0', 300, 8100, 'grokked', false, null, '0.052', 5000]
  ] as const)(
    '%s (%s): memorised %j, generalised %j, %s; collapsed %j, later dips %j, jump of %s decades, validation loss leads by %j steps',
    (_name, run, memorised, generalised, verdict, collapsed, dips, width, lead) => {
      const { jump, signals, ...result } = analysed(run)
      expect(result.records).toBe(1001)
      expect(result).toMatchObject({ memorisationStep: memorised, generalisationStep: generalised, verdict, collapsed })
      expect(result.dips?.episodes ?? null).toBe(dips)
      expect(jump?.widthDecades.toFixed(3) ?? null).toBe(width)
      expect(signals.validationLoss?.leadSteps ?? null).toBe(lead)
    }
  )

  it('lr 3e-4 wd 1 is worth continuing: its validation loss is 46 % below the peak of step 26,200 and falls', () => {
    const { advice, signals } = analysed('adamw_sweep_lr_3em4_wd_1p0_seed_0')
    expect(signals.validationLoss).toMatchObject({ peakStep: 26_200, fall: expect.closeTo(0.46, 2), falling: true })
    expect(advice).toMatchObject({ worthContinuing: true, note: { code: 'grokking-advice-signal' } })
  })

  it('the verdicts are the same with the accuracy of guessing at 1/113 and, as by default, at 0', () => {
    for (const rows of runs.values()) {
      const [given, byDefault] = [1 / 113, 0].map((chance) => analyseGrokking(readCurve(rows, false), { threshold: 0.99, chance, inARow: 5, delayed: 10 }))
      expect(byDefault).toMatchObject({ verdict: (given as { verdict: string }).verdict })
    }
  })
})
