/** The app's one window: sandboxed, isolated, no Node; it comes back where it was. */
import { BrowserWindow, screen } from 'electron'
import type { Settings } from '../../../shared/contract'

export type Bounds = NonNullable<Settings['window']>

const DEFAULT = { width: 1440, height: 900 }
const SMALLEST = { minWidth: 720, minHeight: 520 }

export interface WindowOptions {
  preload: string
  address: string
  bounds: Bounds | null
  dark: boolean
  /** Told where the window was when it closes. */
  onBounds: (bounds: Bounds) => void
}

/** Resolves when the page is loaded, or with a destroyed window when it was closed before. */
export async function openWindow({ preload, address, bounds, dark, onBounds }: WindowOptions): Promise<BrowserWindow> {
  const place = bounds !== null && isOnAScreen(bounds) ? bounds : defaultPlace()
  const window = new BrowserWindow({
    ...pick(place),
    ...SMALLEST,
    show: false,
    title: 'Scalepath',
    backgroundColor: dark ? '#14161a' : '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false
    }
  })
  if (bounds?.maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => onBounds({ ...window.getNormalBounds(), maximised: window.isMaximized() }))
  await window.loadURL(address).catch((problem: unknown) => {
    if (!window.isDestroyed()) throw problem
  })
  return window
}

function defaultPlace(): { width: number; height: number } {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  return { width: Math.min(width, DEFAULT.width), height: Math.min(height, DEFAULT.height) }
}

const pick = ({ width, height, x, y }: Partial<Bounds> & { width: number; height: number }) => ({
  width,
  height,
  ...(x === undefined || y === undefined ? {} : { x, y })
})

/** A window that would open on a screen that is no longer there opens at its default place. */
function isOnAScreen({ x, y, width, height }: Bounds): boolean {
  if (x === undefined || y === undefined) return true
  return screen
    .getAllDisplays()
    .some(
      ({ workArea }) => x < workArea.x + workArea.width && x + width > workArea.x && y >= workArea.y && y < workArea.y + workArea.height - Math.min(height, 100)
    )
}
