export const quantitiesEn = {} as const
