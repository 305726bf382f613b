export const capabilitiesZh = {} as const
