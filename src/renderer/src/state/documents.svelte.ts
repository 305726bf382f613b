/** The library of plans: what there is to open, and what can be done with a document. */
import type { DocumentInfo, Output } from '../../../shared/contract'
import { MOST_BYTES } from '../../../shared/plan/fileLimit'
import { call } from './host'
import { planning } from './plan.svelte'

class DocumentsState {
  list = $state.raw<readonly DocumentInfo[]>([])
  examples = $state.raw<readonly { id: string; name: string }[]>([])

  /** The document the app starts with. */
  async start(): Promise<void> {
    planning.show(await call('documents.current', {}))
  }

  async refresh(): Promise<void> {
    await planning.settled()
    const { documents, examples } = await call('documents.list', {})
    this.list = documents
    this.examples = examples
  }

  async open(what: { id: string } | { example: string } | { text: string; name?: string } | { backup: string }): Promise<void> {
    await planning.settled()
    planning.show(await call('documents.open', what))
  }

  /** A file that the person chose. One that is no plan by its size alone is not read. */
  async openFile(file: File): Promise<void> {
    const name = file.name.replace(/(\.scalepath)?\.json$/i, '')
    if (file.size <= MOST_BYTES) return this.open({ text: await file.text(), name })
    const values = { megabytes: Math.round(file.size / 1e5) / 10, limit: MOST_BYTES / 1e6 }
    planning.damage = { name, notes: [{ code: 'file-too-large', message: `a plan is at most ${values.limit} MB`, values }], backups: [] }
  }

  /** A second document with the same plan. */
  async duplicate(): Promise<void> {
    const plan = planning.document
    if (!plan) return
    const file = await call('documents.export', { plan })
    await this.open({ text: new TextDecoder().decode(bytesOf(file.base64)), name: file.fileName })
  }

  /** Takes a document out of the library; when it is the one on screen, another takes its place. */
  async remove(info: DocumentInfo): Promise<void> {
    await planning.settled()
    await call('documents.remove', { id: info.id })
    if (planning.info?.id === info.id) await this.start()
    await this.refresh()
  }

  async restore(info: DocumentInfo): Promise<void> {
    const { id } = await call('documents.restore', { id: info.id })
    await this.open({ id })
    await this.refresh()
  }

  async exportPlan(): Promise<void> {
    const plan = planning.document
    if (plan) download(await call('documents.export', { plan }))
  }
}

type Bytes = Output<'documents.export'>

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

/** Hands a file made by the host to the person. */
export function download({ fileName, mediaType, base64 }: Bytes): void {
  const address = URL.createObjectURL(new Blob([bytesOf(base64)], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download has its own hold on the bytes once the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export const documents = new DocumentsState()
