/** `laws.fit`: a law fitted to the planner’s own runs. */
export const fitContract = {} as const
