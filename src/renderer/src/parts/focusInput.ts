/** Brings an input of the screen to the reader: opens what hides it, scrolls there and gives it the focus. False when it is not on this screen. */
export function focusInput(id: string): boolean {
  const field = document.querySelector<HTMLElement>(`[data-input="${CSS.escape(id)}"]`)
  if (!field) return false
  const hidden = field.closest('details')
  if (hidden) hidden.open = true
  field.scrollIntoView({ block: 'nearest' })
  field.focus({ preventScroll: true })
  return true
}
