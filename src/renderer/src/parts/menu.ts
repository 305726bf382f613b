/** What a menu lists: choices in groups. */
import type { IconName } from './icons'

export interface Item {
  readonly label: string
  /** Beside the label: a size, a year. */
  readonly detail?: string
  /** Colour of a dot before the label. */
  readonly colour?: string
  readonly chosen?: boolean
  readonly run: () => void
  /** A second thing that can be done with it, at the end of its row. */
  readonly aside?: { readonly label: string; readonly icon: IconName; readonly run: () => void }
}

export interface Group {
  readonly title?: string
  readonly items: readonly Item[]
}
