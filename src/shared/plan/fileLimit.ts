/** Largest plan file that is read, in bytes: far above any plan, and below what a host takes in one call. */
export const MOST_BYTES = 20e6
