/** The whole of `laws.fit`: rows → runs → the approach → constants with their errors, influence, residuals, held-out check and doubts. */
import type { FitApproach, FitForm, FitResult } from '../../../shared/contract/fit'
import { isNoAnswer, noAnswer, type NoAnswer } from '../../../shared/notes'
import type { Estimate, FitProblem } from './estimator'
import { FORMS } from './forms'
import { fitParametric } from './fitParametric'
import { fitPowerLine } from './fitPowerLine'
import { runsOf, type RunRow } from './points'
import type { RefitPart } from './refit'

export interface FitQuestion {
  points: readonly RunRow[]
  approach: FitApproach
  form: FitForm
  bootstrap: number
  seed: number
  level: number
  starts: 'spread' | 'hoffmann'
  delta: number
  flopPerParamToken: number
  tolerance: number
}

/** Does parts of the work, in any order and place, and tells how far it is; results come in the order of the parts. */
export type RunParts = (stage: 'starts' | 'bootstrap' | 'influence' | 'sets', problem: FitProblem, parts: RefitPart[]) => Promise<(Estimate | null)[]>

/** Everything but the work that `run` divides is quick. The answer depends on the question alone. */
export async function fitLaw(question: FitQuestion, run: RunParts): Promise<FitResult | NoAnswer> {
  const { approach, form: id, delta, flopPerParamToken: k, tolerance } = question
  const parametric = approach === 'parametric'
  const form = FORMS[id]
  const runs = runsOf(question.points, { k, needsD: !parametric || form.hasD })
  if (runs.points.length === 0) return noAnswer('underdetermined', 'fit-no-runs', { rows: question.points.length })
  const problem: FitProblem = { approach, form: id, points: runs.points, delta, flopPerParamToken: k, tolerance }
  const { points } = runs
  if (points.length > 1 && points.every(({ loss }) => loss === points[0]!.loss))
    return noAnswer('underdetermined', 'fit-constant-loss', { runs: points.length, loss: points[0]!.loss })
  const answer = parametric ? await fitParametric(problem, question, run) : await fitPowerLine(problem, question, run)
  return isNoAnswer(answer) ? answer : { ...answer, problems: runs.problems, warnings: [...runs.warnings, ...answer.warnings] }
}
