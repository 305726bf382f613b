export const reportZh = {} as const
