/** Files that are handed over: what comes out is what went in, and the tables that ship with the app are what their formulas make. */
import { expect } from 'vitest'
import type { Call, Golden } from './golden'

const begun = async (call: Call, text: string): Promise<string> => (await call('import.begin', { fileName: 'two.csv', size: text.length })).file

export const intakeGolden: Golden<'import.begin' | 'import.append' | 'import.discard' | 'import.examples'> = {
  'import.begin': [
    {
      name: 'a file gets an id that says what it is called and can stand in a path',
      input: { fileName: '../Größe 1.csv', size: 10 },
      output: {},
      also: ({ file }) => expect(file).toMatch(/^gro-e-1-csv-[0-9a-f]{8}$/)
    }
  ],
  'import.append': [
    {
      name: 'slices are counted in bytes, whatever Base64 makes of them (RFC 4648, section 10: "foobar" is "Zm9vYmFy", "fo" is "Zm8=")',
      input: async (call) => {
        const file = await begun(call, 'foobarfo')
        await call('import.append', { file, at: 0, base64: 'Zm9vYmFy' })
        return { file, at: 6, base64: 'Zm8=' }
      },
      output: { received: 8, size: 8 }
    }
  ],
  'import.discard': [
    {
      name: 'a file that was handed over is there to be removed',
      input: async (call) => ({ file: await begun(call, 'N') }),
      output: { discarded: true }
    },
    { name: 'and one that was not is not', input: { file: 'two-csv-00000000' }, output: { discarded: false } }
  ],
  'import.examples': [
    {
      name: 'the teaching table has the source’s scores with chain of thought (0.15 to 0.95) and says that nobody measured them',
      input: {},
      output: [{ id: 'chain-of-thought', kind: 'observations', illustrative: true }],
      also: (examples) => {
        const scores = examples[0]!.text.match(/^chain of thought.*$/gm)!.map((line) => Number(line.split(',')[2]!.replace(' %', '')) / 100)
        expect(scores).toEqual([0.15, 0.17, 0.2, 0.38, 0.82, 0.95])
      }
    }
  ]
}

/** A small file, handed over whole. */
export async function handedOver(call: Call, fileName: string, text: string): Promise<string> {
  const bytes = Buffer.from(text)
  const { file } = await call('import.begin', { fileName, size: bytes.length })
  await call('import.append', { file, at: 0, base64: bytes.toString('base64') })
  return file
}
