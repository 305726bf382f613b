/** Counts of values per cell of a grid, and the values in its kept cells, one block of draws after the other. What two counters saw can be added up in any order. */
import { BLOCK_SIZE } from '../draws/block'
import { CELLS, type Grid } from './grid'

/** What a counter saw. */
export interface Tally {
  /** Draws in each cell. */
  counts: Int32Array<ArrayBuffer>
  /** The values in kept cells, in the order of the draws. */
  values: Float64Array<ArrayBuffer>
}

/** The same with the grid that says where the cells are. */
export interface Counted extends Tally {
  grid: Grid
}

export interface RankCounter {
  add(values: Float64Array): void
  /** Whether any value so far was NaN; such a value has no place, and is counted in the first cell. */
  sawNaN(): boolean
  /** Overwritten when the counter goes on, or is let go. */
  tally(): Tally
  counted(): Counted
  /** Leaves the room of its values to a later counter. */
  letGo(): void
}

/**
 * The counting loop, on arrays of its own: those of a closure that exists once are constants to the compiler, which makes it three times as fast as on arrays
 * that it is handed, copies included.
 */
function countingLoop() {
  const block = new Float64Array(BLOCK_SIZE)
  const kept = new Uint8Array(CELLS)
  const counts = new Int32Array(CELLS)
  const values = new Float64Array(BLOCK_SIZE)
  /** Sum of the places: NaN when a value was. */
  const sum = new Float64Array(1)
  /** Counts the first n values of the block; returns how many of them now stand in `values`. */
  const run = (start: number, perUnit: number, n: number): number => {
    let top = 0
    let places = 0
    for (let i = 0; i < n; i++) {
      const v = block[i]!
      // `cellOf`, written out.
      const place = (v - start) * perUnit
      places += place
      const cell = place >= 0 && place < CELLS ? place | 0 : place > 0 ? CELLS - 1 : 0
      counts[cell] = (counts[cell]! + 1) | 0
      // Written in any case, passed over if the cell is not kept: no branch to mistake.
      values[top] = v
      top = (top + kept[cell]!) | 0
    }
    sum[0] = places
    return top
  }
  return { block, kept, counts, values, sum, run }
}
const loop = countingLoop()

/** Rooms for values of counters that are done: fresh memory costs a fault for each of its pages. Larger ones are not worth holding on to. */
const rooms: Float64Array<ArrayBuffer>[] = []
const LARGEST_ROOM = 32_768

/**
 * @param capacity values that will be kept, about; room grows when there are more
 * @param counts where to count, all zero
 */
export function rankCounter(grid: Grid, capacity: number, counts = new Int32Array(grid.kept.length)): RankCounter {
  const { start, perUnit, kept } = grid
  const free = rooms.at(-1)
  let values = free !== undefined && free.length >= capacity ? rooms.pop()! : new Float64Array(capacity)
  let size = 0
  let nan = false

  const keep = (more: Float64Array): void => {
    if (size + more.length > values.length) {
      const old = values
      values = new Float64Array(Math.max(2 * old.length, size + more.length))
      values.set(old.subarray(0, size))
    }
    values.set(more, size)
    size += more.length
  }
  const tally = (): Tally => ({ counts, values: values.subarray(0, size) })
  return {
    add: (block) => {
      if (kept.length === 1) {
        keep(block)
        counts[0]! += block.length
        nan ||= hasNaN(block)
        return
      }
      if (block.length > BLOCK_SIZE) throw new Error(`A block of ${block.length} values is longer than ${BLOCK_SIZE}`)
      loop.block.set(block)
      loop.kept.set(kept)
      loop.counts.set(counts)
      keep(loop.values.subarray(0, loop.run(start, perUnit, block.length)))
      counts.set(loop.counts)
      // Infinite values on both sides spoil the sum too.
      nan ||= Number.isNaN(loop.sum[0]!) && hasNaN(block)
    },
    sawNaN: () => nan,
    tally,
    counted: () => ({ grid, counts, values: values.slice(0, size) }),
    letGo: () => {
      if (values.length <= LARGEST_ROOM) rooms.push(values)
    }
  }
}

/** Counters for the outputs of a piece of work, one per grid; what they saw at the end lies in one memory. */
export function rankCounters(grids: readonly (Grid | null)[], draws: number): { counters: (RankCounter | null)[]; tallies: () => (Tally | null)[] } {
  const all = new Int32Array(grids.reduce((sum, grid) => sum + (grid?.kept.length ?? 0), 0))
  let at = 0
  const counters = grids.map((grid) => grid && rankCounter(grid, expectedKept(grid, draws), all.subarray(at, (at += grid.kept.length))))
  return {
    counters,
    tallies: () => {
      const seen = counters.map((counter) => counter && counter.tally())
      const values = valuesOf(seen.filter((tally) => tally !== null))
      let from = 0
      const tallies = seen.map((tally) => tally && { counts: tally.counts, values: values.subarray(from, (from += tally.values.length)) })
      for (const counter of counters) counter?.letGo()
      return tallies
    }
  }
}

/** Room at the start: everything is as much as there are draws. */
const expectedKept = ({ kept }: Grid, draws: number): number => (kept.length === 1 ? draws : Math.ceil(draws / 8))

/** What a counter that kept every value would have counted with another grid. */
export function countedAgain({ values }: Tally, grid: Grid): Counted {
  const counter = rankCounter(grid, values.length)
  for (let at = 0; at < values.length; at += BLOCK_SIZE) counter.add(values.subarray(at, at + BLOCK_SIZE))
  return counter.counted()
}

function hasNaN(x: Float64Array): boolean {
  for (let i = 0; i < x.length; i++) if (Number.isNaN(x[i]!)) return true
  return false
}

/** Working memory of `countsOf`. */
const together = new Int32Array(CELLS)

/** Draws per cell, over at least one part; all parts have the same cells, though not the same of them kept. Not to be changed, and read before the next call. */
export function countsOf([first, ...others]: readonly Counted[]): Int32Array {
  if (others.length === 0) return first!.counts
  const sum = together.subarray(0, first!.counts.length)
  sum.set(first!.counts)
  for (const { counts } of others) addCounts(sum, counts)
  return sum
}

function addCounts(sum: Int32Array, more: Int32Array): void {
  for (let cell = 0; cell < sum.length; cell++) sum[cell] = (sum[cell]! + more[cell]!) | 0
}

/** The values that parts kept, in their order. */
export function valuesOf(parts: readonly Tally[]): Float64Array<ArrayBuffer> {
  const all = new Float64Array(parts.reduce((sum, { values }) => sum + values.length, 0))
  let at = 0
  for (const { values } of parts) {
    all.set(values, at)
    at += values.length
  }
  return all
}
