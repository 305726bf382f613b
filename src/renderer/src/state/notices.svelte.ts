/** Short messages over the page (a sentence, perhaps with Undo) and the one polite announcement for screen readers. */

export interface Notice {
  readonly id: number
  readonly text: string
  readonly action: { readonly label: string; readonly run: () => void } | null
}

const SHOWN_MS = 8000
const ANNOUNCED_AFTER_MS = 500

class Notices {
  list = $state.raw<readonly Notice[]>([])
  /** What the live region says. */
  announcement = $state('')
  #next = 1
  #timers = new Map<number, ReturnType<typeof setTimeout>>()
  #announcing: ReturnType<typeof setTimeout> | undefined

  show(text: string, action: Notice['action'] = null): void {
    const id = this.#next++
    this.list = [...this.list.slice(-2), { id, text, action }]
    this.resume(id)
    this.announce(text)
  }

  dismiss(id: number): void {
    this.hold(id)
    this.list = this.list.filter((n) => n.id !== id)
  }

  /** A notice stays while it is pointed at or has the focus. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
  }

  resume(id: number): void {
    this.hold(id)
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), SHOWN_MS)
    )
  }

  /** Says a text once things have been quiet for half a second; a newer text replaces one not yet said. */
  announce(text: string): void {
    clearTimeout(this.#announcing)
    this.#announcing = setTimeout(() => (this.announcement = text), ANNOUNCED_AFTER_MS)
  }
}

export const notices = new Notices()
