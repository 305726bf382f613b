/** What knowing more is worth before a plan is decided, and which measurement is worth most for its cost (docs/model.md, Uncertainty). */
import type { CandidateInput, NextRun, NextRunCandidate } from '../../../../shared/contract/nextRun'
import { isNoAnswer, noAnswer, note, type NoAnswer, type Note } from '../../../../shared/notes'
import type { Plan } from '../../../../shared/plan/schema'
import { nameOf } from '../../planner/requiredSize'
import { settingOf, type Setting } from '../../planner/setting'
import type { DrawRequest } from '../draws/drawPlan'
import { uncertainInputs, type UncertainInput } from '../plan/uncertainInputs'
import { USUAL_BINS, type InformationValue } from '../valueOfInformation'
import { actionsOf, type Action } from './actions'
import { candidatesOf, usualCandidates } from './candidates'
import { candidateOf, pathsAfter, valued, yearsOf } from './candidateValue'
import { fitRunsOf } from './fitRuns'
import { givenDraws, type Given } from './givenDraws'
import { pathBook } from './pathBook'

export interface NextRunQuestion {
  /** Without a pin: solved before. */
  plan: Plan
  /** Null: the usual ones. */
  candidates: readonly CandidateInput[] | null
  request: DrawRequest
}

export interface Progress {
  stage: 'actions' | 'draws' | 'candidates'
  done: number
  total: number
}

/** Every draw of every path is kept at once. */
const MOST_DRAWS = 262_144

export function nextRun({ plan, candidates: asked, request }: NextRunQuestion, tell: (progress: Progress) => void): NextRun | NoAnswer {
  if (request.draws > MOST_DRAWS) return noAnswer('notDefined', 'information-many-draws', { draws: request.draws, most: MOST_DRAWS })
  const uncertain = uncertainInputs(plan)
  if (isNoAnswer(uncertain)) return uncertain
  const setting = settingOf(plan)
  const actions = actionsOf(plan, uncertain, (done, total) => tell({ stage: 'actions', done, total }))
  if (actions.length === 0) return noAnswer('unreachable', 'information-no-action')
  const candidates = candidatesOf(setting, asked ?? usualCandidates(setting, uncertain)).map((candidate) => ({
    candidate,
    left: pathsAfter(setting, actions, candidate)
  }))
  const book = pathBook()
  actions.forEach(({ sizes }) => book.ask(sizes, 0))
  candidates.forEach(({ candidate, left }) => left.forEach((sizes) => book.ask(sizes, yearsOf(candidate))))
  const scores = candidates.flatMap(({ candidate }) => (candidate.kind === 'score' ? [{ target: candidate.target, N: candidate.run.N }] : []))
  const given = givenDraws({ plan, paths: book.paths(), scores, request }, (done, total) => tell({ stage: 'draws', done, total }))
  if (isNoAnswer(given)) return given

  const today = actions.map(({ sizes }) => book.read(given, sizes, 0))
  const now = valued(given, today)
  let scored = 0
  const told = candidates.map(({ candidate, left }, at): NextRunCandidate => {
    const chances = candidate.kind === 'score' ? given.scores[scored++]! : null
    const later = left.map((sizes) => book.read(given, sizes, yearsOf(candidate)))
    const answer = candidateOf(setting, given, { candidate, chances, today, later, now })
    tell({ stage: 'candidates', done: at + 1, total: candidates.length })
    return answer
  })
  const unit = setting.objective
  const ranked = told.sort((a, b) => (unit === 'usd' ? b.net! - a.net! : b.sample.value - a.sample.value || a.usd - b.usd))
  return {
    unit,
    actions: toldActions(actions, today),
    bestValue: now.bestValue,
    perfect: { value: now.perfect, standardError: now.perfectError },
    inputs: knownInputs(given, today, uncertain),
    candidates: ranked,
    sentence: sentenceOf(setting, { ...now, draws: given.draws }, ranked, uncertain),
    fitRuns: fitRunsOf(setting),
    draws: given.draws,
    seed: request.seed,
    warnings: warningsOf(setting, ranked)
  }
}

/** Each input known exactly: which of 15 bins of equal chance it lies in. */
function knownInputs(given: Given, today: readonly Float64Array[], uncertain: readonly UncertainInput[]): NextRun['inputs'] {
  return uncertain
    .flatMap(({ input: { id } }) => {
      const values = given.inputs.get(id)
      if (values === undefined) return []
      const { sample, sampleError } = valued(given, today, { likelihood: binsOf(values), bins: USUAL_BINS })
      return [{ input: id, perfect: { value: sample!, standardError: sampleError! } }]
    })
    .sort((a, b) => b.perfect.value - a.perfect.value)
}

/** Bins of about equally many draws; equal values share one, or knowing the value would tell less than it does. */
function binsOf(values: Float64Array): Float64Array {
  const S = values.length
  const order = Uint32Array.from(values, (_, s) => s).sort((a, b) => values[a]! - values[b]! || a - b)
  const likelihood = new Float64Array(S * USUAL_BINS)
  let first = 0
  order.forEach((s, rank) => {
    if (values[s] !== values[order[first]!]) first = rank
    likelihood[s * USUAL_BINS + Math.floor((first * USUAL_BINS) / S)] = 1
  })
  return likelihood
}

const mean = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0) / values.length

function toldActions(actions: readonly Action[], utilities: readonly Float64Array[]): NextRun['actions'] {
  const S = utilities[0]!.length
  const best = new Float64Array(actions.length)
  for (let s = 0; s < S; s++) {
    let at = 0
    for (let a = 1; a < utilities.length; a++) if (utilities[a]![s]! > utilities[at]![s]!) at = a
    best[at]! += 1 / S
  }
  return actions.map((action, a) => ({ ...action, value: mean(utilities[a]!), chanceBest: best[a]! })).sort((a, b) => b.value - a.value)
}

/** Less than this share of the best value is rounding. */
const ROUNDING = 1e-12

function sentenceOf(
  { plan, objective }: Setting,
  { perfect, bestValue, draws }: InformationValue & Pick<Given, 'draws'>,
  ranked: readonly NextRunCandidate[],
  uncertain: readonly UncertainInput[]
): Note {
  if (uncertain.length === 0) return note('information-nothing-uncertain')
  if (perfect <= ROUNDING * Math.abs(bestValue)) return objective === 'points' ? note('information-points-settled') : note('information-settled', { draws })
  const [best] = ranked
  if (objective === 'points') return note('information-points', { perfect })
  if (best === undefined || best.net! <= 0) return note('information-none-pays', { perfect })
  const { kind, net, usd, run } = best
  const values = { net: net!, usd, perfect }
  if (kind !== 'score' || run === null) return note(kind === 'mfu' ? 'information-measure-mfu' : 'information-ask-price', values)
  const target = plan.targets.find(({ id }) => id === best.target)
  return note('information-run', { ...values, size: run.N, target: target === undefined ? '' : nameOf(target) })
}

function warningsOf({ plan, objective }: Setting, ranked: readonly NextRunCandidate[]): Note[] {
  const { budgetUsd, deadlineDays, computeFlop, largestStep } = plan.limits
  const limited = [budgetUsd, deadlineDays, computeFlop, largestStep].some((limit) => limit !== null)
  return [
    ...(limited ? [note('information-limits-held', {}, 'limits')] : []),
    ...(objective === 'points' ? [note('information-money-apart', {}, 'decision.usdPerPoint')] : []),
    ...(ranked.some(({ kind }) => kind === 'score') ? [note('information-score-is-link')] : [])
  ]
}
