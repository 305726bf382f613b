/** What each target pays in every draw, and what serving leaves of it (docs/model.md, Path). */
import type { Plan } from '../../../../shared/plan/schema'
import { BLOCK_SIZE } from '../draws/block'
import { columnOf, isFixed, type Columns, type Quantity, type Sheet } from './drawn'

export interface BenefitDraws {
  /** Per target, filled (some are the columns of inputs): USD paid once, USD per year (serving not yet taken off either), points. */
  once: Float64Array[]
  perYear: Float64Array[]
  points: Float64Array[]
  /** Per target, whether it scores points at all. */
  scores: boolean[]
  /** Whether any target pays per year. */
  paysYearly: boolean
  /** Σ once + perYear·horizon over all targets: what serving is held against. */
  total: Float64Array
  /** Discount rate per year, and the horizon in years. */
  rate: Quantity
  horizon: Quantity
  fill(inputs: Columns, n: number): void
}

export function benefitDraws(sheet: Sheet, { decision, targets }: Plan): BenefitDraws {
  const perPoint: Quantity = decision.usdPerPoint === null ? { fixed: 0 } : sheet.number('usdPerPoint', decision.usdPerPoint)
  const horizon = sheet.number('horizon', decision.horizonYears)
  const rate = sheet.number('discountRate', decision.discountRate)
  const values = targets.map(({ id, benefit }) => sheet.number(`benefit@${id}`, benefit.value))
  const columns = (): Float64Array[] => targets.map(() => new Float64Array(BLOCK_SIZE))
  const [once, perYear, points] = [columns(), columns(), columns()]
  const total = new Float64Array(BLOCK_SIZE)
  const certain = [perPoint, horizon, ...values].every(isFixed)
  let filled = false
  return {
    once,
    perYear,
    points,
    total,
    scores: targets.map(({ benefit }) => benefit.kind === 'points'),
    rate,
    horizon,
    paysYearly: targets.some(({ benefit }) => benefit.kind === 'usd' && benefit.per === 'year'),
    fill: (inputs, given) => {
      if (certain && filled) return
      filled = true
      const n = certain ? BLOCK_SIZE : given
      const [usdPerPoint, years] = [columnOf(perPoint, inputs), columnOf(horizon, inputs)]
      total.fill(0, 0, n)
      targets.forEach(({ benefit }, i) => {
        const value = columnOf(values[i]!, inputs)
        if (benefit.kind === 'points') {
          points[i] = value
          for (let k = 0; k < n; k++) once[i]![k] = value[k]! * usdPerPoint[k]!
        } else if (benefit.per === 'once') once[i] = value
        else perYear[i] = value
        const [paid, paidYearly] = [once[i]!, perYear[i]!]
        for (let k = 0; k < n; k++) total[k]! += paid[k]! + paidYearly[k]! * years[k]!
      })
    }
  }
}
