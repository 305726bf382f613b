export const screenEn = {} as const
