/** Sizes that stand in models' names: "pythia-1.4b-deduped" → 1.4e9. A name is no measurement: such a size is offered, never used. */

const SIZE = /(?:^|[^a-z0-9.])(\d+(?:\.\d+)?) ?([mb])(?![a-z0-9])/gi

export interface SizeInName {
  N: number
  /** The words that say so. */
  from: string
}

/** Null when the name tells no size, or more than one. "8x7B" tells none: the active size of a mixture is not in its name. */
export function sizeInName(name: string): SizeInName | null {
  const found = [...name.matchAll(SIZE)]
  const sizes = found.map(([, digits = '', letter = '']) => ({ N: Number(`${digits}e${letter.toLowerCase() === 'b' ? 9 : 6}`), from: `${digits}${letter}` }))
  return sizes.length > 0 && new Set(sizes.map(({ N }) => N)).size === 1 ? sizes[0]! : null
}

/** Sizes for models without one, by name, each once. */
export function suggestionsFor(rows: Iterable<{ model?: string | null; N?: number | null }>): { model: string; N: number; from: string }[] {
  const models = new Set<string>()
  for (const { model, N } of rows) if (typeof model === 'string' && typeof N !== 'number') models.add(model)
  return [...models].flatMap((model) => {
    const size = sizeInName(model)
    return size === null ? [] : [{ model, ...size }]
  })
}
