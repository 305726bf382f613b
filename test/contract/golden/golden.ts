/** Golden cases of the contract: an input, what an independent source says of the output, and how near the two must be and why. */
import { expect } from 'vitest'
import type { Input, Output, ProcedureName } from '../../../src/shared/contract'

/** Calls a procedure of the app under test. */
export type Call = <P extends ProcedureName>(procedure: P, input: Input<P>) => Promise<Output<P>>

export interface GoldenCase<P extends ProcedureName> {
  /** What is compared with what: the name of the test. Give the figures and their source. */
  name: string
  /** A function where the input depends on what was called before. */
  input: Input<P> | ((call: Call) => Promise<Input<P>>)
  /** The part of the output that is compared: numbers within `within`, everything else exactly, arrays item by item as far as they go here. */
  output: unknown
  /** Largest relative difference of a number (absolute beside 0), with its reason; 1e-12 unless given. */
  within?: [tolerance: number, because: string]
  /** Anything that a comparison cannot say. */
  also?: (output: Output<P>) => void
}

export type Golden<P extends ProcedureName = ProcedureName> = { readonly [Q in P]: readonly [GoldenCase<Q>, ...GoldenCase<Q>[]] }

export function expectAgreement(actual: unknown, expected: unknown, tolerance: number, at = 'output'): void {
  if (typeof expected === 'number') {
    expect(actual, at).toBeTypeOf('number')
    expect(Math.abs((actual as number) - expected), `${at}: ${String(actual)} against ${expected}`).toBeLessThanOrEqual(tolerance * (Math.abs(expected) || 1))
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [key, value] of Object.entries(expected)) expectAgreement((actual as Record<string, unknown> | null)?.[key], value, tolerance, `${at}.${key}`)
  } else {
    expect(actual, at).toBe(expected)
  }
}
