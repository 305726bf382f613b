/** What must not happen on a page, whatever a test does: an error, a broken content policy, a request that leaves the host. */
import type { BrowserContext } from '@playwright/test'

export interface Watch {
  /** What went wrong, in the order in which it did. */
  readonly problems: () => readonly string[]
  /** Calls of the api that have not been answered. */
  readonly calls: () => number
}

const LOCAL = /^(data|blob|about):/

/** Watches every page of a context, from before its first script. */
export async function watch(context: BrowserContext, origin: () => string): Promise<Watch> {
  const problems: string[] = []
  const left = new Map<unknown, string>()
  const calls = new Set<unknown>()
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console ${message.type()}: ${message.text()}`)
  })
  context.on('weberror', (error) => problems.push(`page error: ${error.error().message}`))
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin()}/`) && !LOCAL.test(url)) left.set(request, `request outside the host: ${url}`)
    if (url.includes('/call/')) calls.add(request)
  })
  context.on('requestfinished', (request) => calls.delete(request))
  context.on('requestfailed', (request) => {
    calls.delete(request)
    // What the policy stopped has not left.
    if (request.failure()?.errorText === 'csp') left.delete(request)
  })
  context.on('response', (response) => {
    if (response.status() === 403) problems.push(`refused by the host: ${response.url()}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`content policy: ${event.violatedDirective} ${event.blockedURI}`))
  })
  return { problems: () => [...problems, ...left.values()], calls: () => calls.size }
}
