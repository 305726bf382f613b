/** Groups of tasks and their members: a group's score is a mean over its members, so that the two never stand side by side. */

export interface TaskGroups {
  isGroup: (task: string) => boolean
  isMember: (task: string) => boolean
  /** Groups with members among the results, and how many. */
  found: { group: string; members: number }[]
}

/**
 * @param tasks everything with results
 * @param groups names of groups with their direct members, groups or tasks, as far as the file tells
 */
export function taskGroups(tasks: readonly string[], groups: ReadonlyMap<string, readonly string[]>): TaskGroups {
  const there = new Set(tasks)
  const membersOf = (group: string): string[] => (groups.get(group) ?? []).filter((member) => member !== group && there.has(member))
  // A group without any of its members is all that the file has of it, and stays.
  const found = [...groups.keys()]
    .filter((group) => there.has(group) && membersOf(group).length > 0)
    .map((group) => ({ group, members: membersOf(group).length }))
  const areGroups = new Set(found.map(({ group }) => group))
  const members = new Set(found.flatMap(({ group }) => membersOf(group)))
  return { isGroup: (task) => areGroups.has(task), isMember: (task) => members.has(task), found }
}
