/** The page's end of the bridge. */
import { afterEach, expect, test, vi } from 'vitest'
import type { Bridge } from '../../src/shared/bridge'
import { CallRefused, call } from '../../src/renderer/src/state/host'

const bridge = (answer: Bridge['call']): Bridge => ({ call: answer, cancel: vi.fn(), onItem: () => () => undefined, onCommand: () => () => undefined })
afterEach(() => vi.unstubAllGlobals())

test('a refusal and a main process that does not answer both reject with a code', async () => {
  vi.stubGlobal('window', { scalepath: bridge(() => Promise.resolve({ ok: false, refusal: { code: 'bad-input', message: 'no', path: 'C' } })) })
  await expect(call('app.info', {})).rejects.toMatchObject({ code: 'bad-input', path: 'C' })
  vi.stubGlobal('window', { scalepath: bridge(() => Promise.reject(new Error('forbidden'))) })
  const problem: unknown = await call('app.info', {}).catch((reason: unknown) => reason)
  expect(problem).toBeInstanceOf(CallRefused)
  expect(problem).toMatchObject({ code: 'unreachable-host' })
})

test('cancelling reaches the main process with the number of the call', async () => {
  const stop = new AbortController()
  const numbers: number[] = []
  const over = bridge((id) => {
    numbers.push(id)
    stop.abort()
    return Promise.resolve({ ok: false, refusal: { code: 'cancelled', message: '', path: '' } })
  })
  vi.stubGlobal('window', { scalepath: over })
  await expect(call('app.info', {}, { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' })
  expect(over.cancel).toHaveBeenCalledWith(numbers[0])
})
