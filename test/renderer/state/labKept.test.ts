import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLab } from '../../../src/renderer/src/state/labKept'

const kept = {
  ...readLab(null),
  scale: 'C',
  lossForm: 'power',
  predict: {
    known: [
      { task: 'sums', property: 2, threshold: 6e9, reached: true },
      { task: 'proofs', property: null, threshold: null, reached: false }
    ],
    task: 'sums',
    property: 0
  },
  guess: { answers: 5, items: 1319, score: 0 }
}

describe('what the lab kept', () => {
  it('comes back as it was, through JSON: form of the loss, predictor and chance helper among it', () => {
    expect(readLab(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  })

  it('falls back, value by value, where it is none that the procedures take', () => {
    const { predict, guess } = readLab({
      predict: { known: [{ task: '', threshold: 1 }, { task: 'sums', property: -1, threshold: 0 }, null], task: 7, property: -2 },
      guess: { answers: 0, items: 2.5, score: 1.2 }
    })
    expect(predict).toEqual({ known: [{ task: 'sums', property: null, threshold: null, reached: true }], task: 'deduction', property: 5 })
    expect(guess).toEqual(readLab(null).guess)
  })

  it('is the first start for anything else', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void expect(readLab(value).guess.answers).toBeGreaterThanOrEqual(1)))
  })
})
