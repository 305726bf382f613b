/** A figure's numbers as rows: the accessible figure, and what a spreadsheet gets. */
export interface FigureTable {
  title: string
  header: readonly string[]
  /** Columns that hold text and stand left; the others are numbers. */
  texts: readonly number[]
  rows: readonly { strong: boolean; cells: readonly string[] }[]
  /** Where not every row is shown: how many of how many. */
  more?: string | undefined
}

/** A cell that a spreadsheet would take for a formula is kept as text. */
const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV (RFC 4180) with a byte-order mark, so that spreadsheets read Chinese. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string => '\uFEFF' + rows.map((r) => r.map(cell).join(',')).join('\r\n') + '\r\n'
