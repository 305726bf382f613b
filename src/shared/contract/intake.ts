/** `import.begin`, `append`, `discard`, `examples`: a file handed over in slices and kept in the data folder, and the small tables that ship with the app. */
import * as z from 'zod'
import { number, open, text } from '../plan/rules'
import { n, procedure } from './procedure'

/** Largest file that is taken, in bytes. */
export const MOST_FILE_BYTES = 1e9
/** Longest slice of a file, in characters of Base64: 12 MB of the file. */
const LONGEST_SLICE = 16_000_000

/** Id of a file that was handed over, as `import.begin` gave it. */
export const keptFile = z
  .string({ error: 'expected the id of a file, as import.begin gives it' })
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'expected the id of a file, as import.begin gives it' })

export const intakeContract = {
  'import.begin': procedure({
    about: 'Begins to hand over a file in slices; it is kept until it is discarded, or for thirty days after no screen shows it any more.',
    example: { fileName: 'gsm8k.csv', size: 86 },
    input: open({
      fileName: text(300, '"gsm8k.csv"'),
      /** Length of the whole file in bytes. */
      size: number({ from: 0, to: 1e15, whole: true, example: '104857600' })
    }),
    output: z.object({ file: z.string() })
  }),
  'import.append': procedure({
    about: 'Takes the next slice of a file; the file can be read once all of it has arrived.',
    example: { file: 'gsm8k-csv-0f1e2d3c', at: 0, base64: 'TixzY29yZQo=' },
    input: open({
      file: keptFile,
      /** How many bytes were handed over before: a slice that comes twice, or too early, is refused. */
      at: number({ from: 0, to: MOST_FILE_BYTES, whole: true, example: '3000000' }),
      base64: text(LONGEST_SLICE, '"TixzY29yZQo="')
    }),
    /** Bytes that have arrived, and that will be. */
    output: z.object({ received: n, size: n })
  }),
  'import.discard': procedure({
    about: 'Removes a file that was handed over.',
    example: { file: 'gsm8k-csv-0f1e2d3c' },
    input: open({ file: keptFile }),
    output: z.object({ discarded: z.boolean() })
  }),
  'import.examples': procedure({
    about: 'Small tables to try the analyses with; each says whether its figures were measured or made by a formula.',
    example: {},
    input: z.strictObject({}).default({}),
    output: z.array(
      z.object({
        id: z.string(),
        /** What its rows are, as `import.read` calls it. */
        kind: z.enum(['observations', 'runs', 'curve', 'samples']),
        fileName: z.string(),
        title: z.object({ en: z.string(), zh: z.string() }),
        /** Where the figures come from. */
        source: z.object({ en: z.string(), zh: z.string() }),
        /** True for figures that nobody measured. */
        illustrative: z.boolean(),
        text: z.string()
      })
    )
  })
} as const
