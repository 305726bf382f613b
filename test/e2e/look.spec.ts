/** How the app looks beside what the walk through every screen sees: the examples, what is seen at once, what moves, and that the checks see faults at all. */
import { expect, test } from './app'
import { sidewaysScroll, textFaults } from './layout'
import { Screen } from './screen'
import { SIZES, soundly } from './sound'

for (const language of ['en', 'zh'] as const)
  test.describe(language, () => {
    test.use({ settings: { language, theme: 'light' }, opens: 'first start' })

    test('at 1280 × 720 the sentence, the frontier, the path and five rows are seen without scrolling', async ({ app, page, watched }) => {
      const screen = new Screen(page, watched, language)
      const rows = screen.table.getByRole('row')
      await expect(rows).toHaveCount(6)
      for (const part of [screen.answer, page.getByRole('figure').first(), page.getByRole('region', { name: screen.text.path.title }), ...(await rows.all())])
        await expect.soft(part).toBeInViewport({ ratio: 0.99 })
      await app.still()
    })
  })

for (const language of ['en', 'zh'] as const)
  test.describe(`the other examples, ${language}`, () => {
    test.use({ settings: { language, theme: 'light' }, opens: { example: 'code' } })

    test('are drawn without a fault', async ({ app, page, host }) => {
      for (const example of ['code', 'multilingual']) {
        if (example !== 'code') {
          await host.call('documents.open', { example })
          await page.reload()
        }
        for (const size of SIZES) {
          await page.setViewportSize(size)
          await app.settled()
          await soundly(page, `${example} at ${size.width}`)
        }
      }
    })
  })

test('the checks see faults where there are some', async ({ app, page }) => {
  await app.still()
  await page.evaluate(() => {
    const add = (text: string, style: string): void => void document.body.append(Object.assign(document.createElement('p'), { textContent: text, style }))
    add('beneath', 'position: fixed; top: 60px; left: 500px')
    add('above', 'position: fixed; top: 63px; left: 510px')
    add('a text that is too long', 'position: fixed; bottom: 100px; left: 500px; width: 40px; overflow: hidden; white-space: nowrap')
    add('wide', 'width: 4000px')
    // Far below what the window shows.
    const below = document.querySelector('main')!
    for (const [text, style] of [
      ['one far below', 'position: absolute; top: 3000px; left: 300px'],
      ['another far below', 'position: absolute; top: 3003px; left: 310px'],
      ['cut off far below', 'position: absolute; top: 3100px; left: 300px; width: 30px; overflow: hidden; white-space: nowrap']
    ] as const)
      below.append(Object.assign(document.createElement('p'), { textContent: text, style }))
  })
  const { clipped, overlapping } = await textFaults(page)
  expect(clipped).toContain('cut off far below')
  expect(overlapping.join()).toMatch(/“one far below” and “another far below”/)
  expect(clipped).toContain('a text that is too long')
  expect(overlapping.join()).toMatch(/“beneath” and “above”|“above” and “beneath”/)
  expect(await sidewaysScroll(page)).not.toEqual([])
})

test('nothing moves when Plotly arrives', async ({ app, page }) => {
  await app.still()
  const shifts = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve((list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]).reduce((sum, { value }) => sum + value, 0))
        ).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))
      })
  )
  expect(shifts).toBeLessThan(0.01)
})
