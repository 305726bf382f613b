/** True when every value is a number above 0: absurd inputs can leave the range of numbers, and the answer says so. */
export const finite = (...values: number[]): boolean => values.every((value) => Number.isFinite(value) && value > 0)
