/**
 * Who may talk to the loopback server. Three independent locks: the Host header is exactly our own authority (stops DNS rebinding), the Origin, when there
 * is one, is our own (stops other sites), and the address starts with this run's secret key (stops other users and programs of the machine).
 */
import { timingSafeEqual } from 'node:crypto'

export interface Asked {
  method: string
  url: string
  host: string | undefined
  origin: string | undefined
  /** Sec-Fetch-Site, sent by browsers only. */
  site: string | undefined
}

/** `address` is what is left of the path after the key, without a query, such as `assets/index.js` or `call/laws.list`. */
export type Admission = { admitted: true; address: string } | { admitted: false; reason: string }

/** @param authority `127.0.0.1:port` · @param key secret of this run, first part of every path */
export function admit(asked: Asked, authority: string, key: string): Admission {
  if (asked.host !== authority) return refuse('this is not the host that the server listens as')
  if (asked.origin !== undefined && asked.origin !== `http://${authority}`) return refuse('calls from other origins are not answered')
  if (asked.site !== undefined && asked.site !== 'same-origin' && asked.site !== 'none') return refuse('calls from other sites are not answered')
  const path = asked.url.split(/[?#]/, 1)[0] ?? ''
  const [, given = '', ...rest] = path.split('/')
  if (!sameSecret(given, key) || rest.length === 0) return refuse('the address lacks the key of this run; use the address that the app printed when it started')
  return { admitted: true, address: rest.join('/') }
}

const refuse = (reason: string): Admission => ({ admitted: false, reason })

export function sameSecret(given: string, secret: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(secret)
  return a.length === b.length && timingSafeEqual(a, b)
}
