/** What can be asked for from outside the page's own controls: by keys, and by the application menu where there is one. */
import { onMenuCommand } from './host'

export type Commands = Readonly<Record<string, () => void>>

/** Obeys the application menu; returns the function that stops. */
export const obeyMenu = (commands: Commands): (() => void) => onMenuCommand((command) => commands[command]?.())
