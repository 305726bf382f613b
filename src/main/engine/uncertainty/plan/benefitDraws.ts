/** What each target pays in every draw, and what serving leaves of it (planning-model §4). */
import type { Plan } from '../../../../shared/plan/schema'
import { BLOCK_SIZE } from '../draws/block'
import { columnOf, type Columns, type Quantity, type Sheet } from './drawn'

export interface BenefitDraws {
  /** Per target, filled: USD paid once, USD per year (serving not yet taken off either), points. */
  once: Float64Array[]
  perYear: Float64Array[]
  points: Float64Array[]
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
  return {
    once,
    perYear,
    points,
    total,
    rate,
    horizon,
    fill: (inputs, n) => {
      const [usdPerPoint, years] = [columnOf(perPoint, inputs), columnOf(horizon, inputs)]
      total.fill(0, 0, n)
      targets.forEach(({ benefit }, i) => {
        const value = columnOf(values[i]!, inputs)
        for (let k = 0; k < n; k++) {
          const v = value[k]!
          if (benefit.kind === 'points') {
            points[i]![k] = v
            once[i]![k] = v * usdPerPoint[k]!
          } else if (benefit.per === 'once') once[i]![k] = v
          else perYear[i]![k] = v
          total[k]! += once[i]![k]! + perYear[i]![k]! * years[k]!
        }
      })
    }
  }
}
