/** Settings of this computer: language, theme, what is shown. Kept by the host; `lang` and `data-theme` of the page follow them. */
import type { Settings } from '../../../shared/contract'
import { call } from './host'
import { reader, systemLanguage } from './language.svelte'

export type Theme = Settings['theme']

const DEFAULTS: Settings = { language: 'system', theme: 'system', lastDocument: null, recents: [], publishedRuns: true, shownScenario: null, window: null }
const dark = window.matchMedia('(prefers-color-scheme: dark)')

class SettingsState {
  current = $state.raw<Settings>(DEFAULTS)
  #systemDark = $state(dark.matches)
  /** The theme in force: what figures are drawn for. */
  theme: 'light' | 'dark' = $derived(this.current.theme === 'system' ? (this.#systemDark ? 'dark' : 'light') : this.current.theme)

  constructor() {
    dark.addEventListener('change', () => {
      this.#systemDark = dark.matches
      this.#apply()
    })
  }

  async load(): Promise<void> {
    this.current = await call('settings.get', {})
    this.#apply()
  }

  /** Takes effect at once; a host that cannot keep it says so to the caller. */
  async set(change: Partial<Settings>): Promise<void> {
    this.current = { ...this.current, ...change }
    this.#apply()
    await call('settings.set', change)
  }

  #apply(): void {
    reader.language = this.current.language === 'system' ? systemLanguage() : this.current.language
    document.documentElement.lang = reader.language === 'zh' ? 'zh-CN' : 'en'
    document.documentElement.dataset['theme'] = this.theme
  }
}

export const settings = new SettingsState()
