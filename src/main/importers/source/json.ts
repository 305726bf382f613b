/** JSON as Python writes it: NaN and Infinity are read as "no value" and counted; a fault is told with its line and column. */

export type JsonRead = { value: unknown; notFinite: number } | { fault: { line: number; column: number } }

export function readJson(text: string): JsonRead {
  const direct = parsed(text)
  if (direct !== undefined) return { value: direct.value, notFinite: 0 }
  const { plain, notFinite } = withoutPythonNumbers(text)
  const again = notFinite > 0 ? parsed(plain) : undefined
  return again !== undefined ? { value: again.value, notFinite } : { fault: placeOf(text, faultAt(text)) }
}

/** Replaces the words that Python's json module writes for numbers that are none; what stands in strings stays. */
function withoutPythonNumbers(text: string): { plain: string; notFinite: number } {
  const parts: string[] = []
  let notFinite = 0
  for (let at = 0; at < text.length;) {
    const quote = text.indexOf('"', at)
    const end = quote < 0 ? text.length : quote
    parts.push(text.slice(at, end).replace(/-?\b(?:NaN|Infinity)\b/g, () => (notFinite++, 'null')))
    at = quote < 0 ? text.length : stringEnd(text, quote).end
    parts.push(text.slice(end, at))
  }
  return { plain: parts.join(''), notFinite }
}

/** Where a string that begins at a quotation mark ends (behind its closing one), and where the first character stands that it may not hold. By a loop: a pattern would exhaust its stack. */
function stringEnd(text: string, start: number): { end: number; fault: number | null } {
  let fault: number | null = null
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return { end: at + 1, fault }
    if (code === BACKSLASH) {
      ESCAPE.lastIndex = at
      if (!ESCAPE.test(text)) fault ??= at
      at++
    } else if (code < SPACE) fault ??= at
  }
  return { end: text.length, fault: fault ?? text.length }
}

const QUOTE = 34
const BACKSLASH = 92
const SPACE = 32
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    // Where the fault is, is found by `faultAt`: the engine's message tells it only sometimes.
    return undefined
  }
}

function placeOf(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position)
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') }
}

const TOKEN = /([{}[\],:])|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|NaN|-?Infinity/y
const WHITE = /[^ \t\r\n]/g

/** Position of the first character that JSON does not allow, by walking its tokens with a stack of open brackets; the text's length when it only ends too early. */
export function faultAt(text: string): number {
  const open: string[] = []
  // What may come next: a value, a key, a colon, or what follows a value.
  let next: 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'after' = 'value'
  for (let from = 0; ;) {
    WHITE.lastIndex = from
    const at = WHITE.exec(text)?.index ?? text.length
    if (at === text.length) return at
    const string = text.charCodeAt(at) === QUOTE ? stringEnd(text, at) : undefined
    if (string !== undefined && string.fault !== null && next !== 'colon' && next !== 'after') return string.fault
    TOKEN.lastIndex = at
    const token = string === undefined ? TOKEN.exec(text) : null
    if (string === undefined && token === null) return at
    const mark = token?.[1]
    from = string?.end ?? TOKEN.lastIndex
    if (next === 'colon') {
      if (mark !== ':') return at
      next = 'value'
    } else if (next === 'after') {
      const inside = open.at(-1)
      if (mark === ',' && inside !== undefined) next = inside === '{' ? 'key' : 'value'
      else if ((mark === '}' && inside === '{') || (mark === ']' && inside === '[')) open.pop()
      else return at
    } else if (next === 'key' || next === 'keyOrEnd') {
      if (string !== undefined) next = 'colon'
      else if (mark === '}' && next === 'keyOrEnd') {
        open.pop()
        next = 'after'
      } else return at
    } else if (mark === '{' || mark === '[') {
      open.push(mark)
      next = mark === '{' ? 'keyOrEnd' : 'valueOrEnd'
    } else if (mark === ']' && next === 'valueOrEnd') {
      open.pop()
      next = 'after'
    } else if (mark !== undefined) return at
    else next = 'after'
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field of an object; undefined for anything else. Own fields only: a file may well have a key "constructor". */
export const fieldOf = (value: unknown, key: string): unknown => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined)

export const textField = (value: unknown, key: string): string | null => {
  const field = fieldOf(value, key)
  return typeof field === 'string' && field !== '' ? field : null
}

export const numberField = (value: unknown, key: string): number | null => {
  const field = fieldOf(value, key)
  return typeof field === 'number' && Number.isFinite(field) ? field : null
}

/** A list of finite numbers; null for anything else. */
export const numbersField = (value: unknown, key: string): number[] | null => {
  const field = fieldOf(value, key)
  return Array.isArray(field) && field.every((one): one is number => typeof one === 'number' && Number.isFinite(one)) ? field : null
}
