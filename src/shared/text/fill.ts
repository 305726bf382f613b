/** Fills the places of a template, `{name}` or `{name|kind}`, with values formatted for a language. */
import type { Language } from './messages'

export function fill(template: string, values: Record<string, number | string>, _language: Language): string {
  return template.replace(/\{(\w+)(?:\|(\w+))?\}/g, (_place, name: string) => String(values[name] ?? ''))
}
