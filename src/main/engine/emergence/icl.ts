/**
 * In-context learning taken apart: a task needs some of four components, and a component's strength times the task's need of it says how early it is there.
 * The figures are a planning estimate without a published measurement behind them; thresholds have no unit and only compare tasks with each other.
 */
import { noAnswer, note } from '../../../shared/notes'
import type { NoAnswer, Note } from '../../../shared/notes'

type Weights = Record<string, number>

export const COMPONENT_STRENGTHS: Weights = { patternMatching: 0.3, memorisation: 0.25, inductiveReasoning: 0.25, languageKnowledge: 0.2 }

export const TASK_REQUIREMENTS: Record<string, Weights> = {
  arithmetic: { patternMatching: 0.5, inductiveReasoning: 0.3 },
  code: { memorisation: 0.4, languageKnowledge: 0.3 },
  logicalReasoning: { inductiveReasoning: 0.5, languageKnowledge: 0.3 }
}

export interface ComponentThreshold {
  component: string
  strength: number
  weight: number
  /** 1/(strength·weight); null when the strength is 0: never reached. */
  threshold: number | null
}

export interface TaskDecomposition {
  task: string
  /** The earliest first. */
  components: ComponentThreshold[]
  /** The source's code takes the smallest: the task emerges with the first of its components. Null when none is ever reached. */
  first: number | null
  /** The source's words say "when all are reached", which is the largest. Null when one is never reached. */
  all: number | null
}

export interface Decomposition {
  tasks: TaskDecomposition[]
  notes: Note[]
}

/** Thresholds of one task, or of all, with these strengths and weights, both 0 or above. A weight of 0 means that the task does not need the component. */
export function decompose(strengths: Weights, requirements: Record<string, Weights>, only?: string): Decomposition | NoAnswer {
  if (only !== undefined && !Object.hasOwn(requirements, only))
    return noAnswer('notDefined', 'icl-unknown-task', { task: only, known: Object.keys(requirements).join(', ') })
  const tasks: TaskDecomposition[] = []
  for (const [task, weights] of Object.entries(requirements)) {
    if (only !== undefined && task !== only) continue
    const needed = Object.entries(weights).filter(([, weight]) => weight > 0)
    const unknown = needed.find(([component]) => !Object.hasOwn(strengths, component))
    if (unknown) return noAnswer('notDefined', 'icl-unknown-component', { task, component: unknown[0], known: Object.keys(strengths).join(', ') })
    if (needed.length === 0) return noAnswer('notDefined', 'icl-no-component', { task })
    const components = needed.map(([component, weight]) => thresholdOf(component, weight, strengths[component]!)).sort(byThreshold)
    tasks.push({ task, components, first: components[0]!.threshold, all: components[components.length - 1]!.threshold })
  }
  const sum = Object.values(strengths).reduce((total, strength) => total + strength, 0)
  const factor = Math.max(...tasks.map(({ first, all }) => (first === null || all === null ? 1 : all / first)))
  return {
    tasks,
    notes: [
      note('icl-estimate'),
      ...(factor > 1 ? [note('icl-two-readings', { factor })] : []),
      ...(Math.abs(sum - 1) > 1e-9 ? [note('icl-strengths-sum', { sum })] : [])
    ]
  }
}

function thresholdOf(component: string, weight: number, strength: number): ComponentThreshold {
  const threshold = 1 / (strength * weight)
  return { component, strength, weight, threshold: Number.isFinite(threshold) ? threshold : null }
}

const byThreshold = (a: ComponentThreshold, b: ComponentThreshold): number =>
  a.threshold === b.threshold ? (a.component < b.component ? -1 : 1) : (a.threshold ?? Infinity) - (b.threshold ?? Infinity)
