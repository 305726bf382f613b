export const capabilitiesEn = {} as const
