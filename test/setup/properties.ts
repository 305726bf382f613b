/**
 * One seed for every property test, so that a run of `npm test` says something about the change and nothing about luck.
 * `SCALEPATH_PROPERTY_SEED=random npx vitest run` looks for counterexamples elsewhere; a number replays such a run.
 */
import fc from 'fast-check'

const asked = process.env['SCALEPATH_PROPERTY_SEED'] ?? '20260101'
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) })
