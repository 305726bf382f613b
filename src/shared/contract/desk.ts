/** `desk.*`: what a screen shows that belongs to no plan (chosen file, columns, options), kept across restarts. */
import * as z from 'zod'
import { readJson } from '../plan/fileText'
import { oneOf, open } from '../plan/rules'
import { procedure, warnings } from './procedure'

/** The screens that keep something. */
export const DESKS = ['lab', 'grokking', 'laws', 'fit', 'targets', 'costs', 'path', 'theory'] as const
export type DeskName = (typeof DESKS)[number]

/** Most that a screen may keep, in characters of JSON. */
const LONGEST_STATE = 5_000_000

export const deskContract = {
  'desk.get': procedure({
    about: 'What a screen kept; null where it kept nothing, or what it kept cannot be read, which the notes then say once.',
    example: { name: 'lab' },
    input: open({ name: oneOf(DESKS) }),
    output: z.object({ state: z.unknown(), notes: warnings })
  }),
  'desk.set': procedure({
    about: 'Keeps what a screen shows, in place of what it kept before; the notes say when it is held in memory only.',
    example: { name: 'lab', state: { scale: 'N' } },
    input: open({
      name: oneOf(DESKS),
      state: z.unknown().refine(isKeepable, { error: `expected JSON of at most ${LONGEST_STATE} characters, such as {"scale": "N"}` })
    }),
    output: z.object({ notes: warnings })
  })
} as const

/** What reads back as it is written. */
function isKeepable(state: unknown): boolean {
  if (state === undefined) return false
  try {
    const text = JSON.stringify(state)
    return text.length <= LONGEST_STATE && !('refused' in readJson(text))
  } catch {
    // Nested more deeply than JSON can be written.
    return false
  }
}
