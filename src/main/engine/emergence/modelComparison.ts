/** The models side by side: a straight line, one clipped to floor and ceiling, logistic and Weibull with floor and ceiling held or free, by AICc (Hurvich & Tsai 1989). */
import { fitLine } from '../numeric/line'
import { bestFit } from './bestFit'
import { boxOf, freeCount, type Ends } from './box'
import { constantOf } from './constant'
import { aiccOf } from './criterion'
import { meanAt, type CurveFit } from './curveFit'
import type { Dispersion } from './dispersion'
import type { Response } from './response'
import { SHAPES, type Shape, type ShapeId } from './shapes'

export type ModelId = 'constant' | 'linear' | 'clipped-linear' | 'logistic' | 'weibull'

export interface Model {
  model: ModelId
  floor: 'held' | 'free' | null
  ceiling: 'held' | 'free' | null
  /** Free parameters, the scatter's included where it is estimated. */
  parameters: number
  /** In units of y. */
  rmse: number
  /** Null where there are too few points for that many parameters. */
  aicc: number | null
  /** Difference to the best AICc, and Akaike's weight. */
  delta: number | null
  weight: number | null
  fit: CurveFit | null
}

/** A model this much above the best AICc has clearly less support (Burnham & Anderson 2002, §2.6). */
export const DISTINCT = 2

/** Binomial objectives are divided by `dispersion.phi` (QAICc, Lebreton et al. 1992). `ends` are the values at which floor and ceiling are held; null: only free. */
export function compareModels(response: Response, dispersion: Dispersion | null, ends: { floor: number | null; ceiling: number | null }): Model[] {
  const models: Model[] = [constant(response, dispersion), linear(response, dispersion)]
  const floors = ends.floor === null ? (['free'] as const) : (['free', ends.floor] as const)
  const ceilings = ends.ceiling === null ? (['free'] as const) : (['free', ends.ceiling] as const)
  models.push(curved(response, dispersion, SHAPES.ramp, { floor: 'free', ceiling: 'free' }))
  for (const shape of [SHAPES.logistic, SHAPES.weibull])
    for (const floor of floors) for (const ceiling of ceilings) models.push(curved(response, dispersion, shape, { floor, ceiling }))

  const best = Math.min(...models.flatMap(({ aicc }) => aicc ?? []))
  const relative = (aicc: number | null): number => (aicc === null ? 0 : Math.exp(-(aicc - best) / 2))
  const total = models.reduce((sum, { aicc }) => sum + relative(aicc), 0)
  return models.map((model) => (model.aicc === null ? model : { ...model, delta: model.aicc - best, weight: relative(model.aicc) / total }))
}

const NAMES = { ramp: 'clipped-linear', logistic: 'logistic', weibull: 'weibull' } as const satisfies Record<ShapeId, ModelId>

function curved(response: Response, dispersion: Dispersion | null, shape: Shape, ends: Ends): Model {
  const fit = bestFit(response, shape, boxOf(response, shape, ends))
  const how = (end: number | 'free'): 'held' | 'free' => (end === 'free' ? 'free' : 'held')
  return {
    ...model(response, dispersion, NAMES[shape.id], freeCount(fit.box), fit.objective, (z) => meanAt(shape, fit.theta, z)),
    floor: how(ends.floor),
    ceiling: how(ends.ceiling),
    fit
  }
}

/** A line that nothing clips for Gaussian scatter; for right answers one between 0 and 1, which their shares cannot leave. */
function linear(response: Response, dispersion: Dispersion | null): Model {
  if (response.noise === 'binomial') {
    const { shape, theta, objective } = bestFit(response, SHAPES.ramp, boxOf(response, SHAPES.ramp, { floor: 0, ceiling: 1 }))
    return model(response, dispersion, 'linear', 2, objective, (z) => meanAt(shape, theta, z))
  }
  const line = fitLine([...response.z], [...response.y])!
  return model(response, dispersion, 'linear', 2, line.sumSquares, (z) => line.intercept + line.slope * z)
}

function constant(response: Response, dispersion: Dispersion | null): Model {
  const { mean, objective } = constantOf(response)
  return model(response, dispersion, 'constant', 1, objective, () => mean)
}

function model(response: Response, dispersion: Dispersion | null, id: ModelId, parameters: number, objective: number, mean: (z: number) => number): Model {
  const { z, y, noise } = response
  const estimated = noise === 'gaussian' || dispersion?.likelihood === 'quasi-binomial'
  return {
    model: id,
    floor: null,
    ceiling: null,
    parameters: parameters + (estimated ? 1 : 0),
    rmse: Math.sqrt(y.reduce((sum, v, i) => sum + (v - mean(z[i]!)) ** 2, 0) / y.length),
    aicc: aiccOf(response, objective, parameters, dispersion),
    delta: null,
    weight: null,
    fit: null
  }
}
