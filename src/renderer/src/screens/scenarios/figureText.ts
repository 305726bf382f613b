/** Words of a figure's frame: those of the frontier, for every figure alike. */
import type { Messages } from '../../../../shared/text/messages'

export function figureText({ screen: { frontier } }: Messages) {
  return { ...frontier.buttons, computing: frontier.computing, failed: frontier.failed }
}
