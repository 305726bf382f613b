/** A walk over the contract: every procedure says what it answers, has an example that it accepts, and agrees with an independent source. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../src/main/hosts/app'
import type { App } from '../../src/main/hosts/app'
import { contract } from '../../src/shared/contract'
import type { Input, Output, ProcedureName } from '../../src/shared/contract'
import { allocateGolden } from './golden/allocate'
import { costsGolden } from './golden/costs'
import { deskGolden } from './golden/desk'
import { documentsGolden } from './golden/documents'
import { emergenceGolden } from './golden/emergence'
import { evidenceGolden } from './golden/evidence'
import { evaluatorGolden } from './golden/evaluator'
import { fitGolden } from './golden/fit'
import { expectAgreement, type Golden, type GoldenCase } from './golden/golden'
import { grokkingGolden } from './golden/grokking'
import { importGolden } from './golden/import'
import { intakeGolden } from './golden/intake'
import { lawsGolden } from './golden/laws'
import { linksGolden } from './golden/links'
import { nextRunGolden } from './golden/nextRun'
import { regretGolden } from './golden/regret'
import { plannerGolden } from './golden/planner'
import { scenariosGolden } from './golden/scenarios'
import { sensitivityGolden } from './golden/sensitivity'
import { simulateGolden } from './golden/simulate'
import { theoryGolden } from './golden/theory'

/** The compiler sees to it that no procedure is missing. */
const golden: Golden = {
  ...lawsGolden,
  ...fitGolden,
  ...allocateGolden,
  ...linksGolden,
  ...emergenceGolden,
  ...theoryGolden,
  ...grokkingGolden,
  ...evaluatorGolden,
  ...importGolden,
  ...intakeGolden,
  ...costsGolden,
  ...plannerGolden,
  ...scenariosGolden,
  ...simulateGolden,
  ...sensitivityGolden,
  ...nextRunGolden,
  ...regretGolden,
  ...evidenceGolden,
  ...documentsGolden,
  ...deskGolden
}

const root = join(import.meta.dirname, '..', '..')
let folder: string
let app: App

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scalepath-golden-'))
  vi.stubEnv('SCALEPATH_DATA', folder)
  app = await createApp({ host: 'cli', root, plan: null, printPdf: () => Promise.resolve(new TextEncoder().encode('%PDF-1.7')) })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await app.close()
  await rm(folder, { recursive: true })
})

const call = <P extends ProcedureName>(procedure: P, input: Input<P>): Promise<Output<P>> =>
  app.handle(procedure, input, { signal: new AbortController().signal, emit: () => undefined }) as Promise<Output<P>>

describe.each(Object.keys(golden) as ProcedureName[])('%s', (procedure) => {
  test('says what it answers in a sentence', () => {
    expect(contract[procedure].about).toMatch(/^[^a-z].{15,}\.$/su)
  })

  test('accepts its own example', () => {
    expect(contract[procedure].input.safeParse(contract[procedure].example).error).toBeUndefined()
  })

  test.each((golden[procedure] as readonly GoldenCase<ProcedureName>[]).map((each) => [each.name, each] as const))(
    '%s',
    async (_name, { input, output, within, also }) => {
      const answer = await call(procedure, typeof input === 'function' ? await input(call) : input)
      expectAgreement(answer, output, within?.[0] ?? 1e-12)
      also?.(answer as never)
    }
  )
})

test('every procedure of the contract is walked', () => {
  expect(Object.keys(golden).sort()).toEqual(Object.keys(contract).sort())
})
