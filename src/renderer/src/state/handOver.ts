/** Hands a file of the person's over to the host, slice by slice as Base64: what one call of the contract can carry. */
import { note } from '../../../shared/note'
import { CallRefused, call } from './host'
import type { Source } from './intakeKept'

/** Bytes of a slice: a multiple of three, so that Base64 needs no padding within a file, and few enough for the page to stay responsive. */
const SLICE = 3_000_000
const LONGEST_NAME = 300

/** @param tell bytes that have arrived */
export async function handOver(file: File, signal: AbortSignal, tell: (received: number) => void): Promise<Source> {
  const name = file.name.slice(-LONGEST_NAME)
  // Not cancelled: a file that was begun must be known, to be discarded.
  const begun = await call('import.begin', { fileName: name, size: file.size })
  try {
    for (let at = 0; at < file.size; at += SLICE) {
      const base64 = await base64Of(file.slice(at, at + SLICE), name)
      const { received } = await call('import.append', { file: begun.file, at, base64 }, { signal })
      tell(received)
    }
    return { kind: 'file', file: begun.file, name, size: file.size }
  } catch (reason) {
    discard(begun.file)
    throw reason
  }
}

/** What cannot be removed now goes with what no screen shows any more. */
export const discard = (file: string): void => void call('import.discard', { file }).catch(() => undefined)

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
