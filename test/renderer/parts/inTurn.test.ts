import { beforeEach, describe, expect, it, vi } from 'vitest'
import { inTurn, outOfTurn } from '../../../src/renderer/src/parts/inTurn'

describe('in turn', () => {
  const frames: (() => void)[] = []
  const rests: (() => void)[] = []
  const frame = (): void => frames.splice(0).forEach((run) => run())
  const rest = (): void => rests.splice(0).forEach((run) => run())
  const turn = (): void => (frame(), rest())
  const ran: string[] = []
  const chart = () => void ran.push('chart')
  const other = () => void ran.push('other')

  beforeEach(() => {
    turn()
    turn()
    ran.length = 0
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run))
    vi.stubGlobal('requestIdleCallback', (run: () => void) => rests.push(run))
    return () => vi.unstubAllGlobals()
  })

  it('waits for the next frame and then for a rest', () => {
    inTurn(chart)
    expect(ran).toEqual([])
    frame()
    expect(ran, 'the frame is the numbers’').toEqual([])
    rest()
    expect(ran).toEqual(['chart'])
    expect([frames, rests], 'nothing is asked for while nothing waits').toEqual([[], []])
  })

  it('runs one thing each turn, and what asks twice once', () => {
    inTurn(chart)
    inTurn(other)
    inTurn(chart)
    turn()
    expect(ran).toEqual(['chart'])
    turn()
    expect(ran).toEqual(['chart', 'other'])
    turn()
    expect(ran).toEqual(['chart', 'other'])
  })

  it('draws within the turn what was worked out in it, one figure of several', () => {
    const worked = () => {
      ran.push('worked')
      inTurn(chart)
      inTurn(other)
    }
    inTurn(worked)
    turn()
    expect(ran).toEqual(['worked', 'chart'])
    turn()
    expect(ran).toEqual(['worked', 'chart', 'other'])
  })

  it('leaves out what has given up, and goes on after a failure', () => {
    inTurn(() => {
      throw new Error('cannot be drawn')
    })
    inTurn(chart)
    inTurn(other)
    outOfTurn(chart)
    expect(turn).toThrow('cannot be drawn')
    turn()
    expect(ran).toEqual(['other'])
  })
})
