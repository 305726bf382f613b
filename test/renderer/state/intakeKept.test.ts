import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldOf, oneOf, readIntake, type IntakeKept } from '../../../src/renderer/src/state/intakeKept'

const kept: IntakeKept = {
  sources: [
    { kind: 'file', file: 'a-csv-0f1e2d3c', name: 'a.csv', size: 86 },
    { kind: 'text', text: 'N,score\n', name: 'pasted', example: null },
    { kind: 'text', text: 'N,score\n', name: 'x.csv', example: 'chain-of-thought' }
  ],
  settings: {
    columns: { N: { field: 'N', unit: 1e9 }, x: null, y: 'score' },
    decimal: ',',
    groups: 'groups',
    fill: { N: 7e9 },
    models: { m: { N: 1 } },
    mostRows: 100
  }
}

describe('what a screen kept of its files', () => {
  it('comes back as it was, through JSON', () => {
    expect(readIntake(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  })

  it('without a wrong field is what is left of it', () => {
    const { sources, settings } = readIntake({
      sources: [kept.sources[0], { ...kept.sources[0], size: '86' }, { kind: 'text', name: 'x' }, null, 5],
      settings: { ...kept.settings, columns: { N: { unit: 1e9 } }, decimal: 1, models: { m: 5 }, mostRows: 0.5, later: true }
    })
    expect(sources).toEqual([kept.sources[0]])
    expect(settings).toEqual({ groups: 'groups', fill: { N: 7e9 } })
  })

  it('is nothing for anything else', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void expect(readIntake(value).sources).toEqual([])))
  })
})

it('a field that an object inherits was not kept', () => {
  expect(fieldOf({}, 'constructor')).toBeUndefined()
  expect(fieldOf(null, 'a')).toBeUndefined()
})

it('a choice that is not there any more falls back to the default', () => {
  expect([oneOf(['N', 'C'], 'C', 'N'), oneOf(['N', 'C'], 'D', 'N'), oneOf(['N', 'C'], undefined, 'N')]).toEqual(['C', 'N', 'N'])
})
