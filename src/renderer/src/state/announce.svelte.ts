/** Says a changed answer once, half a second after the last change: for those who do not see it. */
import { formatText } from '../../../shared/text/format'
import { reader } from './language.svelte'
import { notices } from './notices.svelte'
import { outcomes } from './outcome.svelte'

/** Call once, while a component is set up. */
export function announceOutcome(): void {
  let first = true
  $effect(() => {
    const outcome = outcomes.current
    const run = outcome?.targets.find((t) => t.id === outcome.focus)?.required
    const { language, text } = reader
    if (!outcome) return
    const said = run
      ? text.screen.announced
          .replace('{N}', formatText(run.N, 'N', language))
          .replace('{usd}', formatText(run.usd, 'usd', language))
          .replace('{days}', formatText(run.days, 'days', language))
          .replace('{all}', formatText(outcome.path.all, 'probability', language))
      : text.screen.status.outOfReach
    if (!first) notices.announce(said)
    first = false
  })
}
