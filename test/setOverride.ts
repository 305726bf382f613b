import { setInput } from '../src/shared/plan/edits'
import type { InputId, InputValue } from '../src/shared/plan/inputs'
import { editScenario } from '../src/shared/plan/scenarioEdits'
import type { Plan } from '../src/shared/plan/schema'

/** Writes an input of the registry in a scenario, as somebody who types it there. */
export const setOverride = (plan: Plan, id: string, input: InputId, value: InputValue): Plan =>
  editScenario(plan, id, (scenario) => setInput(scenario, input, value))
