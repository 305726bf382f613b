/** The allow-list of what a host may serve: the files of the built renderer, listed once at the start. Nothing is ever joined to a path from outside. */
import { readdir } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

export interface BuiltFile {
  path: string
  mediaType: string
}

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json'
}

/** Address within the app (such as `assets/index-1a2b.js`; the empty address is `index.html`) → file. Files of other kinds are not served. */
export async function listBuiltFiles(folder: string): Promise<ReadonlyMap<string, BuiltFile>> {
  const files = new Map<string, BuiltFile>()
  // By name, not as directory entries: inside Electron's archives those do not know their folder.
  for (const name of await readdir(folder, { recursive: true })) {
    const mediaType = MEDIA_TYPES[extname(name)]
    if (mediaType !== undefined) files.set(name.split(sep).join('/'), { path: join(folder, name), mediaType })
  }
  const index = files.get('index.html')
  if (index) files.set('', index)
  return files
}
