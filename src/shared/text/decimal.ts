/** Decimal digits of a double, so that scaling by powers of ten moves the point instead of rounding again. */
export interface Decimal {
  negative: boolean
  /** Significant digits without a point: "576" with exponent 23 is 5.76e23. */
  digits: string
  exponent: number
}

/** Digits of a finite number, rounded to `significant` digits, or all that the double needs to be read back exactly. */
export function decimalOf(value: number, significant?: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`only finite numbers are shown, not ${value}`)
  const [mantissa = '0', exponent = '0'] = (
    significant === undefined ? value.toExponential() : value.toExponential(Math.min(100, Math.max(0, significant - 1)))
  ).split('e')
  return { negative: value < 0, digits: mantissa.replace(/[-.]/g, ''), exponent: Number(exponent) }
}

/** Writes a decimal divided by 10^shift without exponent: `placed({digits: "576", exponent: 4}, 3)` is "57.6". Trailing zeros go unless kept. */
export function placed(decimal: Decimal, shift = 0, keepZeros = false): string {
  const point = decimal.exponent - shift + 1
  const { digits } = decimal
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(1, point)
  const fraction = padded.slice(at)
  const kept = keepZeros ? fraction : fraction.replace(/0+$/, '')
  return padded.slice(0, at) + (kept === '' ? '' : '.' + kept)
}
