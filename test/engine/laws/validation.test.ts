import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CLAIMS } from '../../../src/main/engine/laws/claims'
import { EVERY_COLUMN, validationTable, type ValidationRow } from '../../../src/main/engine/laws/validation'
import type { PublishedModel } from '../../../src/main/engine/published'
import { golden } from './golden'

const models = (JSON.parse(readFileSync('resources/catalogues/models.json', 'utf8')) as { rows: PublishedModel[] }).rows
const table = validationTable(models, EVERY_COLUMN)
const row = (model: string): ValidationRow => table.rows.find((each) => each.model === model)!
const codes = ({ notes }: { notes: { code: string }[] }): string[] => notes.map(({ code }) => code)

describe('the validation table', () => {
  it('has at least 20 models with a loss by every law, and the two that cannot be computed', () => {
    const computable = table.rows.filter((each) => each.computable)
    expect(computable.length).toBeGreaterThanOrEqual(20)
    expect(computable.length).toBe(models.length)
    for (const { losses } of computable) expect(Object.keys(losses)).toEqual(table.columns.map(({ key }) => key))
    expect(table.rows.filter((each) => !each.computable).map(({ model }) => model)).toEqual(['GPT-4', 'Claude 3.5'])
  })

  it('has the losses of GPT-3 and Chinchilla that the laws give (mpmath)', () => {
    for (const key of ['kaplan-2020-n', 'kaplan-2020-d', 'kaplan-2020-nd', 'hoffmann-2022', 'besiroglu-2024', 'size-proxy']) {
      expect(row('GPT-3').losses[key]! / golden.losses[key]![0]).toBeCloseTo(1, 12)
      expect(row('Chinchilla').losses[key]! / golden.losses[key]![1]).toBeCloseTo(1, 12)
    }
    expect(table.columns.map(({ key }) => key)).toContain('kaplan-2020-c:compute-efficient')
    // A law of compute takes the listed FLOP: 3.14e23, not 3.15e23.
    expect(row('GPT-3').losses['kaplan-2020-c']).toBeCloseTo((1.3824e27 / 3.14e23) ** 0.057, 12)
  })

  it('sets claims apart, with their error against each law', () => {
    expect(row('GPT-3')).toMatchObject({ claimed: { low: 2.57, high: 2.57 } })
    expect(row('GPT-3').error!['hoffmann-2022']!.absolute).toBeCloseTo(2.57 - golden.losses['hoffmann-2022']![0], 12)
    expect(row('Chinchilla').error!['besiroglu-2024']!.relative).toBeCloseTo(1.89 / golden.losses['besiroglu-2024']![1] - 1, 12)
    for (const { model } of CLAIMS) expect(codes(row(model))).toContain('claim-not-computed')
    // No claim is among the losses, and no claimed loss is one that a law gives.
    for (const { model, claimed } of CLAIMS.slice(0, 2))
      for (const [key, loss] of Object.entries(row(model).losses)) expect(Math.abs(loss / claimed.low - 1), key).toBeGreaterThan(0.01)
    expect(row('GPT-3').notes[0]!.message).toContain('coefficient')
  })

  it('computes nothing for models without public figures', () => {
    for (const model of ['GPT-4', 'Claude 3.5']) expect(row(model)).toMatchObject({ N: null, D: null, C: null, losses: {}, error: null, extrapolated: [] })
    expect(row('GPT-4')).toMatchObject({ claimed: { low: 1.7, high: 1.9 } })
    expect(
      row('GPT-4')
        .notes.map(({ message }) => message)
        .join(' ')
    ).toMatch(/not computable from public figures.*1T parameters and 13T tokens/)
    expect(row('Claude 3.5')).toMatchObject({ claimed: { low: 1.5, high: 1.7 } })
  })

  it('says what makes numbers incomparable: experts, FLOP counted otherwise, tokenizers, embeddings, extrapolation', () => {
    expect(codes(row('DeepSeek-V3'))).toContain('validation-experts')
    expect(codes(row('Chinchilla'))).not.toContain('validation-experts')
    expect(codes(row('Gopher'))).toContain('validation-flop')
    expect(table.notes.map(({ code }) => code)).toEqual(['validation-not-comparable', 'validation-embeddings', 'validation-fresh'])
    expect(row('GPT-3').extrapolated).toContain('hoffmann-2022')
  })

  it('leaves out laws that predict no loss from public figures, each with its reason', () => {
    expect(table.notApplicable.map(({ law }) => law)).toEqual([
      'hoffmann-2022-a1',
      'hoffmann-2022-a2',
      'llama-3',
      'power-offset',
      'separable',
      'multimodal',
      'multilingual',
      'product',
      'fitted:chinchilla',
      'fitted:kaplan-nd',
      'fitted:power-offset',
      'fitted:separable'
    ])
  })

  it('has the additive form with Kaplan’s constants only when asked, and only with its note', () => {
    expect(table.columns.filter(({ law }) => law === 'additive')).toMatchObject([{ key: 'additive', constants: 'planning' }])
    const asked = validationTable(models, [{ law: 'additive', constants: 'kaplan' }])
    expect(asked.columns).toMatchObject([{ key: 'additive:kaplan', notes: [{ code: 'additive-whole-losses' }] }])
    expect(asked.rows.find(({ model }) => model === 'GPT-3')!.losses['additive:kaplan']).toBeCloseTo(4.86, 2)
  })

  it('keeps a claim whose model is not in the catalogue', () => {
    const short = validationTable(models.slice(1), [{ law: 'hoffmann-2022' }])
    expect(short.rows.find(({ model }) => model === 'GPT-3')).toMatchObject({ computable: false, claimed: { low: 2.57 } })
  })
})
