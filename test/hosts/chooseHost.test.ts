import { expect, test, vi } from 'vitest'
import { chooseHost } from '../../scripts/chooseHost.mjs'

const there = () => Promise.resolve({ path: '/runtime/electron' })
const missing = () => Promise.resolve({ path: null, why: 'it is not installed' })

test('Electron is chosen where its runtime is, else the browser with the reason', async () => {
  expect(await chooseHost([], { display: true, fetch: there })).toMatchObject({ host: 'electron', why: 'its runtime is installed' })
  expect(await chooseHost(['plan.json'], { display: true, fetch: missing })).toMatchObject({ host: 'browser', why: 'it is not installed' })
})

test.each([
  [['--host', 'browser'], true, '--host browser asks for it'],
  [['--host=browser'], true, '--host browser asks for it'],
  [['--no-open'], true, '--no-open asks for a server'],
  [['--port=4000'], true, '--port=4000 asks for a server'],
  [[], false, 'there is no display for a window']
])('with %j and a display %j nothing is fetched: the browser host, because %s', async (args, display, why) => {
  const fetch = vi.fn(there)
  expect(await chooseHost(args, { display, fetch })).toMatchObject({ host: 'browser', why })
  expect(fetch).not.toHaveBeenCalled()
})

test('Electron that was asked for is not replaced by something else', async () => {
  expect(await chooseHost(['--host', 'electron'], { display: true, fetch: there })).toMatchObject({ host: 'electron', why: '--host electron asks for it' })
  expect(await chooseHost(['--host', 'electron'], { display: true, fetch: missing })).toEqual({
    refusal: 'The Electron host was asked for, but it is not installed. Leave --host out to use the installed browser.'
  })
})

test('a host that does not exist is refused before anything is fetched', async () => {
  const fetch = vi.fn(there)
  expect(await chooseHost(['--host', 'opera'], { display: true, fetch })).toEqual({ refusal: 'expected --host electron or --host browser, found "opera"' })
  expect(await chooseHost(['--host'], { display: true, fetch })).toEqual({ refusal: 'expected --host electron or --host browser, found ""' })
  expect(fetch).not.toHaveBeenCalled()
})
