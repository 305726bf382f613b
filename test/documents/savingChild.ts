/** Saves a plan over and over and says so after each save; the test kills it in between. Started with: folder, document id, first number. */
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { createDocuments } from '../../src/main/documents/documents'

const [folder, id, first] = process.argv.slice(2) as [string, string, string]
const documents = createDocuments({
  folder,
  fs,
  clock: () => new Date(),
  random: (bytes) => randomBytes(bytes).toString('hex'),
  platform: process.platform,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  app: '0.1.0',
  examples: []
})
const { plan } = await documents.open({ id })
for (let n = Number(first); ; n++) {
  await documents.save({ id, plan: { ...plan!, seed: n } })
  writeSync(1, `${n}\n`)
}
