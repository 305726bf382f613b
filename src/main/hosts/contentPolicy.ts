/**
 * The content security policy of every page the app shows: scripts, fonts and styles only as files of our own, nothing from any network.
 * `style-src-attr 'unsafe-inline'` is for the style attributes that Plotly and Svelte set; the hash is the empty string's, for the style element
 * that plotly.js-dist creates empty and fills by rule. No `unsafe-eval`, no inline script.
 * @param connect 'none' in Electron (calls go over the bridge), 'self' in the browser host (calls go to the server of the page).
 */
export const contentPolicy = (connect: 'none' | 'self'): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src-elem 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src '${connect}'`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join('; ')

/** Headers of every answer, whatever it is. */
export const securityHeaders = (connect: 'none' | 'self'): Record<string, string> => ({
  'content-security-policy': contentPolicy(connect),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  'cache-control': 'no-store'
})
