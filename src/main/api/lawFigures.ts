/** laws.surface and laws.compare of the contract. */
import type { Output, ParsedInput } from '../../shared/contract'
import { isNoAnswer, noAnswer } from '../../shared/notes'
import type { Pair } from '../engine/laws/law'
import { compareLaws } from '../engine/laws/compareLaws'
import { lossMap, type Box } from '../engine/laws/lossMap'
import { outsideFittedRange } from '../engine/warnings'
import { planarLaw } from './chosenLaw'
import { finite } from './finite'
import type { ApiPart } from './implementation'

export const lawFiguresApi: Pick<ApiPart<'laws'>, 'laws.surface' | 'laws.compare'> = {
  'laws.surface': surface,
  'laws.compare': ({ plan, C }) => {
    const compared = compareLaws(plan, C ?? null)
    if (isNoAnswer(compared)) return compared
    const { notes, ...rest } = compared
    const sound = rest.laws.every(({ optimum: { N, D }, curve }) => finite(N, D, ...curve))
    return sound ? { ...rest, warnings: notes } : noAnswer('unreachable', 'beyond-numbers')
  }
}

const USUAL = { N: [1e8, 1e13], D: [1e9, 1e15] } as const
/** A run at the edge of the map would hide what lies beyond it. */
const AIR = 3

function surface({ N, D, run: given, levels, flopPerParamToken: k, ...choice }: ParsedInput<'laws.surface'>): Output<'laws.surface'> {
  const { law, warnings } = planarLaw(choice, k)
  const run = given ?? null
  const box: Box = { N: N ?? around(USUAL.N, run?.N), D: D ?? around(USUAL.D, run?.D) }
  const map = lossMap(law, { box, levels, run, k })
  if (isNoAnswer(map)) return map
  const { contours, isoFlops, frontier } = map
  const lines = [...contours.flatMap(({ N, D }) => [...N, ...D]), ...isoFlops.flatMap(({ loss }) => loss), ...(frontier?.loss ?? [])]
  if (!lines.every(Number.isFinite)) return noAnswer('unreachable', 'beyond-numbers')
  const own = run && placeOf(law, run, k)
  return {
    name: law.name,
    range: { N: [...box.N], D: [...box.D] },
    contours,
    isoFlops,
    frontier,
    run: own,
    warnings: [...(own === null ? [] : outsideFittedRange(law, [own])), ...warnings]
  }
}

function placeOf({ loss, optimum }: ReturnType<typeof planarLaw>['law'], { N, D }: Pair, k: number) {
  if (loss === null) return null
  const C = k * N * D
  const best = optimum?.(C, k) ?? null
  return { N, D, C, loss: loss(N, D), tokensPerParam: D / N, optimum: best && { ...best, loss: loss(best.N, best.D) } }
}

const around = ([low, high]: readonly [number, number], value: number | undefined): [number, number] =>
  value === undefined ? [low, high] : [Math.min(low, value / AIR), Math.max(high, value * AIR)]
