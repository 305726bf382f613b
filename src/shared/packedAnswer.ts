/**
 * How an answer crosses HTTP to the page: JSON with null in the place of each long column of numbers, and after it the columns as they are in memory.
 * Writing and reading thousands of numbers as decimal text takes longer than working them out.
 * Layout: length of the JSON in bytes (32 bits, little-endian); the JSON {value, columns}; the columns (64-bit floats, little-endian), one after the other.
 */

/** The media type that a caller accepts who can read it; without it the answer is JSON throughout. */
export const PACKED = 'application/vnd.scalepath.packed'

/** Shorter lists of numbers cost less as text. */
const LEAST = 32
const HEAD = Uint32Array.BYTES_PER_ELEMENT

type Path = readonly string[]

interface Packed {
  value: unknown
  columns: { path: Path; length: number }[]
}

interface Column {
  path: Path
  numbers: readonly number[]
}

/** @param answer plain data, as the contract's outputs are */
export function packed(answer: unknown): Uint8Array<ArrayBuffer> {
  const found: Column[] = []
  const value = withoutColumns(answer, [], found)
  const json = new TextEncoder().encode(
    JSON.stringify({ value, columns: found.map(({ path, numbers }) => ({ path, length: numbers.length })) } satisfies Packed)
  )
  const floats = new Float64Array(found.reduce((sum, { numbers }) => sum + numbers.length, 0))
  let at = 0
  for (const { numbers } of found) {
    floats.set(numbers, at)
    at += numbers.length
  }
  const bytes = new Uint8Array(HEAD + json.length + floats.byteLength)
  new DataView(bytes.buffer).setUint32(0, json.length, true)
  bytes.set(json, HEAD)
  bytes.set(new Uint8Array(floats.buffer), HEAD + json.length)
  return bytes
}

/** The answer that was packed. */
export function unpacked(bytes: ArrayBuffer): unknown {
  const jsonLength = new DataView(bytes).getUint32(0, true)
  const { value, columns } = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, HEAD, jsonLength))) as Packed
  const floats = new Float64Array(bytes.slice(HEAD + jsonLength))
  const root = { value }
  let at = 0
  for (const { path, length } of columns) {
    place(root, ['value', ...path], listOf(floats, at, length))
    at += length
  }
  return root.value
}

/** A plain list of them, several times as fast as `Array.from`. */
function listOf(floats: Float64Array, from: number, length: number): number[] {
  const list = new Array<number>(length)
  for (let i = 0; i < length; i++) list[i] = floats[from + i]!
  return list
}

/** The value with null in the place of each column, copied only where that changes it. What was taken out goes to `found`; `path` leads to the value. */
function withoutColumns<T>(value: T, path: string[], found: Column[]): T | null {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value) && isColumn(value)) {
    found.push({ path: [...path], numbers: value })
    return null
  }
  let copy: T | null = null
  for (const name of Object.keys(value) as (keyof T & string)[]) {
    path.push(name)
    const rest = withoutColumns(value[name], path, found)
    path.pop()
    if (rest !== value[name]) {
      copy ??= (Array.isArray(value) ? [...value] : { ...value }) as T
      copy[name] = rest as T[typeof name]
    }
  }
  return copy ?? value
}

const isColumn = (list: readonly unknown[]): list is readonly number[] => list.length >= LEAST && list.every((each) => typeof each === 'number')

function place(root: object, path: Path, column: readonly number[]): void {
  const holder = path.slice(0, -1).reduce<unknown>((within, step) => (within as Record<string, unknown>)[step], root)
  ;(holder as Record<string, unknown>)[path.at(-1)!] = column
}
