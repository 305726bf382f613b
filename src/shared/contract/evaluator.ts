/** `evaluator.*`: scores of per-sample outputs. */
export const evaluatorContract = {} as const
