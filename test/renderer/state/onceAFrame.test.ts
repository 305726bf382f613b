import { describe, expect, it } from 'vitest'
import { onceAFrame } from '../../../src/renderer/src/state/onceAFrame'

describe('once a frame', () => {
  const frames: (() => void)[] = []
  const draw = (): void => frames.splice(0).forEach((run) => run())

  it('runs the first of a frame at once, the second in the next frame, and then none until the one after', () => {
    const ran: number[] = []
    const run = onceAFrame((next) => frames.push(next))
    run(() => ran.push(1))
    expect(ran).toEqual([1])
    run(() => ran.push(2))
    expect(ran).toEqual([1])
    draw()
    expect(ran).toEqual([1, 2])
    run(() => ran.push(3))
    expect(ran).toEqual([1, 2])
    draw()
    expect(ran).toEqual([1, 2, 3])
    draw()
    draw()
    run(() => ran.push(4))
    expect(ran).toEqual([1, 2, 3, 4])
  })
})
