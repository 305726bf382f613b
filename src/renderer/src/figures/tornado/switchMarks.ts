/** Where the recommended path changes, on the bar of the input: a diamond at the outcome there, two joined by a line where the outcome jumps. */
import type { Mark } from '../marks'
import type { FigureTheme } from '../theme'
import type { SwitchAt } from './view'

/** Half the width of a diamond. */
const SIZE = 4
/** Sides nearer than this are one diamond. */
const ONE = 2

/** @param half half the height of the bar */
export function switchMarks(switches: readonly SwitchAt[], x: (value: number) => number, y: number, half: number, theme: FigureTheme): Mark[] {
  return switches.flatMap(({ low, high }): Mark[] => {
    const sides = [low, high].filter((value) => value !== null).map(x)
    const places = sides.length === 2 && Math.abs(sides[0]! - sides[1]!) < ONE ? [sides[0]!] : sides
    const tall = Math.max(SIZE + 1, half)
    const diamond = (at: number): Mark => ({
      kind: 'path',
      d: `M${(at - SIZE).toFixed(1)} ${y.toFixed(1)}L${at.toFixed(1)} ${(y - tall).toFixed(1)}L${(at + SIZE).toFixed(1)} ${y.toFixed(1)}L${at.toFixed(1)} ${(y + tall).toFixed(1)}Z`,
      fill: theme.paper,
      stroke: theme.ink,
      width: 1.5
    })
    const jump: Mark[] =
      places.length === 2 ? [{ kind: 'path', d: `M${places[0]!.toFixed(1)} ${y.toFixed(1)}H${places[1]!.toFixed(1)}`, stroke: theme.ink, width: 1.5 }] : []
    return [...jump, ...places.map(diamond)]
  })
}
