/** `documents.*`, `settings.*`, `catalogues.*`, `report.*` and `app.*`: what is kept, shown at start and printed. */
import * as z from 'zod'
import { id, oneOf, open, text } from '../plan/rules'
import { scenarioOf } from '../plan/scenarios'
import { planSchema, type Plan } from '../plan/schema'
import { EXAMPLE_PLAN } from './planner'
import { bytes, n, nothing, procedure, warnings } from './procedure'

export const documentInfoSchema = z.object({
  id: z.string(),
  name: z.string(),
  savedAt: z.string(),
  example: z.string().nullable(),
  path: z.string().nullable()
})
/** What opening a document gives: the plan and how it was read. `newer` opens read-only; `damaged` has no plan. */
export const openedSchema = z.object({
  info: documentInfoSchema.nullable(),
  verdict: z.enum(['ok', 'migrated', 'newer', 'damaged']),
  plan: planSchema.nullable(),
  /** The plan as it was last kept with Save: what deltas are measured against. */
  baseline: planSchema.nullable(),
  notes: warnings,
  /** Earlier generations that can be opened instead, newest first. */
  backups: z.array(z.object({ id: z.string(), savedAt: z.string() }))
})
const settings = {
  language: oneOf(['system', 'en', 'zh']),
  theme: oneOf(['system', 'light', 'dark']),
  /** Document shown at the next start. */
  lastDocument: z.string().nullable(),
  /** Documents opened, newest first. */
  recents: z.array(z.string()),
  publishedRuns: z.boolean(),
  /** Scenario on screen, of the document that it belongs to; null for the base. */
  shownScenario: open({ document: z.string(), scenario: z.string() }).nullable(),
  window: open({ width: n, height: n, x: n.optional(), y: n.optional(), maximised: z.boolean().default(false) }).nullable()
}
export const settingsSchema = open({
  language: settings.language.default('system'),
  theme: settings.theme.default('system'),
  lastDocument: settings.lastDocument.default(null),
  recents: settings.recents.default([]),
  publishedRuns: settings.publishedRuns.default(true),
  shownScenario: settings.shownScenario.default(null),
  window: settings.window.default(null)
})
/** Some settings to change. Without defaults: a field that is not given stays as it is. */
export const settingsChangeSchema = open(settings).partial()

export const CATALOGUES = ['accelerators', 'models', 'capabilities', 'emergences', 'benchmarks'] as const

const reportInput = {
  plan: planSchema,
  /** Id of the plan's scenario that is on paper; null is its base. */
  scenario: id.nullable().default(null),
  language: oneOf(['en', 'zh']).default('en')
}
const printedInput = open({ ...reportInput, paper: oneOf(['A4', 'Letter']).default('A4') })
function hasScenario({ plan, scenario }: { plan: Plan; scenario: string | null }, context: z.RefinementCtx): void {
  if (scenario !== null && scenarioOf(plan, scenario) === undefined)
    context.addIssue({ code: 'custom', path: ['scenario'], message: 'expected the id of one of the plan’s scenarios, or null for its base' })
}

export const documentsContract = {
  'plan.check': procedure({
    about: 'Reads the text of a plan file as opening it would: the plan, how it was read, and notes.',
    example: { text: '{"format": "scalepath", "version": 1, "plan": {"targets": []}}' },
    input: open({ text: text(25_000_000) }),
    output: openedSchema
  }),
  'catalogues.list': procedure({
    about: 'Rows of a catalogue, each with its source.',
    example: { name: 'accelerators' },
    input: open({ name: oneOf(CATALOGUES) }),
    output: z.array(z.record(z.string(), z.unknown()))
  }),
  'settings.get': procedure({
    about: 'Every setting with its value.',
    example: {},
    input: nothing,
    output: settingsSchema
  }),
  'settings.set': procedure({
    about: 'Changes some settings; answers all of them.',
    example: { theme: 'dark' },
    input: settingsChangeSchema,
    output: settingsSchema
  }),
  'documents.list': procedure({
    about: 'Documents of the library, and the examples.',
    example: {},
    input: nothing,
    output: z.object({ documents: z.array(documentInfoSchema), examples: z.array(z.object({ id: z.string(), name: z.string() })) })
  }),
  'documents.current': procedure({
    about: 'What the app shows at start: the file it was started with, else the last document, else the first example.',
    example: {},
    input: nothing,
    output: openedSchema
  }),
  'documents.open': procedure({
    about: 'Opens a document, an example, a text or an earlier generation.',
    example: { example: 'code' },
    input: z.union(
      [open({ id: z.string() }), open({ example: z.string() }), open({ text: z.string(), name: text(300).optional() }), open({ backup: z.string() })],
      {
        error: 'expected {"id": …}, {"example": …}, {"text": …} or {"backup": …}'
      }
    ),
    output: openedSchema
  }),
  'documents.save': procedure({
    about: 'Autosave, and Save when `baseline` is given. Answers when the bytes are on the disk.',
    example: { id: 'code', plan: EXAMPLE_PLAN },
    input: open({ id: z.string(), plan: planSchema, baseline: planSchema.optional() }),
    output: z.object({ savedAt: z.string() })
  }),
  'documents.remove': procedure({
    about: 'Removes a document from the library; `documents.restore` brings it back.',
    example: { id: 'code' },
    input: open({ id: z.string() }),
    output: z.object({ removed: z.boolean() })
  }),
  'documents.restore': procedure({
    about: 'Brings back a document that was removed.',
    example: { id: 'code' },
    input: open({ id: z.string() }),
    output: documentInfoSchema
  }),
  'documents.export': procedure({
    about: 'A plan as the bytes of its file.',
    example: { plan: EXAMPLE_PLAN },
    input: open({ plan: planSchema }),
    output: bytes
  }),
  'report.html': procedure({
    about: 'The report of a plan as one HTML document without scripts: what `report.pdf` prints.',
    example: { plan: EXAMPLE_PLAN, language: 'en', paper: 'A4' },
    input: printedInput.superRefine(hasScenario),
    output: z.object({ html: z.string() })
  }),
  'report.pdf': procedure({
    about: 'The report of a plan as a PDF, its scenarios side by side where it has some.',
    example: { plan: EXAMPLE_PLAN, language: 'en', paper: 'A4' },
    input: printedInput.superRefine(hasScenario),
    output: bytes
  }),
  'report.csv': procedure({
    about: 'The tables of the report as CSV files.',
    example: { plan: EXAMPLE_PLAN },
    input: open(reportInput).superRefine(hasScenario),
    output: z.array(bytes)
  }),
  'app.info': procedure({
    about: 'Version, host and data folder of the app.',
    example: {},
    input: nothing,
    output: z.object({ version: z.string(), host: z.enum(['electron', 'browser', 'cli']), dataFolder: z.string(), notes: warnings })
  })
} as const
