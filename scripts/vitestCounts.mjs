/** A vitest reporter that writes the counts, and the reason of each skip, to the file named in SCALEPATH_COUNTS. */
import { writeFileSync } from 'node:fs'

/** Tests skipped by a condition say it in their own or their group's title: `… (needs a browser)`. */
const needs = (name) => /\((needs [^)]+)\)/.exec(name)?.[1] ?? ''

export default class Counts {
  onTestRunEnd(modules, problems) {
    const counts = { passed: 0, failed: problems.length, skipped: [] }
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      // A file that could not be loaded has no tests, and is a failure all the same.
      if (module.errors().length > 0) counts.failed += 1
      for (const test of tests) {
        const { state, note } = test.result()
        if (state === 'passed') counts.passed += 1
        else if (state === 'failed') counts.failed += 1
        else counts.skipped.push({ name: `${module.relativeModuleId} › ${test.fullName}`, reason: note ?? needs(test.fullName) })
      }
    }
    writeFileSync(process.env.SCALEPATH_COUNTS, JSON.stringify(counts))
  }
}
