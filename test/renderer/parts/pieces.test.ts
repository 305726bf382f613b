import { describe, expect, it } from 'vitest'
import { pieces } from '../../../src/renderer/src/parts/pieces'
import { messages } from '../../../src/shared/text/messages'

const placesOf = (template: string): string[] => pieces(template).flatMap((piece) => ('place' in piece ? [piece.place] : []))

describe('the answer sentence', () => {
  it('is cut into texts and places, with the punctuation after a place held to it', () => {
    expect(pieces('To {N}, then {C}.')).toEqual([{ text: 'To ' }, { place: 'N', after: ',' }, { text: ' then ' }, { place: 'C', after: '.' }])
  })

  it('loses nothing of the message', () => {
    for (const language of ['en', 'zh'] as const) {
      const { answer } = messages[language].screen
      const whole = pieces(answer)
        .map((piece) => ('text' in piece ? piece.text : `{${piece.place}}${piece.after}`))
        .join('')
      expect(whole).toBe(answer)
    }
  })

  it('has the same places in both languages, each in its own order', () => {
    for (const key of ['answer', 'answerNever', 'answerEmpty'] as const) {
      expect(placesOf(messages.zh.screen[key]).toSorted()).toEqual(placesOf(messages.en.screen[key]).toSorted())
    }
    expect(placesOf(messages.zh.screen.answer)).not.toEqual(placesOf(messages.en.screen.answer))
  })

  it('never begins a text with the punctuation that ends a place', () => {
    for (const language of ['en', 'zh'] as const) {
      for (const piece of pieces(messages[language].screen.answer)) if ('text' in piece) expect(piece.text).not.toMatch(/^[,.:;，。：；]/)
    }
  })
})
