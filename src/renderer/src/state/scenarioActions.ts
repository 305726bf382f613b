/** What can be done with the scenarios of the document, each as one named step; what takes something away can be undone from its message. */
import {
  annotateScenario,
  dropOverride,
  duplicateScenario,
  fork,
  insertScenario,
  moveScenario,
  promote,
  removeScenario,
  renameScenario
} from '../../../shared/plan/scenarioEdits'
import { MOST_SCENARIOS, scenarioOf } from '../../../shared/plan/scenarios'
import type { Override, Plan } from '../../../shared/plan/schema'
import type { Messages } from '../../../shared/text/messages'
import { reader } from './language.svelte'
import { notices } from './notices.svelte'
import { planning } from './plan.svelte'
import { freeName } from './scenarioView'

type Steps = Messages['screen']['scenarios']['steps']
const step =
  (key: keyof Steps) =>
  (text: Messages): string =>
    text.screen.scenarios.steps[key]

/** Adds a scenario by `make` and shows it; says so when there are too many. */
function add(make: (document: Plan) => Plan, key: keyof Steps): void {
  const { document } = planning
  if (document === null) return
  if (document.scenarios.length >= MOST_SCENARIOS) return notices.show(reader.text.screen.scenarios.full)
  const known = new Set(document.scenarios.map(({ id }) => id))
  planning.editDocument(step(key), make)
  planning.look(planning.document?.scenarios.find(({ id }) => !known.has(id))?.id ?? null)
}

/** A scenario with what is on screen, under the name given or the next free one; `change` is what it differs by from the start. */
export function forkShown(name = reader.text.screen.scenarios.untitled, change: (plan: Plan) => Plan = (plan) => plan): void {
  const { plan } = planning
  if (plan !== null) add((document) => fork(document, freeName(document, name), change(plan), 'scenario'), 'fork')
}

export function duplicate(id: string): void {
  const name = nameOf(id)
  add((document) => duplicateScenario(document, id, freeName(document, name)), 'duplicate')
}

export const rename = (id: string, name: string): void => planning.editDocument(step('rename'), (document) => renameScenario(document, id, name))
export const annotate = (id: string, notes: string): void => planning.editDocument(step('notes'), (document) => annotateScenario(document, id, notes))
export const move = (id: string, to: number): void => planning.editDocument(step('move'), (document) => moveScenario(document, id, to))
export const clearOverride = (id: string, field: Pick<Override, 'target' | 'field'>): void =>
  planning.editDocument(step('clear'), (document) => dropOverride(document, id, field))

/** Removes a scenario; its message brings it back to where it was. */
export function remove(id: string): void {
  const { document } = planning
  const scenario = document === null ? undefined : scenarioOf(document, id)
  if (document === null || scenario === undefined) return
  const at = document.scenarios.indexOf(scenario)
  const shown = planning.scenario?.id === id
  planning.editDocument(step('remove'), (now) => removeScenario(now, id))
  const text = reader.text.screen.scenarios
  const back = (): void => {
    planning.editDocument(step('restore'), (now) => insertScenario(now, scenario, at))
    if (shown) planning.look(id)
  }
  notices.show(text.removed.replace('{name}', nameIn(scenario)), { label: text.undo, run: back })
}

/** Makes a scenario the base; what the base was is kept as a scenario in its place. */
export function adopt(id: string): void {
  const text = reader.text.screen.scenarios
  const name = nameOf(id)
  planning.editDocument(step('adopt'), (document) => promote(document, id, freeName(document, text.former)))
  planning.look(null)
  notices.show(text.adopted.replace('{name}', name), { label: text.undo, run: () => planning.undo() })
}

const nameIn = ({ name, id }: { name: string; id: string }): string => name || id
const nameOf = (id: string): string => {
  const scenario = planning.document === null ? undefined : scenarioOf(planning.document, id)
  return scenario === undefined ? id : nameIn(scenario)
}
