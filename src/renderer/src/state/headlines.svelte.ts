/** What the answer was at a step of the session: asked of the host when somebody looks at that step, once a step and view; newest wins. */
import type { Outcome } from '../../../shared/outcome'
import { planOf } from '../../../shared/plan/scenarios'
import type { Plan } from '../../../shared/plan/schema'
import { formatText } from '../../../shared/text/format'
import type { Language, Messages } from '../../../shared/text/messages'
import { call } from './host'
import { newest } from './newest'
import { onceAFrame } from './onceAFrame'

interface Question {
  readonly document: Plan
  readonly view: string | null
}

/** The answer in one line: what a screen reader hears after a change, too. */
export function headlineOf(outcome: Outcome, text: Messages, language: Language): string {
  const run = outcome.targets.find((t) => t.id === outcome.focus)?.required
  if (!run) return text.screen.status.outOfReach
  return text.screen.announced
    .replace('{N}', formatText(run.N, 'N', language))
    .replace('{usd}', formatText(run.usd, 'usd', language))
    .replace('{days}', formatText(run.days, 'days', language))
    .replace('{all}', formatText(outcome.path.all, 'probability', language))
}

class Headlines {
  /** The newest that was looked at; null while it is on its way. */
  current = $state.raw<(Question & { readonly outcome: Outcome }) | null>(null)

  /** By document, which a step never changes. */
  #known = new WeakMap<Plan, Map<string | null, Outcome>>()
  #ask = newest<Question, Outcome>({
    send: ({ document, view }) => call('planner.evaluate', { plan: planOf(document, view), audit: false, frontier: false }),
    answered: (outcome, question) => {
      // A memory, not state.
      // eslint-disable-next-line svelte/prefer-svelte-reactivity
      const own = this.#known.get(question.document) ?? new Map<string | null, Outcome>()
      this.#known.set(question.document, own.set(question.view, outcome))
      this.current = { ...question, outcome }
    },
    // Then the step has its name alone.
    failed: () => undefined,
    frame: onceAFrame((run) => requestAnimationFrame(run))
  })

  look(document: Plan, view: string | null): void {
    const outcome = this.#known.get(document)?.get(view)
    if (outcome === undefined) {
      this.current = null
      this.#ask.ask({ document, view })
    } else {
      this.#ask.drop()
      this.current = { document, view, outcome }
    }
  }
}

export const headlines = new Headlines()
