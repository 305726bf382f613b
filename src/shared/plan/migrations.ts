/**
 * Steps from one version of the plan document to the next. A step is pure, takes the raw document of version n and returns that of version n + 1;
 * it is never changed after release, and `test/files/v<n>.scalepath.json` keeps a document of each version with the plan that it must open as.
 */
export const VERSION = 1

/** A parsed document before validation: an object whose `plan` is not trusted yet. */
export type RawDocument = Readonly<Record<string, unknown>>
export type MigrationStep = (document: RawDocument) => RawDocument
/** `steps[n]` leads from version n to n + 1. */
export type Steps = Readonly<Record<number, MigrationStep>>

export const MIGRATIONS: Steps = {}

/** Applies the steps in turn. A missing step is a programmer error: every released version has one. */
export function migrate(document: RawDocument, from: number, to: number = VERSION, steps: Steps = MIGRATIONS): RawDocument {
  let migrated = document
  for (let version = from; version < to; version++) {
    const step = steps[version]
    if (!step) throw new Error(`no migration from version ${version} of the plan document`)
    migrated = { ...step(migrated), version: version + 1 }
  }
  return migrated
}
