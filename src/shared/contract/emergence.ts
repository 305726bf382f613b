/** `emergence.*`: does a capability appear with scale, where, and does only its metric jump? */
export const emergenceContract = {} as const
