/** JSON as Python writes it: NaN and Infinity are read as "no value" and counted; a fault is told with its line and column. */

export type JsonRead = { value: unknown; notFinite: number } | { fault: { line: number; column: number } }

/** Words that Python's json module writes for numbers that are none, outside strings. Strings come first, so that what stands in them is passed over. */
const PYTHON_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g

export function readJson(text: string): JsonRead {
  const direct = parsed(text)
  if (direct !== undefined) return { value: direct.value, notFinite: 0 }
  let notFinite = 0
  const plain = text.replace(PYTHON_NUMBERS, (found) => (found.startsWith('"') ? found : (notFinite++, 'null')))
  const again = notFinite > 0 ? parsed(plain) : undefined
  return again !== undefined ? { value: again.value, notFinite } : { fault: placeOf(text, faultAt(text)) }
}

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

const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|NaN|-?Infinity))/y

/** Position of the first character that JSON does not allow, by walking its tokens with a stack of open brackets; the text's length when it only ends too early. */
export function faultAt(text: string): number {
  const open: string[] = []
  // What may come next: a value, a key, a colon, or what follows a value.
  let next: 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'after' = 'value'
  TOKEN.lastIndex = 0
  for (;;) {
    const from = TOKEN.lastIndex
    const token = TOKEN.exec(text)
    const at = from + /^\s*/.exec(text.slice(from, from + 10_000))![0].length
    if (token === null) return at
    const [, mark, string] = token
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
