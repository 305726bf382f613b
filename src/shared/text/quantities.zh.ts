export const quantitiesZh = {} as const
