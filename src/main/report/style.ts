/**
 * The sheet: always light, A4 or Letter. Page numbers stand in `@page` margin boxes, which inherit nothing, so they name their own font.
 * The static faces of Inter are TrueType: Chromium embeds them as such (variable and CFF faces would become Type 3).
 */
import greek400 from '@fontsource/inter/files/inter-greek-400-normal.woff2?inline'
import greek600 from '@fontsource/inter/files/inter-greek-600-normal.woff2?inline'
import latin400 from '@fontsource/inter/files/inter-latin-400-normal.woff2?inline'
import latin600 from '@fontsource/inter/files/inter-latin-600-normal.woff2?inline'

const SANS = `'Scalepath Sans', Inter, 'PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif`
const face = (data: string, weight: number, range: string) =>
  `@font-face { font-family: 'Scalepath Sans'; font-weight: ${weight}; src: url(${data}) format('woff2'); unicode-range: ${range}; }`
const LATIN =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD'
const GREEK = 'U+0370-03FF'

/** A text as a CSS string literal that cannot end the string, the style element or the line. */
const css = (text: string) => `"${text.replace(/[\n\r\f]/g, ' ').replace(/[\\"<>&]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)}"`

export interface Running {
  title: string
  date: string
  footer: string
  page: string
  of: string
  paper: 'A4' | 'Letter'
}

