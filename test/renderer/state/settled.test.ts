import { describe, expect, it } from 'vitest'
import { settled } from '../../../src/renderer/src/state/settled'

/** A host that answers when told, and a rest that comes when told. */
function bench() {
  const sent: { question: number; signal: AbortSignal; answer: (a: string) => void; fail: (e: Error) => void }[] = []
  const resting = new Set<() => void>()
  const answered: [string, number][] = []
  const failed: number[] = []
  const question = settled<number, string>({
    send: (question, signal) => new Promise((answer, fail) => sent.push({ question, signal, answer, fail })),
    answered: (answer, question) => answered.push([answer, question]),
    failed: (_reason, question) => failed.push(question),
    rest: (run) => {
      resting.add(run)
      return () => resting.delete(run)
    }
  })
  const rest = (): void => {
    for (const run of resting) run()
    resting.clear()
  }
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 5; i++) await Promise.resolve()
  }
  return { question, sent, answered, failed, rest, settle }
}

describe('a question asked of what rests', () => {
  it('is not sent before the rest, and then only the newest', () => {
    const { question, sent, rest } = bench()
    question.ask(1)
    question.ask(2)
    expect(sent).toEqual([])
    rest()
    expect(sent.map((s) => s.question)).toEqual([2])
  })

  it('cancels the one on its way when a newer one comes, whose answer or failure is then ignored', async () => {
    const { question, sent, answered, failed, rest, settle } = bench()
    question.ask(1)
    rest()
    question.ask(2)
    expect(sent[0]!.signal.aborted).toBe(true)
    rest()
    question.ask(3)
    rest()
    sent[0]!.answer('one')
    sent[1]!.fail(new Error('cancelled'))
    sent[2]!.answer('three')
    await settle()
    expect(answered).toEqual([['three', 3]])
    expect(failed).toEqual([])
  })

  it('is taken back when it is dropped', async () => {
    const { question, sent, answered, rest, settle } = bench()
    question.ask(1)
    question.drop()
    rest()
    expect(sent).toEqual([])
    question.ask(2)
    rest()
    question.drop()
    sent[0]!.answer('two')
    await settle()
    expect(answered).toEqual([])
  })

  it('says when it fails', async () => {
    const { question, sent, failed, rest, settle } = bench()
    question.ask(1)
    rest()
    sent[0]!.fail(new Error('no host'))
    await settle()
    expect(failed).toEqual([1])
  })
})
