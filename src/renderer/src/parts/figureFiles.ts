/** A figure leaves the app: as a picture on the clipboard, or as a file. */

/** Hands a file to the browser to save. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** An SVG document as PNG, at twice its size so that it stays sharp on paper. */
async function png(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * 2
  canvas.height = height * 2
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png'))
}

export type CopyResult = 'copied' | 'saved' | 'failed'

/** Puts a figure on the clipboard; where the browser does not allow that it becomes a file, so that nothing is lost. */
export async function copyPicture(svg: string, width: number, height: number, name: string): Promise<CopyResult> {
  let picture: Blob
  try {
    picture = await png(svg, width, height)
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
