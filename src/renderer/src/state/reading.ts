/** What a field makes of the text in it: something to keep, or a reason to refuse it. */
import type { Shown } from '../../../shared/text/format'

export type Reading = { ok: true; echo: Shown | string; keep: () => void } | { ok: false; reason: string }
export type Read = (text: string) => Reading
