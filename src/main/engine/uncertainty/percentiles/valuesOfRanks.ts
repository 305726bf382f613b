/**
 * The values of given ranks among all that was counted: the counts say which cell a rank lies in, and of the kept values only those of such cells are looked at again.
 * A cell of many values is parted once more, so that hardly any are left to be put in order.
 */
import { BLOCK_SIZE } from '../draws/block'
import { CELLS, cellOf, cellOfRank, type Grid } from './grid'
import { placeRanks } from './orderStatistics'
import type { Counted } from './rankCounter'

/** Working memory, empty between calls: a simulation asks for thousands of ranks. The place after the last value of each cell that is asked for. */
const ends = new Int32Array(CELLS)
let near = new Float64Array(1024)
let found = new Float64Array(1024)

/** Picks the values of the cells that are asked for, on arrays of its own, which are constants to the compiler; without branches that the processor would mistake. */
function pickingLoop() {
  /** 1 for cells that are asked for. */
  const asked = new Uint8Array(CELLS)
  const block = new Float64Array(BLOCK_SIZE)
  const picked = new Float64Array(BLOCK_SIZE)
  /** Picks from the first n values of the block; returns how many of them now stand in `picked`. */
  const run = (start: number, perUnit: number, last: number, n: number): number => {
    let top = 0
    for (let i = 0; i < n; i++) {
      const v = block[i]!
      // `cellOf`, written out.
      const place = (v - start) * perUnit
      const cell = place >= 0 && place <= last ? place | 0 : place > 0 ? last : 0
      picked[top] = v
      top = (top + asked[cell]!) | 0
    }
    return top
  }
  return { asked, block, picked, run }
}
const loop = pickingLoop()
const { asked } = loop

/** Writes the values of the cells that are asked for after those that are there; returns how many there are then. */
function pick(values: Float64Array, { start, perUnit, kept }: Grid, into: Float64Array, from: number): number {
  let top = from
  for (let at = 0; at < values.length; at += BLOCK_SIZE) {
    const n = Math.min(BLOCK_SIZE, values.length - at)
    loop.block.set(n === values.length ? values : values.subarray(at, at + n))
    const more = loop.run(start, perUnit, kept.length - 1, n)
    into.set(loop.picked.subarray(0, more), top)
    top += more
  }
  return top
}

/** Values of ascending ranks, each below the number of draws; null when one lies in a cell that not every part kept. All parts have the same cells. */
export function valuesOfRanks(parts: readonly Counted[], counts: Int32Array, ranks: readonly number[]): number[] | null {
  let last = { cell: 0, before: 0 }
  const places = ranks.map((rank) => (last = cellOfRank(counts, rank, last)))
  for (const { kept } of new Set(parts.map(({ grid }) => grid))) if (places.some(({ cell }) => kept[cell] !== 1)) return null
  const { grid } = parts[0]!
  // The values of each cell side by side, cell after cell.
  let size = 0
  for (const { cell } of places) {
    if (asked[cell] === 1) continue
    asked[cell] = 1
    ends[cell] = size
    size += counts[cell]!
  }
  if (found.length < size) [near, found] = [new Float64Array(2 * size), new Float64Array(2 * size)]
  let top = 0
  for (const { values } of parts) top = pick(values, grid, near, top)
  scatter(near, top, grid, found)
  for (const { cell } of places) asked[cell] = 0
  const values: number[] = []
  while (values.length < ranks.length) {
    const { cell, before } = places[values.length]!
    const here: number[] = []
    for (let i = values.length; i < ranks.length && places[i]!.cell === cell; i++) here.push(ranks[i]! - before)
    values.push(...valuesWithin(found, ends[cell]! - counts[cell]!, ends[cell]!, here, grid, cell))
  }
  return values
}

/** Puts each of the first n values where those of its cell belong. */
function scatter(values: Float64Array, n: number, grid: Grid, into: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const v = values[i]!
    const cell = cellOf(grid, v)
    into[ends[cell]!++] = v
  }
}

/** A cell of more values than this is parted, into so many. */
const MANY = 64
const PARTS = 64
const inPart = new Int32Array(PARTS)
let few = new Float64Array(1024)

/** The values of ascending ranks among those of one cell, which stand from `first` to before `end`. */
function valuesWithin(values: Float64Array, first: number, end: number, ranks: readonly number[], { start, perUnit, kept }: Grid, cell: number): number[] {
  // The outermost cells hold whatever lies outside.
  if (end - first <= MANY || cell === 0 || cell === kept.length - 1) {
    placeRanks(
      values,
      first,
      end - 1,
      ranks.map((rank) => first + rank)
    )
    return ranks.map((rank) => values[first + rank]!)
  }
  if (few.length <= end - first) few = new Float64Array(2 * (end - first))
  const origin = start + cell / perUnit
  const perPart = perUnit * PARTS
  inPart.fill(0)
  countParts(values, first, end, origin, perPart)
  let place = { cell: 0, before: 0 }
  let parted = -1
  let n = 0
  return ranks.map((rank) => {
    place = cellOfRank(inPart, rank, place)
    if (place.cell !== parted) n = pickPart(values, first, end, origin, perPart, (parted = place.cell))
    const here = rank - place.before
    placeRanks(few, 0, n - 1, [here])
    return few[here]!
  })
}

/** Never decreasing in v; the ends take what rounding puts beside the cell. */
const partOf = (v: number, origin: number, perPart: number): number => Math.max(0, Math.min(PARTS - 1, (v - origin) * perPart)) | 0

function countParts(values: Float64Array, first: number, end: number, origin: number, perPart: number): void {
  for (let i = first; i < end; i++) inPart[partOf(values[i]!, origin, perPart)]!++
}

function pickPart(values: Float64Array, first: number, end: number, origin: number, perPart: number, part: number): number {
  let top = 0
  for (let i = first; i < end; i++) {
    const v = values[i]!
    few[top] = v
    top = (top + Number(partOf(v, origin, perPart) === part)) | 0
  }
  return top
}
