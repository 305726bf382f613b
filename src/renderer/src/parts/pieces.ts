/** Cuts a sentence into its texts and its places. Punctuation right after a place stays with it, so that no line begins with a comma. */
export type Piece = { readonly text: string } | { readonly place: string; readonly after: string }

/** `"To {N}, then"` → text, place N with ",", text. */
export function pieces(template: string): Piece[] {
  const found: Piece[] = []
  let from = 0
  for (const match of template.matchAll(/\{(\w+)\}([,.:;，。：；、]?)/g)) {
    if (match.index > from) found.push({ text: template.slice(from, match.index) })
    found.push({ place: match[1]!, after: match[2]! })
    from = match.index + match[0].length
  }
  if (from < template.length) found.push({ text: template.slice(from) })
  return found
}
