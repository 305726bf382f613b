/** The smaller questions of emergence.* of the contract. */
import { isNoAnswer, noAnswer, note } from '../../shared/notes'
import { againstChance, chanceNotes, chanceOf } from '../engine/emergence/chance'
import { againstComplexity } from '../engine/emergence/complexity'
import { exactMatchOfPowerLaw, ILLUSTRATIVE, logSpaced } from '../engine/emergence/exactMatch'
import { COMPONENT_STRENGTHS, decompose, TASK_REQUIREMENTS } from '../engine/emergence/icl'
import { exactMatchOfMeasured } from '../engine/emergence/measuredAccuracy'
import { directions } from '../engine/emergence/nearOrthogonal'
import { phaseCurve } from '../engine/emergence/phaseTransition'
import { predictThreshold } from '../engine/emergence/predictThreshold'
import { readAccuracies, readKnown, readRuns } from '../engine/emergence/theoryRows'
import type { TaskRunner } from '../workers/taskRunner'
import { finite } from './finite'
import type { Api } from './implementation'

type Theory = 'predictThreshold' | 'icl' | 'complexity' | 'phaseTransition' | 'exactMatch' | 'nearOrthogonal' | 'chance' | 'twoStep'

export const theoryApi = (tasks: TaskRunner): Pick<Api, `emergence.${Theory}`> => ({
  'emergence.predictThreshold': ({ known, task, property, level }) => {
    const { rows, problems } = readKnown(known)
    const prediction = predictThreshold(rows, { task, property }, level)
    if (prediction === null) return { ...noAnswer('notDefined', 'threshold-no-answer', { property }), problems }
    const { notes, ...rest } = prediction
    return { ...rest, problems, warnings: notes }
  },
  'emergence.icl': ({ task, strengths = COMPONENT_STRENGTHS, requirements = TASK_REQUIREMENTS }) => {
    const decomposed = decompose(strengths, requirements, task)
    return isNoAnswer(decomposed) ? decomposed : { strengths, tasks: decomposed.tasks, warnings: decomposed.notes }
  },
  'emergence.complexity': ({ N, task, complexity, tasks: table }) => {
    const { available, rows, notes } = againstComplexity({ N, task, complexity, table })
    return finite(available, ...rows.map(({ margin }) => margin)) ? { available, rows, warnings: notes } : noAnswer('unreachable', 'beyond-numbers')
  },
  'emergence.phaseTransition': ({ critical, range = { from: critical / 100, to: critical * 100 }, ...rest }) => {
    const answer = phaseCurve({ critical, range, ...rest })
    if (isNoAnswer(answer)) return answer
    const { notes, ...curve } = answer
    return { ...curve, warnings: notes }
  },
  'emergence.exactMatch': ({ perToken = ILLUSTRATIVE, lengths, range, points }) => {
    const { rows, problems } = 'measured' in perToken ? readAccuracies(perToken.measured) : { rows: [], problems: [] }
    const answer =
      'measured' in perToken ? exactMatchOfMeasured(rows, lengths) : exactMatchOfPowerLaw(perToken, logSpaced(range.from, range.to, points), lengths)
    return isNoAnswer(answer) ? { ...answer, problems } : { curves: answer.curves, problems, warnings: answer.notes }
  },
  'emergence.nearOrthogonal': ({ dimensions, pairs, tolerance, seed }) => ({
    rows: dimensions.map((dimension) => directions(dimension, pairs, tolerance, seed)),
    warnings: [note('near-orthogonal-geometry')]
  }),
  'emergence.chance': ({ answers, items = null, score = null, level }) => {
    const chance = chanceOf(answers, items, level)
    return { ...chance, score: score === null ? null : againstChance(score, answers, items), warnings: chanceNotes(chance, answers, items, score) }
  },
  'emergence.twoStep': async ({ runs, at, curve, form, floor, plateau, bootstrap, level, seed }, context) => {
    const { rows, problems } = readRuns(runs)
    const answer = await tasks.run('twoStep', { runs: rows, form, held: { floor, plateau }, at, curve, bootstrap, level, seed }, context)
    return { ...answer, problems }
  }
})
