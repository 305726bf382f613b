import { expect, test } from 'vitest'
import { onsetEdges } from '../../../src/main/engine/planner/onset'

test('panels narrower than the last digit of their place come to an end', () => {
  // A belief as wide as the rounding of its own figure asks for such panels.
  expect(onsetEdges(3, 0.4, 0.5, 1e-20)).toEqual([0.4, 0.5])
  const edges = onsetEdges(3, 0, 0.5, 0.01)
  expect(edges.at(-1)).toBe(0.5)
  expect(edges.every((edge, k) => k === 0 || edge > edges[k - 1]!)).toBe(true)
})
