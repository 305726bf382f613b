const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Makes any text safe inside HTML text and attributes: nothing that a planner writes is ever markup in a report. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c]!)

/** `**…**` in a message becomes bold, after everything else is escaped. */
export const emphasise = (text: string): string => escape(text).replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')

/** Scientific notation in escaped text gets a raised exponent: 1.05×10^24 and 1.05e24 → 1.05×10<sup>24</sup>. */
export const raise = (html: string): string => html.replace(/×10\^(-?\d+)/g, '×10<sup>$1</sup>')
