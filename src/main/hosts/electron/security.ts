/** Everything that a page must not do: leave, open windows, embed, ask for devices, or reach any network. */
import { app, session } from 'electron'
import { APP_ORIGIN, isOurs } from './scheme'

/** Writing text or a picture to the clipboard, after the planner asked for it. */
const ALLOWED_PERMISSION = 'clipboard-sanitized-write'

/** Must run before the first window. @param developmentOrigin of the development server, null in the product */
export function lockDown(developmentOrigin: string | null): void {
  // The development server reloads its page; the product's page never does.
  const stay = (event: { url: string; preventDefault: () => void }): void => {
    if (developmentOrigin === null || !event.url.startsWith(`${developmentOrigin}/`)) event.preventDefault()
  }
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === ALLOWED_PERMISSION && isOurs(contents.getURL(), developmentOrigin))
  )
  defaultSession.setPermissionCheckHandler(
    (contents, permission) => permission === ALLOWED_PERMISSION && contents !== null && isOurs(contents.getURL(), developmentOrigin)
  )
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !mayLoad(request.url, developmentOrigin) }))
  // The page saves files only from data of its own.
  defaultSession.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${developmentOrigin ?? APP_ORIGIN}`)) event.preventDefault()
  })
}

/** Offline by construction: our files, pictures made in the page, the developer tools; while developing also the development server. */
export function mayLoad(url: string, developmentOrigin: string | null): boolean {
  if (url.startsWith(`${APP_ORIGIN}/`) || url.startsWith('blob:') || url.startsWith('data:') || url.startsWith('devtools:')) return true
  if (developmentOrigin === null) return false
  return url.startsWith(`${developmentOrigin}/`) || url.startsWith(`${developmentOrigin.replace(/^http/, 'ws')}/`)
}
