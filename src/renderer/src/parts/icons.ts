/** Strokes of the app's own line icons, on a 16 px square. */
export const ICONS = {
  answer: 'M2 4h12M2 8h12M2 12h7',
  scenarios:
    'M4 1.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4zM4 10.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4zM12 3.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4zM4 5.2v5.6M12 7.2C12 10 4 8 4 10.8',
  report: 'M3.5 1.5h6l3 3v10h-9zM6 7.5h4M6 10.5h4',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H7',
  redo: 'm10.5 3 3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8H9',
  lock: 'M4.5 7h7A1.5 1.5 0 0 1 13 8.5v4a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 12.5v-4A1.5 1.5 0 0 1 4.5 7zM5 7V5a3 3 0 0 1 6 0v2',
  light: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M13 3l-1.1 1.1M4.1 11.9 3 13',
  dark: 'M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3z',
  system: 'M2 3h12v8H2zM5.5 14h5',
  table: 'M2 3h12v10H2zM2 6.5h12M2 9.8h12M6.5 6.5V13',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  ok: 'm3 8.5 3.5 3.5L13 4.5',
  alert: 'M8 2 1.8 13.5h12.4zM8 6.5v3.5M8 11.9v.1',
  x: 'm4 4 8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  down: 'm4 6 4 4 4-4',
  right: 'm6 4 4 4-4 4',
  folder: 'M1.5 3.5h4.5l1.5 2h7v7.5h-13z',
  open: 'M8 10.5v-8M5 5l3-3 3 3M2.5 10v3.5h11V10',
  save: 'M8 2.5v8M5 8l3 3 3-3M2.5 11v2.5h11V11',
  bin: 'M2.5 4.5h11M6 4.5V2.5h4v2M4 4.5l.7 9h6.6l.7-9',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  reset: 'M3 3v3.5h3.5M3.3 6.5a5.2 5.2 0 1 1-.4 3.5',
  info: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.3V11M8 5v.1'
} as const
export type IconName = keyof typeof ICONS
