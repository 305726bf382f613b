import { describe, expect, test, vi } from 'vitest'
import type { Api, CallContext } from '../../src/main/api/implementation'
import { CallError, createDispatcher } from '../../src/main/dispatch'

const context = (signal = new AbortController().signal): CallContext => ({ signal, emit: () => undefined })
const dispatcher = (api: Partial<Record<keyof Api, unknown>>) => {
  const log = vi.fn()
  return { handle: createDispatcher(api as Api, log), log }
}
const refusal = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.unreachable('the call was answered'),
    (problem: unknown) => (problem instanceof CallError ? problem.toJSON() : problem)
  )

const info = { version: '1', host: 'cli', dataFolder: '', notes: [] }

describe('the dispatcher', () => {
  test('answers with the implementation’s output', async () => {
    expect(await dispatcher({ 'app.info': () => info }).handle('app.info', {}, context())).toEqual(info)
  })

  test('a procedure without input may be called with nothing', async () => {
    expect(await dispatcher({ 'app.info': () => info }).handle('app.info', undefined, context())).toEqual(info)
  })

  test.each(['', 'app', 'app.info ', 'toString', '__proto__', 'constructor', 'laws.list/../app.info'])('refuses the procedure %j by name', async (name) => {
    expect(await refusal(dispatcher({}).handle(name, {}, context()))).toMatchObject({
      code: 'unknown-procedure',
      message: expect.stringContaining(JSON.stringify(name))
    })
  })

  test('refuses bad input with the field, before the implementation runs', async () => {
    const implementation = vi.fn()
    const { handle } = dispatcher({ 'laws.optimum': implementation })
    expect(await refusal(handle('laws.optimum', { law: 'hoffmann-2022', C: '5e23' }, context()))).toMatchObject({
      code: 'bad-input',
      path: 'C',
      message: expect.stringMatching(/expected a number.*for example/)
    })
    expect(implementation).not.toHaveBeenCalled()
  })

  test('gives the implementation the defaults of the contract, and the input as it came', async () => {
    const implementation = vi.fn(() => ({ reason: 'unreachable', detail: 'x' }))
    await dispatcher({ 'laws.optimum': implementation }).handle('laws.optimum', { law: 'hoffmann-2022', C: 1e21 }, context())
    expect(implementation).toHaveBeenCalledWith({ law: 'hoffmann-2022', C: 1e21, flopPerParamToken: 6 }, expect.anything(), {
      law: 'hoffmann-2022',
      C: 1e21
    })
  })

  test.each([
    ['a number that JSON cannot hold', { probability: NaN }],
    ['infinity', { probability: Infinity }],
    ['a missing field', {}],
    ['nothing', undefined],
    ['a wrong type', { probability: '0.5' }]
  ])('treats output with %s as a defect of the app: logged, and only "internal" is told', async (_what, output) => {
    const { handle, log } = dispatcher({ 'links.probability': () => output })
    const answer = await refusal(handle('links.probability', { link: 'step', scale: 1, params: { critical: 1 } }, context()))
    expect(answer).toMatchObject({ code: 'internal', path: '' })
    expect(log).toHaveBeenCalledOnce()
  })

  test('hands on an expected failure, and hides every other', async () => {
    const failing = (problem: unknown) => dispatcher({ 'app.info': () => Promise.reject(problem) })
    const expected = { code: 'disk-full', message: 'The disk is full: /data', path: '/data' }
    expect(await refusal(failing(expected).handle('app.info', {}, context()))).toEqual(expected)
    const ofNode = Object.assign(new Error('EACCES: /root/secret'), { code: 'EACCES', path: '/root/secret' })
    const { handle, log } = failing(ofNode)
    expect(await refusal(handle('app.info', {}, context()))).toMatchObject({ code: 'internal', message: expect.not.stringContaining('secret') })
    expect(log).toHaveBeenCalledWith(expect.any(String), ofNode)
  })

  test('a cancelled call rejects at once, even while the implementation goes on', async () => {
    const stop = new AbortController()
    const { handle, log } = dispatcher({ 'app.info': () => new Promise(() => undefined) })
    const answer = refusal(handle('app.info', {}, context(stop.signal)))
    stop.abort()
    expect(await answer).toMatchObject({ code: 'cancelled' })
    expect(log).not.toHaveBeenCalled()
  })

  test('a call that was cancelled before it began does not run', async () => {
    const implementation = vi.fn()
    expect(await refusal(dispatcher({ 'app.info': implementation }).handle('app.info', {}, context(AbortSignal.abort())))).toMatchObject({ code: 'cancelled' })
    expect(implementation).not.toHaveBeenCalled()
  })

  test('progress that the contract does not have stays inside, and is told as a fault', async () => {
    const emit = vi.fn()
    const { handle, log } = dispatcher({ 'app.info': (_input: unknown, { emit: tell }: CallContext) => (tell(1), info) })
    expect(await handle('app.info', {}, { ...context(), emit })).toEqual(info)
    expect(emit).not.toHaveBeenCalled()
    expect(log).toHaveBeenCalledOnce()
  })
})
