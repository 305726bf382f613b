/** Notes of fits to the planner’s own runs. */
export const fitNotesEn = {} as const
