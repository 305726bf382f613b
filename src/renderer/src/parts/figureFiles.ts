/** A figure leaves the app: as a picture on the clipboard, or as a file. */
import { drawing } from '../figures/drawing'
import type { Mark } from '../figures/marks'
import { paint } from '../figures/paint'
import { HEAD, SIDE, surround } from '../figures/picture'
import type { FigureTheme } from '../figures/theme'

/** Hands a file to the browser to save. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

export interface Shown {
  /** The curves as an SVG image, and what is drawn over them. */
  curves: string
  marks: readonly Mark[]
  size: { width: number; height: number }
  words: { title: string; finding: string; source: string }
  theme: FigureTheme
}

/** The figure as PNG, at twice its size so that it stays sharp on paper. */
export async function png({ curves, marks, size, words, theme }: Shown): Promise<Blob> {
  const image = new Image()
  image.src = curves
  await image.decode()
  const around = surround(size, words, theme)
  const canvas = document.createElement('canvas')
  canvas.width = around.width * 2
  canvas.height = around.height * 2
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.scale(2, 2)
  context.fillStyle = theme.paper
  context.fillRect(0, 0, around.width, around.height)
  paint(context, around.marks, theme.sans)
  context.translate(SIDE, HEAD)
  context.drawImage(image, 0, 0, size.width, size.height)
  paint(context, marks, theme.sans)
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png'))
}

/** The figure as a drawing that can be scaled and edited: curves, words and what surrounds them, in the page's face where the reader has it. */
export function svg({ curves, marks, size, words, theme }: Shown): Blob {
  const around = surround(size, words, theme)
  const inner = decodeURIComponent(curves.slice(curves.indexOf(',') + 1)).replace(/^<svg /, `<svg x="${SIDE}" y="${HEAD}" `)
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${around.width}" height="${around.height}" font-family="${theme.sans.replaceAll('"', "'")}">`,
    `<rect width="100%" height="100%" fill="${theme.paper}"/>`,
    drawing(around.marks),
    inner,
    `<g transform="translate(${SIDE} ${HEAD})">`,
    drawing(marks),
    '</g>',
    '</svg>'
  ].join('\n')
  return new Blob([text], { type: 'image/svg+xml;charset=utf-8' })
}

export type CopyResult = 'copied' | 'saved' | 'failed'

/** Puts a figure on the clipboard; where the browser does not allow that it becomes a file, so that nothing is lost. */
export async function copyPicture(shown: Shown, name: string): Promise<CopyResult> {
  let picture: Blob
  try {
    picture = await png(shown)
  } catch {
    return 'failed'
  }
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
    return 'copied'
  } catch {
    saveFile(`${name}.png`, picture)
    return 'saved'
  }
}
