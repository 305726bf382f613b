/** Keys while an input method is composing belong to it: Enter chooses a character there (keyCode 229 is Safari's and old Chromium's word for it). */
export const composing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229

/** A key that would type something: opens a field with that character in it. */
export const types = (event: KeyboardEvent): boolean =>
  !composing(event) && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey

export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'range'))
