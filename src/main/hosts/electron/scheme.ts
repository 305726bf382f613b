/** The app's own scheme, `app://plan/…`: only the built files, from an allow-list made at the start, each answer with the policy in its headers. */
import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import type { BuiltFile } from '../builtFiles'
import { securityHeaders } from '../contentPolicy'

export const APP_ORIGIN = 'app://plan'

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

export function serveScheme(files: ReadonlyMap<string, BuiltFile>): void {
  protocol.handle('app', async (request) => {
    const headers = securityHeaders('none')
    const { host, pathname } = new URL(request.url)
    const file = host === 'plan' && request.method === 'GET' ? files.get(pathname.slice(1)) : undefined
    if (file === undefined) return new Response('403: this is not one of the files of the app\n', { status: 403, headers })
    return new Response(new Uint8Array(await readFile(file.path)), { headers: { ...headers, 'content-type': file.mediaType } })
  })
}

/** Whether a frame shows our own page: nothing else may call. */
export const isOurs = (url: string, developmentOrigin: string | null): boolean =>
  url.startsWith(`${APP_ORIGIN}/`) || (developmentOrigin !== null && url.startsWith(`${developmentOrigin}/`))
