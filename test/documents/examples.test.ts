import * as fs from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readExamples } from '../../src/main/documents/examples'
import { exampleText } from './storage'

const folder = fileURLToPath(new URL('../../resources/examples/', import.meta.url))

it('the example that the app opens with leads, the others follow by name', async () => {
  const examples = await readExamples(fs, folder, 'multilingual')
  expect(examples.map((e) => e.id)).toEqual(['multilingual', 'code', 'reasoning'])
  expect(examples[1]!.text).toBe(exampleText('code'))
})
