/** How the base is drawn behind the scenario on screen: thin and dashed, in every figure. */
export const GHOST = { width: 1.25, dash: '5px,4px' } as const
