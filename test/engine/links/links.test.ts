import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withBounds } from '../../../src/main/engine/links/bounds'
import { LINKS, linkOf } from '../../../src/main/engine/links/registry'
import { isNoAnswer } from '../../../src/shared/notes'

const code = { critical: 60e9, steepness: 3.2 }
const smooth = LINKS.filter((link) => !link.completes)
const scale = fc.double({ min: 6, max: 14, noNaN: true }).map((e) => 10 ** e)
const steepness = fc.double({ min: 0.3, max: 12, noNaN: true })
const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })

describe('the Weibull link', () => {
  const weibull = linkOf('weibull')

  it('is 63.2 % at the critical scale and one half at (ln 2)^(1/α) of it', () => {
    expect(weibull.probability(60e9, code)).toBeCloseTo(0.632120558828558, 14)
    expect(weibull.probability(60e9 * Math.LN2 ** (1 / 3.2), code)).toBeCloseTo(0.5, 14)
  })

  it('is 90 % at 77.87e9 for a critical scale of 60e9 and a steepness of 3.2', () => {
    expect(weibull.scaleFor(0.9, code) / 77865244762.3769).toBeCloseTo(1, 13)
  })

  it('keeps every digit of a probability far below the critical scale', () => {
    expect(weibull.probability(1e9, code) / 2.04134098641834e-6).toBeCloseTo(1, 12)
    expect(weibull.probability(1e7, code) / 8.12673313709514e-13).toBeCloseTo(1, 12)
  })
})

describe('the logistic link', () => {
  const logistic = linkOf('logistic')

  it('is one half at the critical scale and 90 % at 9^(1/s) of it', () => {
    expect(logistic.probability(60e9, code)).toBe(0.5)
    expect(logistic.scaleFor(0.9, code) / 119220800785.295).toBeCloseTo(1, 13)
    expect(logistic.probability(1e9, code) / 2.04133890288466e-6).toBeCloseTo(1, 12)
  })
})

describe('the step link', () => {
  const step = linkOf('step')

  it('is 0 below the critical scale and 1 from it on', () => {
    expect(step.probability(59.999e9, code)).toBe(0)
    expect(step.probability(60e9, code)).toBe(1)
    for (const p of [0.001, 0.5, 0.999]) expect(step.scaleFor(p, code)).toBe(60e9)
    expect(step.derivative(60e9, code)).toBeNull()
    expect(step.derivative(61e9, code)).toBe(0)
  })
})

describe.each(LINKS.map((link) => [link.id, link] as const))('%s', (_id, link) => {
  it('is a distribution function: 0 at 0, never falling, 1 in the limit', () => {
    expect(link.probability(0, code)).toBe(0)
    expect(link.probability(1e60, code)).toBe(1)
    fc.assert(
      fc.property(scale, scale, scale, steepness, (x, y, critical, steepness) => {
        const low = link.probability(Math.min(x, y), { critical, steepness })
        const high = link.probability(Math.max(x, y), { critical, steepness })
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(high).toBeGreaterThanOrEqual(low)
      })
    )
  })

  it('gives the scale in proportion to the critical scale', () => {
    fc.assert(
      fc.property(scale, steepness, share, (critical, steepness, p) => {
        expect(link.scaleFor(p, { critical, steepness })).toBe(critical * link.ratioAt(p, steepness))
      })
    )
  })

  it('stays a finite probability at the ends of what a call may ask', () => {
    for (const x of [0, 1e-60, 1, 1e60])
      for (const critical of [1e-60, 1, 1e60])
        for (const steepness of [1e-60, 1, 1e60]) {
          const F = link.probability(x, { critical, steepness })
          expect(F >= 0 && F <= 1).toBe(true)
          const slope = link.derivative(x, { critical, steepness })
          expect(slope === null || (Number.isFinite(slope) && slope >= 0)).toBe(true)
        }
  })
})

