/** No way out of the page, and no way in: whatever a plan or a script on the page may try. */
import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './app'

const POLICY = /Content Security Policy|content policy:|violates the following|Refused to|Fetch API cannot load/

test('the page has nothing of Node and nothing of the other host', async ({ app, page }) => {
  await app.still()
  expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global', 'scalepath'].filter((name) => name in window))).toEqual([])
})

test('everything the page offers stays in the app', async ({ app, page, host }) => {
  await app.outcome('run.N').click()
  await app.still()
  const ways = await page.evaluate(() => ({
    links: [...document.querySelectorAll<HTMLAnchorElement>('a[href], area[href]')].map((link) => link.href),
    targets: document.querySelectorAll('[target]').length,
    frames: document.querySelectorAll('iframe, frame, object, embed, form, base, meta[http-equiv]').length
  }))
  for (const link of ways.links) expect(link.startsWith(`${host.address}#`), link).toBe(true)
  expect(ways).toMatchObject({ targets: 0, frames: 0 })
})

test('a file dropped on the page does not take its place', async ({ app, page, host }) => {
  await app.still()
  const prevented = await page.evaluate(() =>
    ['dragover', 'drop'].map((type) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['<h1>Hijacked</h1>'], 'hijack.html', { type: 'text/html' }))
      const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })
      document.querySelector('main')!.dispatchEvent(event)
      return event.defaultPrevented
    })
  )
  expect(prevented).toEqual([true, true])
  expect(page.url().startsWith(host.address)).toBe(true)
})

test.describe('the policy', () => {
  test.use({ forgiven: [POLICY] })

  test('runs no text as a program', async ({ app, page, watched }) => {
    await app.still()
    const results = await page.evaluate(async () => {
      // In a frame of its own: what is called from the test's own call would be exempt from the policy.
      const attempt = (run: () => unknown): Promise<string> =>
        new Promise((resolve) =>
          requestAnimationFrame(() => {
            try {
              run()
              resolve('ran')
            } catch (problem) {
              resolve((problem as Error).name)
            }
          })
        )
      /* eslint-disable no-eval, no-new-func -- to see them refused */
      return [await attempt(() => (0, eval)('1')), await attempt(() => new Function('return 1')())]
      /* eslint-enable no-eval, no-new-func */
    })
    expect(results).toEqual(['EvalError', 'EvalError'])
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "hijacked"'
      const other = document.createElement('script')
      other.src = 'data:text/javascript,document.title="hijacked"'
      const image = document.createElement('img')
      image.setAttribute('onerror', 'document.title = "hijacked"')
      image.src = 'data:image/png;base64,AAAA'
      const link = document.createElement('a')
      link.href = 'javascript:document.title="hijacked"'
      document.body.append(script, other, image, link)
      link.click()
    })
    await expect.poll(() => watched.problems().filter((problem) => /script/.test(problem)).length).toBeGreaterThanOrEqual(4)
    await expect(page).not.toHaveTitle('hijacked')
  })

  test('lets nothing go elsewhere: no call, picture, frame, style, script or form', async ({ app, page, host, watched }) => {
    await app.still()
    await page.evaluate(() => {
      const away = 'https://example.com/'
      const add = <K extends keyof HTMLElementTagNameMap>(name: K, properties: Partial<HTMLElementTagNameMap[K]>): HTMLElementTagNameMap[K] => {
        const element = Object.assign(document.createElement(name), properties)
        document.body.append(element)
        return element
      }
      void fetch(away).catch(() => undefined)
      void fetch('http://127.0.0.1:1/').catch(() => undefined)
      new WebSocket('ws://127.0.0.1:1/')
      navigator.sendBeacon(`${away}beacon`, 'x')
      add('img', { src: `${away}a.png` })
      add('iframe', { src: `${away}frame` })
      add('link', { rel: 'stylesheet', href: `${away}a.css` })
      add('script', { src: `${away}a.js` })
      add('style', { textContent: 'body { display: none }' })
      add('form', { action: `${away}form`, method: 'post' }).submit()
    })
    for (const blocked of [
      'connect-src https://example.com',
      'connect-src http://127.0.0.1:1',
      'connect-src ws://127.0.0.1:1',
      'connect-src https://example.com/beacon',
      'img-src https://example.com/a.png',
      'frame-src https://example.com',
      'style-src-elem https://example.com/a.css',
      'script-src-elem https://example.com/a.js',
      'style-src-elem inline',
      'form-action https://example.com/form'
    ])
      await expect.poll(() => watched.problems().join('\n'), blocked).toContain(`content policy: ${blocked}`)
    expect(watched.problems().filter((problem) => problem.startsWith('request outside'))).toEqual([])
    expect(page.url().startsWith(host.address)).toBe(true)
  })
})

test('the page opens, and opens again, with nothing on its console', async ({ app, page, watched }) => {
  await page.reload()
  await app.settled()
  expect(watched.problems()).toEqual([])
})

test.describe('another page of the same browser', () => {
  const other = async (context: BrowserContext, body: string): Promise<Page> => {
    const page = await context.newPage()
    await page.route('http://other.test/', (route) => route.fulfill({ contentType: 'text/html', body }))
    await page.goto('http://other.test/')
    return page
  }

  test('cannot show the app inside itself', async ({ host, context }) => {
    const page = await other(context, `<iframe src="${host.address}"></iframe>`)
    const frame = page.frames().find((each) => each !== page.mainFrame())
    await expect.poll(() => frame?.url()).toMatch(/^chrome-error:/)
    expect(await frame?.locator('main').count()).toBe(0)
  })

  test('cannot call the host, even if it knows the address', async ({ host, context }) => {
    await host.call('settings.set', { theme: 'dark' })
    const page = await other(context, '<p>other</p>')
    const refused = await page.evaluate(async (address) => {
      const body = '{"theme":"light"}'
      const call = (init: RequestInit) =>
        fetch(`${address}call/settings.set`, { method: 'POST', body, ...init }).then(
          () => 'sent',
          () => 'refused'
        )
      await call({ mode: 'no-cors', headers: { 'content-type': 'text/plain' } })
      return call({ headers: { 'content-type': 'application/json' } })
    }, host.address)
    expect(refused).toBe('refused')
    expect((await host.call('settings.get', {})).theme).toBe('dark')
  })
})

test('an address without the key shows nothing of the app', async ({ page, host }) => {
  const answer = await page.goto(`${host.origin}/`)
  expect(answer?.status()).toBe(403)
  expect(await page.textContent('body')).toContain('lacks the key')
})
