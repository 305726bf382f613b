/** What the Theory screen asks: the questions of its notes with the values that their sliders have, which the desk keeps. */
import type { Input } from '../../../shared/contract'
import { Asked } from './asked.svelte'
import { Desk } from './desk.svelte'
import { fieldOf, oneOf } from './intakeKept'

export const TABS = ['links', 'components', 'geometry', 'curves', 'agreed'] as const
export type Tab = (typeof TABS)[number]
export const MODELS = ['power-onset', 'shifted-weibull', 'boltzmann'] as const
export const LINKS = ['weibull', 'shifted-weibull', 'floored', 'power-onset', 'logistic', 'step', 'boltzmann', 'all-of'] as const
export type LinkName = (typeof LINKS)[number]
export const COMPONENTS = ['patternMatching', 'memorisation', 'inductiveReasoning', 'languageKnowledge'] as const
export type ComponentName = (typeof COMPONENTS)[number]
export const LAWS = ['besiroglu-2024', 'hoffmann-2022', 'kaplan-2020-n'] as const

export interface Values {
  tab: Tab
  phase: { model: (typeof MODELS)[number]; critical: number; steepness: number }
  links: { shown: readonly LinkName[]; critical: number; steepness: number; floor: number }
  strengths: Readonly<Record<ComponentName, number>>
  complexity: number
  geometry: { tolerance: number; dimension: number }
  regime: { law: (typeof LAWS)[number]; criticalSize: number; kappa: number; delta: number }
}

const between = (kept: unknown, low: number, high: number, otherwise: number): number =>
  typeof kept === 'number' && kept >= low && kept <= high ? kept : otherwise

function read(kept: unknown): Values {
  const [phase, links, strengths, geometry, regime] = ['phase', 'links', 'strengths', 'geometry', 'regime'].map((field) => fieldOf(kept, field))
  const shown = fieldOf(links, 'shown')
  const known = LINKS.filter((link) => Array.isArray(shown) && shown.includes(link))
  const strength = (name: ComponentName, otherwise: number): number => between(fieldOf(strengths, name), 0, 1, otherwise)
  return {
    tab: oneOf(TABS, fieldOf(kept, 'tab'), 'links'),
    phase: {
      model: oneOf(MODELS, fieldOf(phase, 'model'), 'power-onset'),
      critical: between(fieldOf(phase, 'critical'), 1, 1e20, 60e9),
      steepness: between(fieldOf(phase, 'steepness'), 1e-6, 100, 0.5)
    },
    links: {
      shown: known.length > 0 ? known : ['weibull', 'logistic', 'power-onset'],
      critical: between(fieldOf(links, 'critical'), 1, 1e20, 60e9),
      steepness: between(fieldOf(links, 'steepness'), 1e-6, 100, 3),
      floor: between(fieldOf(links, 'floor'), 0, 0.9, 0)
    },
    strengths: {
      patternMatching: strength('patternMatching', 0.3),
      memorisation: strength('memorisation', 0.25),
      inductiveReasoning: strength('inductiveReasoning', 0.25),
      languageKnowledge: strength('languageKnowledge', 0.2)
    },
    complexity: between(fieldOf(kept, 'complexity'), 1, 1e20, 10e9),
    geometry: { tolerance: between(fieldOf(geometry, 'tolerance'), 1e-6, 0.999, 0.1), dimension: between(fieldOf(geometry, 'dimension'), 2, 1e7, 4096) },
    regime: {
      law: oneOf(LAWS, fieldOf(regime, 'law'), 'kaplan-2020-n'),
      criticalSize: between(fieldOf(regime, 'criticalSize'), 1, 1e20, 1e10),
      kappa: between(fieldOf(regime, 'kappa'), 0, 1e6, 0.5),
      delta: between(fieldOf(regime, 'delta'), 0, 100, 0.05)
    }
  }
}

class TheoryState {
  readonly desk = new Desk<Values>('theory', read)
  readonly phase = new Asked('emergence.phaseTransition')
  readonly links = new Asked('links.curves')
  readonly icl = new Asked('emergence.icl')
  readonly complexity = new Asked('emergence.complexity')
  readonly geometry = new Asked('emergence.nearOrthogonal')
  readonly slope = new Asked('laws.slope')
  readonly point = new Asked('laws.emergencePoint')
  readonly exactMatch = new Asked('emergence.exactMatch')

  get values(): Values {
    return this.desk.value
  }

  /** Changes some values of one note. */
  change<Note extends 'phase' | 'links' | 'strengths' | 'geometry' | 'regime'>(note: Note, change: Partial<Values[Note]>): void {
    this.desk.set({ [note]: { ...this.desk.value[note], ...change } } as Partial<Values>)
  }
}

export const theory = new TheoryState()

/** The chosen links with one critical scale, steepness and floor; `all-of` asks for the scale of each resource on the line of 20 tokens per parameter. */
export function linksQuestion({ shown, critical, steepness, floor }: Values['links']): Input<'links.curves'> {
  const own = { steepness, floor }
  return {
    range: { from: critical / 100, to: critical * 100 },
    curves: shown.map((link) =>
      link === 'all-of'
        ? {
            link,
            allOf: {
              combine: 'product' as const,
              N: { critical, ...own },
              D: { critical: 20 * critical, ...own },
              C: { critical: 120 * critical * critical, steepness: steepness / 2, floor }
            }
          }
        : { link, params: { critical, ...own, ...(link === 'boltzmann' ? { temperature: 1 } : {}) } }
    )
  }
}
