/** A question of a screen: asked once while it stays the same, and refused in the reader's language. */
import { beforeEach, expect, it, vi } from 'vitest'
import { note } from '../../../src/shared/note'
import { messages } from '../../../src/shared/text/messages'

const host = vi.hoisted(() => ({ inputs: [] as object[], refusal: null as object | null }))
vi.mock('../../../src/renderer/src/state/host', () => {
  class CallRefused extends Error {
    constructor(refusal: object) {
      super()
      Object.assign(this, refusal)
    }
  }
  return {
    CallRefused,
    call: (_procedure: string, input: object) => {
      host.inputs.push(input)
      return host.refusal === null ? Promise.resolve({}) : Promise.reject(new CallRefused(host.refusal))
    }
  }
})
vi.stubGlobal('requestAnimationFrame', (run: () => void) => void Promise.resolve().then(run))
vi.stubGlobal('window', { matchMedia: () => ({ matches: false, addEventListener: () => undefined }) })

const { Asked } = await import('../../../src/renderer/src/state/asked.svelte')
const { reader } = await import('../../../src/renderer/src/state/language.svelte')
const answered = async (): Promise<void> => {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}

beforeEach(() => {
  host.inputs.length = 0
  host.refusal = null
  reader.language = 'en'
})

it('a refusal is said in the reader’s language, also when that changes afterwards', async () => {
  host.refusal = { ...note('intake-too-many-files', { count: 120, limit: 100 }), path: '' }
  const asked = new Asked('emergence.chance')
  asked.ask({ answers: 4 })
  await answered()
  expect(asked.problem?.message).toBe('120 files are more than can be taken at once; the limit is 100.')
  reader.language = 'zh'
  expect(asked.problem?.message).toMatch(/\p{Script=Han}/u)
  expect(messages.zh.notes['intake-too-many-files']).toMatch(/\p{Script=Han}/u)
})

it('what has no sentence of its own is said as the host said it', async () => {
  host.refusal = { code: 'bad-input', message: 'answers: expected a whole number', path: 'answers' }
  const asked = new Asked('emergence.chance')
  asked.ask({ answers: 1.5 })
  await answered()
  expect(asked.problem?.message).toBe('answers: expected a whole number')
})

it('the same question is not asked again, another is, and the same once more on demand', async () => {
  const asked = new Asked('emergence.chance')
  asked.ask({ answers: 4 })
  await answered()
  asked.ask({ answers: 4 })
  await answered()
  expect(host.inputs).toHaveLength(1)
  asked.ask({ answers: 5 })
  await answered()
  asked.again({ answers: 5 })
  await answered()
  expect(host.inputs).toEqual([{ answers: 4 }, { answers: 5 }, { answers: 5 }])
})
