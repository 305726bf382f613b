/** Random numbers of right answers among n independent items. */
import { logGamma } from './incompleteBeta'
import type { RandomStream } from './random'

/** A draw from Binomial(n, p), n a whole number from 0, 0 ≤ p ≤ 1: by inversion while n·p is small, else by transformed rejection (Hörmann 1993, BTRS). */
export function drawBinomial(random: RandomStream, n: number, p: number): number {
  if (n === 0 || p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - drawBinomial(random, n, 1 - p)
  return n * p < 10 ? inverted(random, n, p) : rejected(random, n, p)
}

/** Walks up the distribution function: n·p steps on average. */
function inverted(random: RandomStream, n: number, p: number): number {
  const odds = p / (1 - p)
  let chance = Math.exp(n * Math.log1p(-p))
  let left = random.uniform()
  let k = 0
  while (left > chance && k < n) {
    left -= chance
    k++
    chance *= (odds * (n - k + 1)) / k
  }
  return k
}

function rejected(random: RandomStream, n: number, p: number): number {
  const deviation = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * deviation
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const c = n * p + 0.5
  const vr = 0.92 - 4.2 / b
  const alpha = (2.83 + 5.1 / b) * deviation
  const logOdds = Math.log(p / (1 - p))
  const mode = Math.floor((n + 1) * p)
  const h = logGamma(mode + 1) + logGamma(n - mode + 1)
  for (;;) {
    const u = random.uniform() - 0.5
    const v = random.uniform()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + c)
    if (k < 0 || k > n) continue
    if (us >= 0.07 && v <= vr) return k
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= h - logGamma(k + 1) - logGamma(n - k + 1) + (k - mode) * logOdds) return k
  }
}
