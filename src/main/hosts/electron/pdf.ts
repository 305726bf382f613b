/** HTML → PDF in a hidden window without scripts, in a session apart from the app's that may load nothing but the document itself. */
import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import type { PrintPdf } from '../../api/report'

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

export const printPdf: PrintPdf = async (html, paper) => {
  const address = `app://report/${randomUUID()}`
  const apart = session.fromPartition(address)
  apart.protocol.handle('app', (request) =>
    request.url === address
      ? new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY } })
      : new Response(null, { status: 403 })
  )
  apart.webRequest.onBeforeRequest((request, answer) => answer({ cancel: request.url !== address && !request.url.startsWith('data:') }))
  apart.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: apart, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, webSecurity: true }
  })
  try {
    await window.loadURL(address)
    return await window.webContents.printToPDF({
      pageSize: paper,
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true
    })
  } finally {
    window.destroy()
  }
}
