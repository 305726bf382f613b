/** A file of the person's, slice by slice as Base64: what one call of the contract can carry. */
import { note } from '../../../shared/note'
import { CallRefused } from './host'

/** Bytes of a slice: a multiple of three, so that Base64 needs no padding within a file, and small enough to be read between two frames or three. */
const SLICE = 3_000_000

export async function* fileSlices(file: File): AsyncGenerator<{ at: number; base64: string }> {
  for (let at = 0; at < file.size; at += SLICE) yield { at, base64: await base64Of(file.slice(at, at + SLICE), file.name) }
}

function base64Of(slice: Blob, fileName: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const address = String(reader.result)
      resolve(address.slice(address.indexOf(',') + 1))
    }
    reader.onerror = () => reject(new CallRefused({ ...note('intake-unreadable', { fileName }), path: '' }))
    reader.readAsDataURL(slice)
  })
}
