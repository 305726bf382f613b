/** 0 to `total` − 1 in about four pieces for each task that runs at the same time, so that progress shows and no worker waits long for the last piece. */
export function divided(total: number, parallelism: number): { from: number; to: number }[] {
  const pieces = Math.min(total, 4 * parallelism)
  return Array.from({ length: pieces }, (_, i) => ({ from: Math.floor((i * total) / pieces), to: Math.floor(((i + 1) * total) / pieces) }))
}
