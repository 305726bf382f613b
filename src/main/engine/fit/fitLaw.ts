/** The whole of `laws.fit`: rows → runs → the approach → constants with their errors, influence, residuals, held-out check and doubts. */
import type { FitApproach, FitForm, FitResult } from '../../../shared/contract/fit'
import type { Problem } from '../../../shared/contract/observations'
import { isNoAnswer, noAnswer, type NoAnswer } from '../../../shared/notes'
import type { Estimate, FitProblem } from './estimator'
import { FORMS } from './forms'
import { fitParametric } from './fitParametric'
import { fitPowerLine } from './fitPowerLine'
import { runsOf, type RunRow } from './points'
import type { RefitPart } from './refit'
import type { FitPoint } from './sample'

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
export async function fitLaw(question: FitQuestion, run: RunParts): Promise<FitResult | (NoAnswer & { problems: Problem[] })> {
  const { approach, form: id, delta, flopPerParamToken: k, tolerance } = question
  const parametric = approach === 'parametric'
  const form = FORMS[id]
  const runs = runsOf(question.points, { k, needsD: !parametric || form.hasD })
  const problem: FitProblem = { approach, form: id, points: runs.points, delta, flopPerParamToken: k, tolerance }
  const refusal = nothingToFit(runs.points, question.points.length)
  const answer = refusal ?? (await (parametric ? fitParametric : fitPowerLine)(problem, question, run))
  const { problems } = runs
  return isNoAnswer(answer) ? { ...answer, problems } : { ...answer, problems, warnings: [...runs.warnings, ...answer.warnings] }
}

function nothingToFit(points: readonly FitPoint[], rows: number): NoAnswer | null {
  const first = points[0]
  if (first === undefined) return noAnswer('underdetermined', 'fit-no-runs', { rows })
  const constant = points.length > 1 && points.every(({ loss }) => loss === first.loss)
  return constant ? noAnswer('underdetermined', 'fit-constant-loss', { runs: points.length, loss: first.loss }) : null
}
