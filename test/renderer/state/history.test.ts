import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { begin, redo, redoName, step, undo, undoName, type History, stepsOf } from '../../../src/renderer/src/state/history'
import { en } from '../../../src/shared/text/messages'

const named = (text: string) => () => text

describe('the history of a plan', () => {
  it('walks back to where it began and forward to where it ended, however long it is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 60 }), (states) => {
        const distinct = states.filter((s, i) => s !== (i === 0 ? 0 : states[i - 1]))
        const whole = distinct.reduce((h, s) => step(h, s, named(String(s))), begin(0))
        const states_: number[] = [whole.present.state]
        let history: History<number> = whole
        while (undoName(history)) {
          history = undo(history)
          states_.unshift(history.present.state)
        }
        expect(history.present.state).toBe(0)
        expect(states_).toEqual([0, ...distinct.filter((s, i) => s !== (i === 0 ? 0 : distinct[i - 1]))])
        while (redoName(history)) history = redo(history)
        expect(history.present.state).toBe(whole.present.state)
      })
    )
  })

  it('takes the moves of one gesture as one step', () => {
    const drag = Symbol('drag')
    const dragged = [2, 3, 4].reduce((h, s) => step(h, s, named('budget'), drag), step(begin(0), 1, named('price')))
    expect(undo(dragged).present.state).toBe(1)
    expect(undo(undo(dragged)).present.state).toBe(0)
  })

  it('begins a new step for the next gesture, and for one taken up again after an undo', () => {
    const drag = Symbol('drag')
    const once = step(begin(0), 1, named('budget'), drag)
    expect(step(once, 2, named('budget'), Symbol('another')).past).toHaveLength(2)
    const back = undo(step(once, 2, named('price')))
    expect(step(back, 3, named('budget'), drag).past).toHaveLength(2)
  })

  it('names what would be undone and redone', () => {
    const history = step(step(begin(0), 1, named('price')), 2, named('budget'))
    expect(undoName(history)?.(en)).toBe('budget')
    expect(redoName(undo(history))?.(en)).toBe('budget')
    expect(undoName(undo(undo(history)))).toBeNull()
  })

  it('counts an edit that changes nothing as no step, and forgets what was undone when something new is done', () => {
    const history = step(begin(0), 1, named('price'))
    expect(step(history, 1, named('price'))).toBe(history)
    expect(redoName(step(undo(history), 5, named('mfu')))).toBeNull()
  })

  it('lists every step with what was undone, and which of them is shown', () => {
    const history = undo(step(step(begin(0), 1, named('price')), 2, named('budget')))
    const { steps, at } = stepsOf(history)
    expect(steps.map(({ state }) => state)).toEqual([0, 1, 2])
    expect(steps.map(({ name }) => name?.(en) ?? null)).toEqual([null, 'price', 'budget'])
    expect(at).toBe(1)
  })
})
