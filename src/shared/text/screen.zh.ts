export const screenZh = {} as const
