/** Emergence beside grokking: both look like a jump, one along scale, the other along time. Texts are notes, so that the table stands in the reader's language. */
import { note } from '../../../shared/notes'
import type { Note } from '../../../shared/notes'

const ASPECTS = ['axis', 'fixed', 'jump', 'before', 'mechanism', 'metric', 'prediction', 'cost', 'sources'] as const

export const comparison = (): { aspect: Note; emergence: Note; grokking: Note }[] =>
  ASPECTS.map((aspect) => ({
    aspect: note(`compare-${aspect}`),
    emergence: note(`compare-${aspect}-emergence`),
    grokking: note(`compare-${aspect}-grokking`)
  }))
