/** Files that are dragged over the window: the screen that takes files says so while it is shown, and wherever on the page they are let go they are its. */

class Drops {
  /** True while files hover over a page that takes them. */
  over = $state(false)
  #take: ((files: File[]) => void) | null = null

  /** From now on files are taken; the function returned ends that. */
  accept(take: (files: File[]) => void): () => void {
    this.#take = take
    return () => {
      if (this.#take !== take) return
      this.#take = null
      this.over = false
    }
  }

  /** What hovers: a page that takes no files refuses them, since a file that is dropped must not take the page's place. */
  hover(event: DragEvent): void {
    if (!hasFiles(event)) return
    event.preventDefault()
    this.over = this.#take !== null
    event.dataTransfer!.dropEffect = this.over ? 'copy' : 'none'
  }

  leave(event: DragEvent): void {
    if (event.relatedTarget === null) this.over = false
  }

  drop(event: DragEvent): void {
    if (!hasFiles(event)) return
    event.preventDefault()
    this.over = false
    this.#take?.([...event.dataTransfer!.files])
  }
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true

export const drops = new Drops()
