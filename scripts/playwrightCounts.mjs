/** A Playwright reporter that writes the counts, and the reason of each skip, to the file named in SCALEPATH_COUNTS. */
import { writeFileSync } from 'node:fs'

export default class Counts {
  problems = 0

  onBegin(_config, suite) {
    this.suite = suite
  }

  onError() {
    this.problems += 1
  }

  onEnd() {
    const counts = { passed: 0, failed: this.problems, skipped: [] }
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome()
      if (outcome === 'skipped') {
        const reason = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? ''
        counts.skipped.push({ name: test.titlePath().filter(Boolean).join(' › '), reason })
      } else if (outcome === 'expected') counts.passed += 1
      else counts.failed += 1
    }
    writeFileSync(process.env.SCALEPATH_COUNTS, JSON.stringify(counts))
  }

  printsToStdio() {
    return false
  }
}
