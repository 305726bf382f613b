export interface ChosenHost {
  host: 'electron' | 'browser'
  why: string
  program: string[]
}
type Fetched = { path: string } | { path: null; why: string }
export function browserHost(why: string): ChosenHost
export function chooseHost(args: readonly string[], machine?: { display?: boolean; fetch?: () => Promise<Fetched> }): Promise<ChosenHost | { refusal: string }>
export function wantedHost(args: readonly string[]): string | null
