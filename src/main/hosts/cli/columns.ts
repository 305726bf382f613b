/** Laying out text in columns of a terminal, where Chinese characters take two cells. */

/** Cells that a text takes. */
export const cells = (text: string): number =>
  [...text].reduce((sum, c) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1), 0)

const GAP = 2

/**
 * Aligned columns with a heading. A table that is too wide breaks the texts of its widest left-aligned column into more lines.
 * @param align one letter per column: l or r
 */
export function columns(heading: readonly string[], rows: readonly (readonly string[])[], align: string, width: number): string[] {
  const table = [heading, ...rows]
  const widths = heading.map((_, column) => Math.max(...table.map((row) => cells(row[column] ?? ''))))
  const tooMuch = widths.reduce((sum, w) => sum + w, GAP * (widths.length - 1)) - width
  if (tooMuch > 0) {
    const texts = [...align].flatMap((letter, column) => (letter === 'l' ? [column] : []))
    const widest = texts.reduce((best, column) => ((widths[column] ?? 0) > (widths[best] ?? 0) ? column : best), texts[0] ?? 0)
    widths[widest] = Math.max(8, (widths[widest] ?? 0) - tooMuch)
  }
  return table.flatMap((row) => layOut(row, widths, align))
}

function layOut(row: readonly string[], widths: readonly number[], align: string): string[] {
  const broken = row.map((cell, column) => wrap(cell, widths[column] ?? 0))
  const height = Math.max(1, ...broken.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    broken
      .map((lines, column) => pad(lines[line] ?? '', widths[column] ?? 0, align[column] === 'r'))
      .join(' '.repeat(GAP))
      .trimEnd()
  )
}

const pad = (text: string, width: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - cells(text)))
  return right ? space + text : text + space
}

/** Lines of at most `width` cells, broken at spaces; a longer word is broken where it must. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((w) => pieces(w, width))) {
    if (line !== '' && cells(line) + 1 + cells(word) > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

function pieces(word: string, width: number): string[] {
  const parts = ['']
  for (const c of word) {
    if (cells(parts[parts.length - 1] + c) > width) parts.push('')
    parts[parts.length - 1] += c
  }
  return parts
}
