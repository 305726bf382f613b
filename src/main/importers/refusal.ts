/** A file that cannot be read at all: what `import.read` rejects with. Its texts and values cross from the worker. */
import { note, type NoteCode } from '../../shared/notes'

export class ImportRefusal extends Error {
  readonly code: string
  /** The field of the input that is refused. */
  readonly path: string
  readonly values: Record<string, number | string>
  constructor(code: NoteCode, values: Record<string, number | string> = {}, path = 'text') {
    super(note(code, values).message)
    this.name = 'ImportRefusal'
    this.code = code
    this.path = path
    this.values = values
  }
}
