/** How the cells of rows that were read are shown. */
import { formatText } from '../../../../shared/text/format'
import type { Language } from '../../../../shared/text/messages'

const KINDS: Readonly<Record<string, 'N' | 'D' | 'C' | 'number'>> = { N: 'N', D: 'D', C: 'C' }
const TEXTS = new Set(['model', 'family', 'run', 'task', 'metric', 'higherIsBetter'])

export const shownCell = (column: string, cell: string, language: Language): string =>
  cell === '' || TEXTS.has(column) ? cell : formatText(Number(cell), KINDS[column] ?? 'number', language)
