/** Takes files and keeps a screen's state over and over, and says after each file what it has; the test kills it in between. Started with: folder, first number. */
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { createDesk } from '../../src/main/documents/desk'
import { createIntake } from '../../src/main/documents/intake'

const [folder, first] = process.argv.slice(2) as [string, string]
const parts = {
  folder,
  fs,
  clock: () => new Date(),
  random: (bytes: number) => randomBytes(bytes).toString('hex'),
  platform: process.platform,
  wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
}
const intake = createIntake(parts)
const desk = createDesk(parts)
const slice = Buffer.alloc(300_000, 'N,score\n')
for (let n = Number(first); ; n++) {
  const { file } = await intake.begin({ fileName: `${n}.csv`, size: 4 * slice.length })
  for (let at = 0; at < 4 * slice.length; at += slice.length) await intake.append({ file, at, base64: slice.toString('base64') })
  await desk.set('lab', { n, file })
  writeSync(1, `${n} ${file}\n`)
}
