/** allocate.* of the contract. */
import type { Input, Output, ParsedInput } from '../../shared/contract'
import { isNoAnswer, note, noAnswer } from '../../shared/notes'
import type { NoAnswer } from '../../shared/notes'
import { defaultNotes } from '../../shared/plan/complete'
import { effectiveSize } from '../engine/allocate'
import { dataLimitedOptimum, epochCurve } from '../engine/allocation/dataLimited'
import { inferenceOptimum, lifetime, lifetimeCurve, type Rates } from '../engine/allocation/inferenceAware'
import { overtraining } from '../engine/allocation/overtraining'
import type { Environment } from '../engine/evaluate'
import type { BoundLaw, Pair } from '../engine/laws/law'
import { pairFromLoss } from '../engine/solveLoss'
import { beyondTypicalRatio, manyEpochs, oldPrice, outsideFittedRange } from '../engine/warnings'
import { architectureOf } from './architecture'
import { planarLaw } from './chosenLaw'
import { finite } from './finite'
import type { ApiPart } from './implementation'

export const allocateApi = (environment: () => Environment): ApiPart<'allocate'> => ({
  'allocate.effectiveSize': ({ law: id, constants, N, D }) => {
    const { law, warnings } = planarLaw({ law: id, constants }, 6)
    const size = effectiveSize(law, N, D)
    return isNoAnswer(size) ? size : { N: size, warnings: [...outsideFittedRange(law, [{ N, D, C: 6 * N * D }]), ...warnings] }
  },
  'allocate.inference': (input, _context, given) => inference(input, given, environment().today),
  'allocate.dataLimited': dataLimited,
  'allocate.overtraining': offOptimum,
  'allocate.architecture': architectureOf
})

const FLOP_PER_HOUR = 3600

function inference(
  {
    law: id,
    constants,
    loss: wanted,
    quality,
    inferenceTokens: V,
    flopPerParamToken,
    inferenceFlopPerParamToken,
    prices,
    minimise
  }: ParsedInput<'allocate.inference'>,
  given: Input<'allocate.inference'>,
  today: string
): Output<'allocate.inference'> {
  const { law, warnings } = planarLaw({ law: id, constants }, flopPerParamToken)
  const flop: Rates = { training: flopPerParamToken, serving: inferenceFlopPerParamToken }
  const usd: Rates | null = prices ? { training: flop.training * usdPerFlop(prices.training), serving: flop.serving * usdPerFlop(prices.inference) } : null
  const minimised = minimise ?? (usd ? 'usd' : 'flop')
  const rates = minimised === 'usd' && usd ? usd : flop
  const life = ({ N, D }: Pair) => {
    const { training: trainFlop, serving: inferenceFlop, total: totalFlop } = lifetime({ N, D }, V, flop)
    const money = usd && lifetime({ N, D }, V, usd)
    return { N, D, trainFlop, inferenceFlop, totalFlop, usd: money && { train: money.training, inference: money.serving, total: money.total } }
  }
  const saving = (best: Pair, baseline: Pair): number => 1 - lifetime(best, V, rates).total / lifetime(baseline, V, rates).total

  const loss = wanted ?? lossOf(law, quality)
  if (isNoAnswer(loss)) return loss
  const optimal = pairFromLoss(loss, { kind: 'optimal' }, law, flop.training)
  if (isNoAnswer(optimal)) return optimal
  const best = inferenceOptimum(law, loss, V, rates)
  if (isNoAnswer(best)) return best
  const [ours, baseline, theirs] = [life(best), life(quality ?? optimal), life(optimal)]
  if (!finite(ours.N, ours.D, ours.trainFlop, ours.totalFlop, baseline.totalFlop, theirs.totalFlop)) return noAnswer('unreachable', 'beyond-numbers')

  const savingVsOptimal = saving(best, baseline)
  const savingVsLaw = saving(best, optimal)
  // A thousandth off is a matter of digits.
  const offOptimum = quality !== undefined && Math.abs(Math.log(quality.N / optimal.N)) > 1e-3
  return {
    ...ours,
    loss,
    tokensPerParam: best.D / best.N,
    minimised,
    savingVsOptimal,
    baseline,
    optimal: { ...theirs, saving: savingVsLaw },
    curve: lifetimeCurve(law, loss, V, rates, best, optimal),
    warnings: [
      ...outsideFittedRange(law, [{ N: best.N, D: best.D, C: ours.trainFlop }]),
      ...warnings,
      ...beyondTypicalRatio(best),
      ...(offOptimum
        ? [note('quality-not-optimal', { law: law.name, ...quality, optimalN: optimal.N, optimalD: optimal.D, saving: savingVsLaw }, 'quality')]
        : []),
      ...(prices ? [...defaultNotes({ prices: given.prices }, { prices }), ...oldPrice(prices.asOf, 'prices.asOf', today)] : [])
    ]
  }
}

