/** Notes of a simulation or of what drives an outcome that the answer does not give already: those stand under "Watch". Each once. */
import type { Note } from '../../../../shared/notes'

const keyOf = ({ code, values }: Note): string => JSON.stringify([code, values])

export function beyondAnswer(answer: readonly Note[], ...others: readonly (readonly Note[])[]): Note[] {
  const said = new Set(answer.map(keyOf))
  return others.flat().filter((note) => {
    const key = keyOf(note)
    const isNew = !said.has(key)
    said.add(key)
    return isNew
  })
}
