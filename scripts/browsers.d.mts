export function findBrowser(environment?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): string | null
export function hasDisplay(environment?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): boolean
