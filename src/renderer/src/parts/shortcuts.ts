/** Keys that work everywhere: save, undo, redo. In a text field undo belongs to the text. */
import { composing, isTextField } from './keys'

export function shortcuts(event: KeyboardEvent, commands: Readonly<Record<string, () => void>>): void {
  if (composing(event) || event.altKey || !(event.ctrlKey || event.metaKey)) return
  const key = event.key.toLowerCase()
  const command =
    key === 's' && !event.shiftKey ? 'save' : key === 'p' ? 'report' : key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : null
  if (command === null || (command !== 'save' && command !== 'report' && isTextField(event.target))) return
  event.preventDefault()
  commands[command]?.()
}
