/** Which screen is shown, and which part of it a link led to. In the order of the rail: what is planned, what is studied, what is printed. */
export const SCREENS = ['answer', 'targets', 'laws', 'costs', 'path', 'scenarios', 'lab', 'grokking', 'theory', 'report'] as const
export type ScreenId = (typeof SCREENS)[number]

class Route {
  screen = $state<ScreenId>('answer')
  /** What the screen should show first: a tab, a target, a region of its own; null for what it showed last. */
  at = $state<string | null>(null)

  go(screen: ScreenId, at: string | null = null): void {
    this.screen = screen
    this.at = at
  }
}

export const route = new Route()
