/** A short name of a shape, for keys of what is worked out from it: the same object has the same name, and two objects never share one. */
import type { Shape } from './distribution'

const names = new WeakMap<Shape, string>()
let count = 0

export function shapeName(shape: Shape): string {
  const known = names.get(shape)
  if (known !== undefined) return known
  const name = `~${count++}`
  names.set(shape, name)
  return name
}
