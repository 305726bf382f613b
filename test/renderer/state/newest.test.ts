import { describe, expect, it } from 'vitest'
import { newest } from '../../../src/renderer/src/state/newest'

/** A host that answers when told, and frames that are drawn when told. */
function bench() {
  const sent: { question: number; answer: (a: string) => void; fail: (e: Error) => void }[] = []
  const frames: (() => void)[] = []
  const answered: [string, number][] = []
  const failed: number[] = []
  let idle = 0
  const stream = newest<number, string>({
    send: (question) => new Promise((answer, fail) => sent.push({ question, answer, fail })),
    answered: (answer, question) => answered.push([answer, question]),
    failed: (_reason, question) => failed.push(question),
    frame: (run) => frames.push(run),
    idle: () => idle++
  })
  const draw = (): void => frames.splice(0).forEach((run) => run())
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 5; i++) await Promise.resolve()
  }
  return { stream, sent, answered, failed, draw, settle, idle: () => idle, frames }
}

describe('a stream of which only the newest question matters', () => {
  it('sends the newest question of a frame, once', () => {
    const { stream, sent, draw, frames } = bench()
    stream.ask(1)
    stream.ask(2)
    stream.ask(3)
    expect(frames).toHaveLength(1)
    draw()
    expect(sent.map((s) => s.question)).toEqual([3])
  })

  it('keeps one question on its way and lets only the newest wait behind it', async () => {
    const { stream, sent, answered, draw, settle, idle } = bench()
    stream.ask(1)
    draw()
    stream.ask(2)
    stream.ask(3)
    draw()
    expect(sent).toHaveLength(1)
    sent[0]!.answer('one')
    await settle()
    draw()
    expect(sent.map((s) => s.question)).toEqual([1, 3])
    expect(idle()).toBe(0)
    sent[1]!.answer('three')
    await settle()
    expect(answered).toEqual([
      ['one', 1],
      ['three', 3]
    ])
    expect(idle()).toBe(1)
    expect(stream.busy).toBe(false)
  })

  it('drops the answer to a question that was dropped', async () => {
    const { stream, sent, answered, draw, settle } = bench()
    stream.ask(1)
    draw()
    stream.drop()
    stream.ask(2)
    sent[0]!.answer('stale')
    await settle()
    draw()
    sent[1]!.answer('fresh')
    await settle()
    expect(answered).toEqual([['fresh', 2]])
  })

  it('says that a question failed and goes on with the next', async () => {
    const { stream, sent, answered, failed, draw, settle } = bench()
    stream.ask(1)
    draw()
    stream.ask(2)
    sent[0]!.fail(new Error('refused'))
    await settle()
    draw()
    sent[1]!.answer('two')
    await settle()
    expect(failed).toEqual([1])
    expect(answered).toEqual([['two', 2]])
  })
})
