/**
 * Bytes or text of a file → a JSON value that is safe to look at, or the reason why it is none. Nothing is trusted before its size, its depth, its keys
 * and its numbers were checked; every check is a loop, so that no depth of nesting can exhaust the stack.
 */
import { note } from '../notes'
import type { Note } from '../notes'
import { MOST_BYTES } from './fileLimit'
import { pathText } from './refusal'

/** Deepest nesting of lists and objects. */
export const MOST_DEPTH = 32
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

export type Read = { value: unknown } | { refused: Note }

/** Reads a file's content; a byte order mark is allowed. */
export function readJson(content: Uint8Array | string): Read {
  if (content.length > MOST_BYTES) return { refused: tooLarge(content.length) }
  const text = typeof content === 'string' ? content.replace(/^\uFEFF/, '') : decode(content)
  if (text === null || text.includes('\u0000')) return { refused: note('file-binary') }
  const start = text.trimStart().slice(0, 1)
  if (start === '') return { refused: note('file-empty') }
  if (start === '<') return { refused: note('file-html') }
  const { deepest, complete } = nesting(text)
  if (deepest > MOST_DEPTH) return { refused: note('file-too-deep', { limit: MOST_DEPTH }) }
  try {
    const value: unknown = JSON.parse(text)
    const refused = firstUnsafe(value)
    return refused ? { refused } : { value }
  } catch (problem) {
    if (!complete) return { refused: note('file-truncated') }
    return { refused: note('file-not-json', { problem: syntaxProblem(problem, text) }) }
  }
}

/** Refusal of a file by its size in bytes. */
export const tooLarge = (bytes: number): Note => note('file-too-large', { megabytes: Math.round(bytes / 1e5) / 10, limit: MOST_BYTES / 1e6 })

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Deepest nesting of brackets outside strings, and whether every bracket and string was closed. */
function nesting(text: string): { deepest: number; complete: boolean } {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (inString) {
      if (c === 92 /* \ */) i++
      else if (c === 34 /* " */) inString = false
    } else if (c === 34) inString = true
    else if (c === 123 /* { */ || c === 91 /* [ */) deepest = Math.max(deepest, ++depth)
    else if (c === 125 /* } */ || c === 93 /* ] */) depth--
  }
  return { deepest, complete: depth <= 0 && !inString }
}

/** The engine's message without its quotation of the text, with line and column where it tells the position. */
function syntaxProblem(problem: unknown, text: string): string {
  const message = problem instanceof Error ? problem.message : String(problem)
  const position = /at position (\d+)/.exec(message)?.[1]
  const what = message
    .replace(/^"(.*)" is not valid JSON$/s, 'unexpected text')
    .replace(/,? (\.\.\.)?".*" is not valid JSON$/s, '')
    .replace(/ (in JSON )?at position.*$/s, '')
  if (position === undefined) return what
  const before = text.slice(0, Number(position)).split('\n')
  return `${what} in line ${before.length}, column ${before.at(-1)!.length + 1}`
}

/** Notes name fields within the plan. */
const inPlan = (path: readonly PropertyKey[]): string => pathText(path[0] === 'plan' ? path.slice(1) : path)

/** The first key that may not be used or number that is not finite (1e999 reads as infinity). */
function firstUnsafe(root: unknown): Note | null {
  const rest: { value: unknown; path: PropertyKey[] }[] = [{ value: root, path: [] }]
  for (let item = rest.pop(); item; item = rest.pop()) {
    const { value, path } = item
    if (typeof value === 'number' && !Number.isFinite(value)) return note('file-number-not-finite', { field: inPlan(path) }, inPlan(path))
    if (typeof value !== 'object' || value === null) continue
    const entries: [PropertyKey, unknown][] = Array.isArray(value) ? value.map((v, i) => [i, v]) : Object.entries(value)
    const forbidden = entries.find(([key]) => FORBIDDEN.has(String(key)))
    if (forbidden) return note('file-forbidden-key', { field: inPlan([...path, forbidden[0]]) }, inPlan([...path, forbidden[0]]))
    for (const [key, child] of entries.reverse()) rest.push({ value: child, path: [...path, key] })
  }
  return null
}
