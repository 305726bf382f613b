export function findElectron(environment?: NodeJS.ProcessEnv): string | null
export function fetchElectron(): Promise<{ path: string } | { path: null; why: string }>
export function forRoot(): string[]
