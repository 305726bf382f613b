/** Which paths are valued at which starts: asked for one by one, drawn together, read one by one. */
import type { Given, GivenQuestion } from './givenDraws'

export interface PathBook {
  /** The path of these sizes when the plan starts so many years later. */
  ask(sizes: readonly number[], delay: number): void
  paths(): GivenQuestion['paths']
  /** U of a path that was asked for, draw by draw. */
  read(given: Given, sizes: readonly number[], delay: number): Float64Array
}

export function pathBook(): PathBook {
  const places = new Map<string, number>()
  const rows: { sizes: readonly number[]; delays: number[] }[] = []
  return {
    ask: (sizes, delay) => {
      const key = sizes.join()
      const place = places.get(key) ?? rows.push({ sizes, delays: [] }) - 1
      places.set(key, place)
      const { delays } = rows[place]!
      if (!delays.includes(delay)) delays.push(delay)
    },
    paths: () => rows,
    read: (given, sizes, delay) => {
      const place = places.get(sizes.join())!
      return given.utilities[place]![rows[place]!.delays.indexOf(delay)]!
    }
  }
}
