/** report.* of the contract: the outcome of a plan as PDF or CSV bytes, beside its scenarios where it has some. */
import { createHash } from 'node:crypto'
import type { ParsedInput } from '../../shared/contract'
import { note } from '../../shared/notes'
import type { Outcome } from '../../shared/outcome'
import { baseOf, planOf, scenarioOf, scenarioPlan } from '../../shared/plan/scenarios'
import type { Plan } from '../../shared/plan/schema'
import { messages } from '../../shared/text/messages'
import { evaluate, type Environment } from '../engine/evaluate'
import { settingOf } from '../engine/planner/setting'
import { riskNotes } from '../engine/warnings'
import { quantitiesOf, type Compared } from '../report/compared'
import { reportCsv } from '../report/csv'
import { reportHtml } from '../report/html'
import type { TaskContext, TaskRunner } from '../workers/taskRunner'
import type { ApiPart } from './implementation'
import { riskOf } from './risk'

/** HTML → PDF by the host's own browser engine. Page size and margins are the document's own; `paper` is for documents without them. */
export type PrintPdf = (html: string, paper: 'A4' | 'Letter') => Promise<Uint8Array>

export interface ReportParts {
  version: string
  /** What day it is and which models are known. */
  environment: () => Environment
  printPdf: PrintPdf
  tasks: TaskRunner
}

type Asked = Pick<ParsedInput<'report.pdf'>, 'plan' | 'scenario' | 'language'>

export const reportApi = ({ version, environment, printPdf, tasks }: ReportParts): ApiPart<'report'> => {
  /** What the report says and what it rests on. */
  async function answer({ plan: document, scenario, language }: Asked, context: TaskContext) {
    const plan = named(document, scenario, messages[language].report.untitled)
    const [outcome, compared] = await Promise.all([
      evaluated(plan, environment(), tasks, context),
      document.scenarios.length === 0 ? null : comparedOf(document, tasks, context)
    ])
    return { plan, outcome, options: { compared, language, version, date: environment().today, planHash: hashOf(document, scenario) } }
  }
  return {
    async 'report.html'(asked, { signal }) {
      const { outcome, options } = await answer(asked, { signal, emit: () => undefined })
      return { html: reportHtml(outcome, { ...options, paper: asked.paper }) }
    },
    async 'report.pdf'(asked, { signal }) {
      const { plan, outcome, options } = await answer(asked, { signal, emit: () => undefined })
      const pdf = await printPdf(reportHtml(outcome, { ...options, paper: asked.paper }), asked.paper)
      return { fileName: `${fileStem(plan.name)}.pdf`, mediaType: 'application/pdf', base64: Buffer.from(pdf).toString('base64') }
    },
    async 'report.csv'(asked, { signal }) {
      const { outcome, options } = await answer(asked, { signal, emit: () => undefined })
      return reportCsv(outcome, options).map(({ fileName, text }) => ({ fileName, mediaType: 'text/csv', base64: Buffer.from(text).toString('base64') }))
    }
  }
}

const LONGEST_NAME = 200

/** The plan on paper; a scenario's carries its name behind that of the document. */
function named(document: Plan, scenario: string | null, untitled: string): Plan {
  const plan = planOf(document, scenario)
  const own = scenario === null ? undefined : scenarioOf(document, scenario)
  return own === undefined ? plan : { ...plan, name: `${document.name || untitled}: ${own.name || own.id}`.slice(0, LONGEST_NAME) }
}

/** The whole outcome, with the path at the plan's own risk level. */
async function evaluated(plan: Plan, environment: Environment, tasks: TaskRunner, context: TaskContext): Promise<Outcome> {
  const { risk, notes } = await riskOf(tasks, plan, context)
  const outcome = evaluate(plan, environment, { risk })
  return { ...outcome, warnings: [...notes, ...outcome.warnings] }
}

/** The base and every scenario, each outcome by the path with the best mean, as on the screen that compares them. */
async function comparedOf(document: Plan, tasks: TaskRunner, context: TaskContext): Promise<Compared> {
  const base = baseOf(document)
  const scenarios = document.scenarios.map((scenario) => ({ scenario, ...scenarioPlan(document, scenario.id) }))
  const plans = [base, ...scenarios.map(({ plan }) => plan)]
  const quantities = quantitiesOf(plans)
  const [outcomes, ...others] = await Promise.all(plans.map((plan) => tasks.run('outcomes', { plan, quantities }, context)))
  const risky = plans.find((plan) => riskNotes(settingOf(plan), { risk: null }).length > 0)
  return {
    base,
    quantities,
    outcomes: outcomes!,
    scenarios: scenarios.map(({ scenario, plan, unapplied }, i) => ({ scenario, plan, unapplied, outcomes: others[i]! })),
    notes: [
      ...(plans.every(({ pin }) => pin === null) ? [] : [note('scenario-pin')]),
      ...(risky === undefined ? [] : riskNotes(settingOf(risky), { risk: null }))
    ]
  }
}

/** Names the plan: reports with the same hash rest on the same plan. */
const hashOf = (plan: Plan, scenario: string | null): string =>
  createHash('sha256')
    .update(JSON.stringify(scenario === null ? plan : [plan, scenario]))
    .digest('hex')
    .slice(0, 12)

/** A plan's name as a file name on every system. */
const fileStem = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .trim()
    .replace(/[. ]+$/, '')
    .slice(0, 80) || 'scaling-plan'