export const sheetStyle = ({ title, date, footer, page, of, paper }: Running): string => `
${face(latin400, 400, LATIN)}
${face(latin600, 600, LATIN)}
${face(greek400, 400, GREEK)}
${face(greek600, 600, GREEK)}
@page { size: ${paper}; margin: 24mm 16mm 20mm;
  @top-left { content: ${css(title)}; font: 8pt ${SANS}; color: #50545d; vertical-align: bottom; padding-bottom: 5mm; }
  @top-right { content: ${css(date)}; font: 8pt ${SANS}; color: #50545d; vertical-align: bottom; padding-bottom: 5mm; }
  @bottom-left { content: ${css(footer)}; font: 8pt ${SANS}; color: #50545d; vertical-align: top; padding-top: 5mm; white-space: pre; }
  @bottom-right { content: ${css(page + ' ')} counter(page) ${css(' ' + of + ' ')} counter(pages)${page === '第' ? ' " 页"' : ''}; font: 8pt ${SANS}; color: #50545d; vertical-align: top; padding-top: 5mm; } }
html { --ink: #1b1d22; --ink-2: #484c55; --ink-3: #60646d; --line: #dedad0; --line-2: #ebe8e0; --line-3: #83868c; --pen: #1d4ed8; --bad: #b3261e; --good: #17703b; --warn: #8a5a00;
  --c1: #0d694e; --c2: #c04200; --c3: #8748a1; --c4: #64703a; --c5: #a95176; --c6: #0b72b5; --c7: #7c3e22; --c8: #5b1e5e; }
* { box-sizing: border-box; margin: 0; }
html { background: #fff; }
body { font: 400 9.5pt/14pt ${SANS}; color: var(--ink); text-autospace: normal; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
html:lang(zh) body { line-height: 15pt; }
h1 { font-size: 9.5pt; font-weight: 400; color: var(--ink-2); }
h2 { font-size: 11pt; line-height: 15pt; font-weight: 600; margin: 8mm 0 2mm; break-after: avoid; }
h2 span { color: var(--ink-3); font-weight: 400; display: inline-block; width: 6mm; }
h3 { font-size: 8.5pt; line-height: 12pt; font-weight: 600; margin: 4mm 0 1mm; break-after: avoid; }
b { font-weight: 600; color: var(--ink); }
sup { font-size: .72em; line-height: 0; vertical-align: .42em; }
.decide { font-size: 19pt; line-height: 26pt; letter-spacing: -.012em; color: var(--ink-2); text-wrap: pretty; margin: 2mm 0 4mm; }
:lang(zh) .decide { letter-spacing: 0; line-height: 29pt; }
.lead { max-width: 160mm; }
.numbers { display: grid; grid-template-columns: 1fr 1.1fr 1.15fr 1.1fr 1.2fr; border-top: 1.5pt solid var(--ink); border-bottom: .5pt solid var(--line-3); margin: 6mm 0 2mm; }
.numbers div { padding: 2.5mm 2mm 2.5mm 4mm; border-left: .5pt solid var(--line); } .numbers div:first-child { padding-left: 0; border: 0; }
.numbers dt, .numbers small { font-size: 8.5pt; line-height: 12pt; color: var(--ink-2); } .numbers dd { font-size: 15pt; line-height: 20pt; font-weight: 600; white-space: nowrap; } .numbers small { display: block; font-weight: 400; white-space: normal; }
figure, .keep, tr, section.keep { break-inside: avoid; }
figure svg { width: 100%; display: block; overflow: visible; }
figcaption, .note { font-size: 8.5pt; line-height: 12pt; color: var(--ink-2); margin-top: 2mm; max-width: 165mm; }
table { width: 100%; border-collapse: collapse; font-size: 8.5pt; line-height: 12pt; }
th { font-weight: 400; color: var(--ink-2); text-align: left; vertical-align: bottom; white-space: nowrap; } thead { display: table-header-group; }
th, td { padding: 1.4mm 0 1.4mm 3.2mm; vertical-align: top; } th:first-child, td:first-child { padding-left: 0; }
tbody tr { border-top: .5pt solid var(--line); } thead + tbody tr:first-child { border-top-color: var(--line-3); }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; } .name { min-width: 40mm; overflow-wrap: anywhere; } .q { color: var(--ink-2); } .bad { color: var(--bad); } .good { color: var(--good); }
.dot { display: inline-block; width: 2mm; height: 2mm; border-radius: 50%; margin-right: 1.5mm; background: var(--c); }
.fall { display: grid; grid-template-columns: 62mm 1fr 22mm; font-size: 8.5pt; line-height: 6mm; } .fall i { position: relative; display: block; } .fall i::before { content: ""; position: absolute; top: 1.2mm; height: 3.6mm; left: calc(var(--a) * 100%); width: calc((var(--b) - var(--a)) * 100%); min-width: .3mm; background: var(--line-3); }
.fall .sum { font-weight: 600; border-top: .5pt solid var(--line-3); } .fall i.sum::before { background: var(--ink); } .fall > :nth-child(3n) { text-align: right; }
small { font-size: 7.5pt; } .wrap { white-space: normal; overflow-wrap: anywhere; } .compared { margin-top: 3mm; table-layout: fixed; width: calc(48mm + 26mm * var(--columns)); } .compared thead th:first-child { width: 48mm; } .compared .name { min-width: 0; } .group th { padding-top: 3mm; font-size: 8pt; } thead + tbody tr.group { border-top: 0; }
ul { padding-left: 4.5mm; max-width: 165mm; } li { margin-bottom: 1mm; } li:has(> .dot) { list-style: none; margin-left: -4.5mm; }
.pairs { display: grid; grid-template-columns: max-content max-content; gap: 0 8mm; font-size: 8.5pt; line-height: 5.6mm; margin-bottom: 3mm; } .pairs > :nth-child(2n) { text-align: right; font-weight: 600; } .pairs > :nth-child(2n + 1) { color: var(--ink-2); }
.frontier { font: 400 8pt ${SANS}; fill: var(--ink-2); }
.frontier .grid { stroke: var(--line-2); } .frontier .axis { stroke: var(--line-3); } .frontier .hatch { stroke: #b3261e24; stroke-width: 2; } .frontier .curve { fill: none; stroke-linejoin: round; }
.frontier .band90 { fill-opacity: .12; } .frontier .band50 { fill-opacity: .2; } .frontier .limit { stroke: var(--bad); stroke-width: 1.5; } .frontier .here { stroke: var(--ink); stroke-width: .75; stroke-dasharray: 1 3; } .frontier .dot { stroke: #fff; stroke-width: 1.5; }
.frontier .name { font-weight: 600; paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round; } .frontier .plate { fill: var(--ink); } .frontier .plateText { fill: #fff; font-weight: 600; }
`
