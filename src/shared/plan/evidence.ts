/** Which of a target's evidence counts. */
import type { Entry, Target } from './schema'

/** An entry counts when it is ticked and on the target's own axis; then it stands in for the target's critical scale. */
export const counts = (entry: Entry, axis: Target['axis']): boolean => entry.ticked && entry.axis === axis

export const countedEntries = ({ entries, axis }: Pick<Target, 'entries' | 'axis'>): Entry[] => entries.filter((entry) => counts(entry, axis))