describe.each(smooth.map((link) => [link.id, link] as const))('%s, being smooth,', (_id, link) => {
  it('gives back the probability at the scale for it', () => {
    fc.assert(
      fc.property(scale, steepness, share, (critical, steepness, p) => {
        const shape = { critical, steepness }
        // Rounding of the scale moves ln x by ε, hence F by at most about steepness·ε, but 1 − p holds only ε absolutely.
        expect(Math.abs(link.probability(link.scaleFor(p, shape), shape) - p)).toBeLessThan(1e-14 * (1 + steepness))
      })
    )
  })

  it('has the derivative that differences show', () => {
    fc.assert(
      fc.property(share, steepness, scale, (p, steepness, critical) => {
        const shape = { critical, steepness }
        const x = link.scaleFor(p, shape)
        const h = 1e-5
        const difference = (link.probability(x * (1 + h), shape) - link.probability(x * (1 - h), shape)) / (2 * h)
        expect(Math.abs(link.derivative(x, shape)! * x - difference)).toBeLessThan(1e-6)
      })
    )
  })
})

describe('a link between a floor and a ceiling', () => {
  const bounded = { ...code, floor: 0.25, ceiling: 0.9 }

  it('runs from the floor to the ceiling', () => {
    for (const link of LINKS) {
      expect(withBounds(link).probability(0, bounded)).toBe(0.25)
      expect(withBounds(link).probability(1e30, bounded)).toBe(0.9)
    }
    expect(withBounds(linkOf('logistic')).probability(60e9, bounded)).toBeCloseTo(0.575, 14)
  })

  it('needs no scale for a probability that the floor already gives', () => {
    for (const link of LINKS) {
      expect(withBounds(link).scaleFor(0.25, bounded)).toBe(0)
      expect(withBounds(link).scaleFor(0.1, bounded)).toBe(0)
    }
  })

  it('reaches its ceiling only where the link itself completes, and never more', () => {
    for (const link of LINKS) {
      expect(withBounds(link).scaleFor(0.95, bounded)).toMatchObject({
        reason: 'unreachable',
        code: 'probability-above-ceiling',
        values: { wanted: 0.95, ceiling: 0.9 }
      })
      const atCeiling = withBounds(link).scaleFor(0.9, bounded)
      if (link.completes) expect(atCeiling).toBe(60e9)
      else expect(atCeiling).toMatchObject({ reason: 'unreachable' })
    }
  })

  it('gives back the wanted probability at the scale for it', () => {
    fc.assert(
      fc.property(
        scale,
        steepness,
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        fc.double({ min: 0.6, max: 1, noNaN: true }),
        share,
        (critical, steepness, floor, ceiling, at) => {
          const shape = { critical, steepness, floor, ceiling }
          const wanted = floor + (ceiling - floor) * at
          for (const link of smooth) {
            const x = withBounds(link).scaleFor(wanted, shape)
            if (isNoAnswer(x)) throw new Error(x.detail)
            expect(Math.abs(withBounds(link).probability(x, shape) - wanted)).toBeLessThan(1e-14 * (1 + steepness))
            expect(withBounds(link).derivative(x, shape)).toBeCloseTo((ceiling - floor) * link.derivative(x, shape)!, 12)
          }
        }
      )
    )
  })

  it('says so when the scale is outside the range of numbers', () => {
    expect(withBounds(linkOf('weibull')).scaleFor(0.9, { critical: 1, steepness: 1e-6, floor: 0, ceiling: 1 })).toMatchObject({
      reason: 'unreachable',
      code: 'beyond-numbers'
    })
  })
})

describe('the slope at no scale at all', () => {
  it.each(['weibull', 'logistic'] as const)('is 0, 1/critical or infinite (null) for a %s steeper than, equal to or flatter than 1', (id) => {
    expect(linkOf(id).derivative(0, { critical: 4, steepness: 2 })).toBe(0)
    expect(linkOf(id).derivative(0, { critical: 4, steepness: 1 })).toBe(0.25)
    expect(linkOf(id).derivative(0, { critical: 4, steepness: 0.5 })).toBeNull()
  })
})