const usdPerFlop = ({ usdPerHour, mfu, peakFlopPerSecond }: { usdPerHour: number; mfu: number; peakFlopPerSecond: number }): number =>
  usdPerHour / (peakFlopPerSecond * mfu * FLOP_PER_HOUR)

function lossOf(law: BoundLaw, run: Pair | undefined): number | NoAnswer {
  if (run === undefined) throw new Error('the contract asks for a loss or a run')
  return law.loss ? law.loss(run.N, run.D) : noAnswer('notDefined', 'law-without-loss', { law: law.name })
}

function dataLimited({
  law: id,
  constants,
  C,
  uniqueTokens,
  maxEpochs: most,
  flopPerParamToken: k
}: ParsedInput<'allocate.dataLimited'>): Output<'allocate.dataLimited'> {
  const { law, warnings } = planarLaw({ law: id, constants }, k)
  const maxEpochs = most ?? null
  const question = { C, uniqueTokens, maxEpochs, k }
  const answer = dataLimitedOptimum(law, question)
  if (isNoAnswer(answer)) return answer
  const { N, D, epochs, limitedBy } = answer
  const curve = epochCurve(law, question, answer.unlimited.D)
  const sound = finite(N, D, D / N, epochs, answer.effectiveTokens, answer.loss, ...Object.values(curve).flat())
  if (!sound) return noAnswer('unreachable', 'beyond-numbers')
  return {
    ...answer,
    unlimited: { ...answer.unlimited, epochs: answer.unlimited.D / uniqueTokens },
    tokensPerParam: D / N,
    curve,
    warnings: [
      ...outsideFittedRange(law, [{ N, D, C }]),
      ...warnings,
      ...manyEpochs(epochs, 'uniqueTokens'),
      ...(limitedBy === 'epochs' ? [note('epoch-limit', { epochs: maxEpochs ?? epochs, D }, 'maxEpochs')] : [])
    ]
  }
}

function offOptimum({ law: id, constants, flopPerParamToken: k, N, D, loss }: ParsedInput<'allocate.overtraining'>): Output<'allocate.overtraining'> {
  const { law, warnings } = planarLaw({ law: id, constants }, k)
  const answer = overtraining(law, runOrLoss(N, D, loss), k)
  if (isNoAnswer(answer)) return answer
  const { run, optimal, ...rest } = answer
  const withCompute = (pair: Pair) => ({ ...pair, C: k * pair.N * pair.D, tokensPerParam: pair.D / pair.N })
  const [of, best] = [withCompute(run), withCompute(optimal)]
  if (!finite(of.D, of.C, rest.loss, best.N, best.D, best.C, rest.computeFactor, rest.tokensFactor)) return noAnswer('unreachable', 'beyond-numbers')
  return { ...of, ...rest, optimal: best, effectiveN: optimal.N, warnings: [...outsideFittedRange(law, [of, best]), ...warnings, ...beyondTypicalRatio(of)] }
}

function runOrLoss(N: number, D: number | undefined, loss: number | undefined): Parameters<typeof overtraining>[1] {
  if (D !== undefined) return { N, D }
  if (loss !== undefined) return { N, loss }
  throw new Error('the contract asks for D or a loss')
}
