import { tick } from 'svelte'

/** Of the fields of an input, one that can be seen, or that stands in a part of the page that can be opened. */
const fieldOf = (id: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`[data-input="${CSS.escape(id)}"]`)].find((field) => field.checkVisibility() || field.closest('details') !== null)

/** Brings an input of the screen to the reader: opens what hides it, scrolls there and gives it the focus. False when it is not on this screen. */
export function focusInput(id: string): boolean {
  const field = fieldOf(id)
  if (!field) return false
  const hidden = field.closest('details')
  if (hidden) hidden.open = true
  field.scrollIntoView({ block: 'nearest' })
  field.focus({ preventScroll: true })
  return true
}

/** The same for an input that may stand among the details of its target, which are opened for it. */
export async function bringInput(id: string): Promise<boolean> {
  if (focusInput(id)) return true
  const target = id.includes('@') ? id.slice(id.indexOf('@') + 1) : null
  const details = target === null ? null : document.querySelector<HTMLElement>(`[data-details="${CSS.escape(target)}"]`)
  if (!details) return false
  details.scrollIntoView({ block: 'nearest' })
  if (details.getAttribute('aria-expanded') !== 'true') details.click()
  await tick()
  if (focusInput(id)) return true
  details.click()
  return false
}
