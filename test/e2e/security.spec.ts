import { expect, test } from './app'

test('the first screen opens, and opens again, without a console message, a broken policy or a request outside the host', async ({ page, host, watched }) => {
  await page.goto(host.address)
  await expect(page.locator('main')).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.reload()
  await expect(page.locator('main')).toBeVisible()
  expect(watched.problems).toEqual([])
})

test.describe('the page cannot', () => {
  test.beforeEach(async ({ page, host }) => {
    await page.goto(host.address)
  })

  test('evaluate text or run an inline script', async ({ page }) => {
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "hijacked"'
      document.head.append(script)
    })
    expect(await page.title()).not.toBe('hijacked')
    const evaluated = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => resolve(violatedDirective), { once: true })
          const link = document.createElement('a')
          link.href = 'javascript:document.title="hijacked"'
          link.click()
        })
    )
    expect(evaluated).toMatch(/^script-src/)
    expect(await page.title()).not.toBe('hijacked')
  })

  test('reach another origin, or another server of this computer', async ({ page }) => {
    for (const url of ['https://example.com/', 'http://127.0.0.1:1/', 'ws://127.0.0.1:1/']) {
      const answer = await page.evaluate((to) => {
        const violated = new Promise((resolve) =>
          document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => resolve(violatedDirective), { once: true })
        )
        if (to.startsWith('ws')) new WebSocket(to)
        else void fetch(to).catch(() => undefined)
        return violated
      }, url)
      expect(answer).toBe('connect-src')
    }
  })

  test('be shown inside another page', async ({ page, host, context }) => {
    const other = await context.newPage()
    await other.route('http://other.test/', (route) => route.fulfill({ contentType: 'text/html', body: `<iframe src="${host.address}"></iframe>` }))
    await other.goto('http://other.test/')
    await other.waitForLoadState('networkidle')
    const frame = other.frames().find((each) => each !== other.mainFrame())
    expect(await frame?.locator('main').count()).toBe(0)
    await page.bringToFront()
  })
})

test('another page of the same browser cannot call the host, even if it knows the address', async ({ host, context }) => {
  await host.call('settings.set', { theme: 'dark' })
  const other = await context.newPage()
  await other.route('http://other.test/', (route) => route.fulfill({ contentType: 'text/html', body: '<p>other</p>' }))
  await other.goto('http://other.test/')
  const refused = await other.evaluate(async (address) => {
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

test('an address without the key shows nothing of the app', async ({ page, host }) => {
  const { origin } = new URL(host.address)
  const answer = await page.goto(`${origin}/`)
  expect(answer?.status()).toBe(403)
  expect(await page.textContent('body')).toContain('lacks the key')
})
