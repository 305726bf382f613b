/** Says a changed answer once, half a second after the last change: for those who do not see it. */
import { headlineOf } from './headlines.svelte'
import { reader } from './language.svelte'
import { notices } from './notices.svelte'
import { outcomes } from './outcome.svelte'

/** Call once, while a component is set up. */
export function announceOutcome(): void {
  let first = true
  $effect(() => {
    const outcome = outcomes.current
    const { language, text } = reader
    if (!outcome) return
    const said = headlineOf(outcome, text, language)
    if (!first) notices.announce(said)
    first = false
  })
}
