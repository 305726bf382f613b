/** No way out of the page, and no way in: whatever a plan or a script on the page may try. */
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
      return [await attempt(() => (0, eval)('1')), await attempt(() => new Function('return 1')())]
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
    await expect.poll(() => watched.problems.filter((problem) => /script/.test(problem)).length).toBeGreaterThanOrEqual(4)
    await expect(page).not.toHaveTitle('hijacked')
  })

  test('lets nothing go elsewhere: no call, picture, frame, style, font or form', async ({ app, page, host }) => {
    await app.still()
    const results = await page.evaluate(async () => {
      const away = 'https://example.com/'
      const failed = (element: HTMLElement): Promise<string> =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true })
          document.body.append(element)
        })
      const made = <K extends keyof HTMLElementTagNameMap>(name: K, properties: Partial<HTMLElementTagNameMap[K]>): HTMLElementTagNameMap[K] =>
        Object.assign(document.createElement(name), properties)
      const form = made('form', { action: away, method: 'post' })
      const submitted = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true })
        document.body.append(form)
        form.submit()
      })
      return [
        await fetch(away).then(
          () => 'answered',
          () => 'blocked'
        ),
        await submitted,
        await failed(made('img', { src: `${away}a.png` })),
        await failed(made('iframe', { src: away })),
        await failed(made('link', { rel: 'stylesheet', href: `${away}a.css` })),
        await failed(made('script', { src: `${away}a.js` })),
        await failed(made('style', { textContent: 'body { display: none }' })),
        navigator.sendBeacon(away, 'x') ? 'queued' : 'blocked'
      ]
    })
    expect(results.slice(0, 7)).toEqual(['blocked', 'form-action', 'img-src', 'frame-src', 'style-src-elem', 'script-src-elem', 'style-src-elem'])
    expect(page.url().startsWith(host.address)).toBe(true)
    await expect(app.answer).toBeVisible()
  })
})

test.describe('in another page', () => {
  test('the app cannot be framed', async ({ page, host, browser }) => {
    await page.close()
    const context = await browser.newContext()
    const other = await context.newPage()
    await other.setContent(`<iframe src="${host.address}"></iframe>`)
    await expect.poll(() => other.frames().at(-1)!.url()).toMatch(/^chrome-error:|^$/)
    await context.close()
  })
})
