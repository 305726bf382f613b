/** How the app looks: pictures of it for the documentation, and what must be true of every one of them. */
import { expect, test } from './app'
import { sidewaysScroll, textFaults } from './layout'
import { Screen } from './screen'
import { MAY_BE_CUT, SIZES, soundly, take } from './sound'
import { NAMES_MAY_BE_CUT, withScenarios } from './withScenarios'

for (const language of ['en', 'zh'] as const)
  for (const theme of ['light', 'dark'] as const)
    test.describe(`${language}, ${theme}`, () => {
      test.use({ settings: { language, theme }, opens: 'first start' })

      test('the screens are drawn without a fault, and pictured', async ({ app, page, watched }) => {
        const screen = new Screen(page, watched, language)
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        for (const size of SIZES) {
          const name = `${language}-${theme}-${size.width}`
          await page.setViewportSize(size)
          await app.settled()
          await soundly(page, `answer ${name}`)
          await take(page, `answer-${name}`)
        }
        await screen.outcome('run.usd').click()
        await expect(page.getByRole('dialog')).toBeVisible()
        await app.still()
        await take(page, `explain-${language}-${theme}-1920`)
        await page.keyboard.press('Escape')
        await page.setViewportSize(SIZES[0])
        await page.getByRole('link', { name: screen.text.rail.report }).click()
        await app.still()
        await soundly(page, 'report')
        await take(page, `report-${language}-${theme}-1280`)
      })

      // Each language in one theme and each theme in one language: words move, colours do not.
      if ((language === 'en') === (theme === 'light'))
        test('the scenarios are drawn without a fault, and pictured', async ({ page, host, watched }) => {
          test.slow()
          const screen = new Screen(page, watched, language)
          await withScenarios(host)
          await screen.open(host.address)
          await page.getByRole('link', { name: screen.text.rail.scenarios }).click()
          const whole = page.getByRole('button', { name: new RegExp(`^${screen.text.scenarios.grid.instruction.replace('{outcome}', '.+')}.*%`) })
          await expect(whole).toBeVisible({ timeout: 60_000 })
          for (const size of SIZES) {
            const name = `${language}-${theme}-${size.width}`
            await page.setViewportSize(size)
            await screen.settled()
            await soundly(page, `scenarios ${name}`, [...MAY_BE_CUT, NAMES_MAY_BE_CUT])
            await take(page, `scenarios-${name}`)
          }
        })
    })

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

    test('small windows and 200 % zoom scroll downwards only', async ({ app, page }) => {
      for (const size of [
        { width: 900, height: 700 },
        { width: 640, height: 360 }
      ]) {
        await page.setViewportSize(size)
        await app.settled()
        await soundly(page, `${size.width} × ${size.height}`)
        await page.getByRole('link').last().click()
        await app.still()
        await soundly(page, `report at ${size.width} × ${size.height}`)
        await page.getByRole('link').first().click()
      }
      await page.setViewportSize({ width: 900, height: 700 })
      await app.settled()
      if (language === 'en') await take(page, 'answer-en-light-900')
    })
  })

for (const example of ['code', 'multilingual'])
  for (const language of ['en', 'zh'] as const)
    test.describe(`the example ${example}, ${language}`, () => {
      test.use({ settings: { language, theme: 'light' }, opens: { example } })

      test('is drawn without a fault', async ({ app, page }) => {
        for (const size of SIZES) {
          await page.setViewportSize(size)
          await app.settled()
          await soundly(page, `${example} at ${size.width}`)
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
  })
  const { clipped, overlapping } = await textFaults(page)
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
