/** The smaller questions of `emergence.*`: predicting a threshold, in-context learning, complexity, phase transitions, exact match, loss to score, chance. */
export const theoryContract = {} as const
