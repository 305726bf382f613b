/**
 * What is slow to draw, one thing each turn: after the frame that paints the numbers, and then when nothing more urgent waits, such as an input or the next
 * answer. So numbers never wait for charts, and several charts do not add up to one long wait.
 */

/** Milliseconds after which a turn comes although the page has had no rest. */
const LATEST = 50

const waiting: (() => void)[] = []
let turning = false

/** Runs it when its turn comes, once however often it has asked by then. */
export function inTurn(run: () => void): void {
  if (!waiting.includes(run)) waiting.push(run)
  if (!turning) nextTurn()
}

/** Gives up its turn. */
export function outOfTurn(run: () => void): void {
  const at = waiting.indexOf(run)
  if (at >= 0) waiting.splice(at, 1)
}

function nextTurn(): void {
  turning = waiting.length > 0
  if (turning) requestAnimationFrame(() => requestIdleCallback(turn, { timeout: LATEST }))
}

function turn(): void {
  const run = waiting.shift()
  const others = waiting.length
  try {
    run?.()
    // What was worked out for a figure is drawn in the same turn.
    const [asked] = waiting.splice(others, 1)
    asked?.()
  } finally {
    nextTurn()
  }
}
