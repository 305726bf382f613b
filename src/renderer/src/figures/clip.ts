/** What of a drawing lies within a box. Far outside it a pixel is a number of any size, which no library draws; and nothing there can be seen. */
export interface ClipBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Places {
  px: number[]
  py: number[]
}

/** The stretches of a line within a box, each cut where it crosses the edge. */
export function clippedLine(px: readonly number[], py: readonly number[], box: ClipBox): Places[] {
  const { left, right, top, bottom } = box
  const runs: Places[] = []
  let run: Places | null = null
  for (let i = 0; i + 1 < px.length; i++) {
    const x0 = px[i]!
    const y0 = py[i]!
    const x1 = px[i + 1]!
    const y1 = py[i + 1]!
    // Most segments of a long line are wholly inside, or on the outer side of one edge.
    if (run !== null && x1 >= left && x1 <= right && y1 >= top && y1 <= bottom) {
      run.px.push(x1)
      run.py.push(y1)
      continue
    }
    if ((x0 < left && x1 < left) || (x0 > right && x1 > right) || (y0 < top && y1 < top) || (y0 > bottom && y1 > bottom)) {
      run = null
      continue
    }
    const [dx, dy] = [x1 - x0, y1 - y0]
    // Liang and Barsky 1984: the part of the segment that is on the inner side of all four edges.
    let [start, end] = [0, 1]
    for (const [towards, room] of [
      [-dx, x0 - left],
      [dx, right - x0],
      [-dy, y0 - top],
      [dy, bottom - y0]
    ] as const) {
      if (towards === 0) {
        if (room < 0) start = 2
      } else if (towards < 0) start = Math.max(start, room / towards)
      else end = Math.min(end, room / towards)
    }
    if (start > end) {
      run = null
      continue
    }
    if (run === null || start > 0) runs.push((run = { px: [x0 + dx * start], py: [y0 + dy * start] }))
    run.px.push(x0 + dx * end)
    run.py.push(y0 + dy * end)
    if (end < 1) run = null
  }
  return runs
}

/** An area within a box (Sutherland and Hodgman 1974): the corners in order, none where nothing of it is inside. */
export function clippedArea(px: readonly number[], py: readonly number[], { left, right, top, bottom }: ClipBox): Places {
  const edges = [
    { along: 'px', at: left, sign: 1 },
    { along: 'px', at: right, sign: -1 },
    { along: 'py', at: top, sign: 1 },
    { along: 'py', at: bottom, sign: -1 }
  ] as const
  let area: Places = { px: [...px], py: [...py] }
  for (const { along, at, sign } of edges) {
    const { px: xs, py: ys } = area
    const depth = area[along].map((value) => sign * (value - at))
    const kept: Places = { px: [], py: [] }
    for (let i = 0; i < xs.length; i++) {
      const before = i === 0 ? xs.length - 1 : i - 1
      const [from, to] = [depth[before]!, depth[i]!]
      if (from >= 0 !== to >= 0) {
        const share = from / (from - to)
        kept.px.push(xs[before]! + (xs[i]! - xs[before]!) * share)
        kept.py.push(ys[before]! + (ys[i]! - ys[before]!) * share)
      }
      if (to >= 0) {
        kept.px.push(xs[i]!)
        kept.py.push(ys[i]!)
      }
    }
    area = kept
  }
  return area
}
