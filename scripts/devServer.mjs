/**
 * The browser host while developing: Vite serves the renderer with hot reload under this run's key, and answers calls with the sources of the main process.
 * Looser than the real host in one way: Vite needs inline styles and a socket, so no content security policy is sent.
 */
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { createServer } from 'vite'

/** @returns {Promise<string>} the address, with the key */
export async function serveForDevelopment(root, port, plan, key = randomBytes(12).toString('base64url')) {
  const server = await createServer({
    configFile: false,
    root: resolve(root, 'src/renderer'),
    base: `/${key}/`,
    plugins: [svelte({ configFile: resolve(root, 'svelte.config.js') }), answerCalls(root, plan, key)],
    server: { host: '127.0.0.1', port, fs: { allow: [root] } },
    optimizeDeps: { include: ['plotly.js-dist'] },
    clearScreen: false
  })
  await server.listen()
  return `http://127.0.0.1:${server.httpServer.address().port}/${key}/`
}

function answerCalls(root, plan, key) {
  const source = (path) => resolve(root, 'src/main/hosts', path)
  let made = null
  /** The app made from today's sources: a new one after each edit. */
  async function app(server) {
    const module = await server.ssrLoadModule(source('app.ts'))
    if (made?.module !== module) {
      await made?.app.close()
      const { printPdf } = await server.ssrLoadModule(source('browser/pdf.ts'))
      made = { module, app: await module.createApp({ host: 'browser', root, plan, printPdf }) }
    }
    return made.app
  }
  return {
    name: 'scalepath-calls',
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        if (request.method !== 'POST') return next()
        try {
          const { admit } = await server.ssrLoadModule(source('browser/guard.ts'))
          const { answerCall } = await server.ssrLoadModule(source('browser/callOverHttp.ts'))
          const { method, headers } = request
          const url = request.originalUrl ?? request.url
          const admission = admit({ method, url, host: headers.host, origin: headers.origin, site: headers['sec-fetch-site'] }, headers.host, key)
          if (!admission.admitted || !admission.address.startsWith('call/')) return response.writeHead(403).end(admission.reason)
          await answerCall((await app(server)).handle, admission.address.slice('call/'.length), request, response)
        } catch (problem) {
          server.ssrFixStacktrace(problem)
          console.error(problem)
          response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify({ code: 'internal', message: String(problem), path: '' }))
        }
      })
    }
  }
}
