/** Which screen is shown. */
export const SCREENS = ['answer', 'scenarios', 'report'] as const
export type ScreenId = (typeof SCREENS)[number]

class Route {
  screen = $state<ScreenId>('answer')

  go(screen: ScreenId): void {
    this.screen = screen
  }
}

export const route = new Route()
