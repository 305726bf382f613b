/** The bridge between the sandboxed page and the main process: types only, shared by the preload and the renderer. */
import type { Refusal } from './contract'

export interface Bridge {
  /** Calls a procedure; `id` names the call for progress items and for `cancel`. */
  call: (id: number, procedure: string, input: unknown) => Promise<BridgeReply>
  cancel: (id: number) => void
  /** Progress items of every running call; returns the function that stops listening. */
  onItem: (listener: (id: number, item: unknown) => void) => () => void
  /** Commands of the application menu, by name. */
  onCommand: (listener: (command: string) => void) => () => void
}

export type BridgeReply = { ok: true; output: unknown } | { ok: false; refusal: Refusal }
