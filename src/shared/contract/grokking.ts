/** `grokking.*`: memorisation and generalisation in a training curve. */
export const grokkingContract = {} as const
