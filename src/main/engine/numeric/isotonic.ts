/** Isotonic regression: the non-decreasing sequence nearest to the given values in squares, by pooling adjacent violators (Barlow et al. 1972). */
export function isotonic(values: readonly number[]): number[] {
  const blocks: { sum: number; size: number }[] = []
  for (const value of values) {
    let block = { sum: value, size: 1 }
    for (let last = blocks.at(-1); last !== undefined && last.sum * block.size >= block.sum * last.size; last = blocks.at(-1)) {
      blocks.pop()
      block = { sum: last.sum + block.sum, size: last.size + block.size }
    }
    blocks.push(block)
  }
  return blocks.flatMap(({ sum, size }) => new Array<number>(size).fill(sum / size))
}
