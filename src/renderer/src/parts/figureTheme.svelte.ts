/** Colours, type and text widths for figures, read from the page's tokens once per theme, language and size class. */
import type { FigureTheme, Measure } from '../figures/theme'

const CATEGORIES = 8

function read(root: HTMLElement): FigureTheme {
  const style = getComputedStyle(root)
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const colours = {
    ink: 'ink',
    ink2: 'ink-2',
    ink3: 'ink-3',
    paper: 'paper',
    line2: 'line-2',
    line3: 'line-3',
    pen: 'pen',
    onPen: 'on-pen',
    good: 'good',
    bad: 'bad',
    warn: 'warn',
    hatch: 'hatch',
    hatchWarn: 'hatch-warn'
  }
  return {
    ...(Object.fromEntries(Object.entries(colours).map(([key, name]) => [key, token(name)])) as Record<keyof typeof colours, string>),
    categories: Array.from({ length: CATEGORIES }, (_, i) => token(`c${i + 1}`)),
    band90: parseFloat(token('band-90')) / 100,
    band50: parseFloat(token('band-50')) / 100,
    sans: token('sans'),
    micro: parseFloat(token('t-micro')),
    small: parseFloat(token('t-small'))
  }
}

/** Measures texts on a canvas, each one once. */
function measureIn(face: string): Measure {
  const canvas = document.createElement('canvas').getContext('2d')
  // A memory, not state: nothing is drawn anew because a width is known.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  const known = new Map<string, number>()
  return (text, size, weight) => {
    const key = `${size} ${weight} ${text}`
    let width = known.get(key)
    if (width === undefined) {
      if (canvas === null) return text.length * size * 0.55
      canvas.font = `${weight} ${size}px ${face}`
      width = canvas.measureText(text).width
      known.set(key, width)
    }
    return width
  }
}

class FigureLook {
  theme = $state.raw<FigureTheme>(read(document.documentElement))
  measure = $state.raw<Measure>(measureIn(this.theme.sans))

  constructor() {
    const again = (): void => {
      this.theme = read(document.documentElement)
      this.measure = measureIn(this.theme.sans)
    }
    new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'lang', 'class', 'style'] })
    for (const query of ['(prefers-color-scheme: dark)', '(min-width: 1600px)']) matchMedia(query).addEventListener('change', again)
    document.fonts.addEventListener('loadingdone', again)
  }
}

let look: FigureLook | undefined
/** One for the page, made when the first figure is. */
export const figureLook = (): FigureLook => (look ??= new FigureLook())
