/** What the Cost & time screen shows and asks: the run, the way hardware is paid for, precision, order and currency are kept on its desk; the rest is the plan. */
import type { Outcome } from '../../../shared/outcome'
import { CURRENCY_CODES, DOLLARS, type Currency } from '../../../shared/text/currency'
import { Asked } from './asked.svelte'
import {
  acceleratorsQuestion,
  estimateQuestion,
  memoryQuestion,
  METHODS,
  runOf,
  runOfBase,
  type Choice,
  type Memory,
  type Method,
  type Ownership,
  type OwnSize
} from './costQuestions'
import { Desk } from './desk.svelte'
import { fieldOf, oneOf } from './intakeKept'

export const PRECISIONS = ['fp32', 'mixed', 'bf16', 'fp8'] as const satisfies readonly Memory['precision'][]
export const OPTIMISERS = ['adam', 'adam-8bit', 'adafactor', 'sgd-momentum', 'muon', 'sgd'] as const satisfies readonly Memory['optimiser'][]
export const MEASURES = ['rent', 'amortised', 'purchase', 'hours', 'days', 'energy'] as const
export type Measure = (typeof MEASURES)[number]

interface CostsDesk {
  choice: Choice | null
  own: OwnSize | null
  method: Method
  ownership: Ownership
  memory: Memory
  measure: Measure
  /** Rate and date as they were typed: null until they are. */
  currency: { code: Currency['code']; perUsd: number | null; asOf: string | null }
}

const numberFrom = (kept: unknown): number | null => (typeof kept === 'number' && Number.isFinite(kept) && kept >= 0 ? kept : null)
const numberOf = (kept: unknown): number | null => numberFrom(kept) || null
const textOf = (kept: unknown): string | null => (typeof kept === 'string' && kept !== '' ? kept : null)

function choiceOf(kept: unknown): Choice | null {
  const [kind, index, target] = [fieldOf(kept, 'kind'), fieldOf(kept, 'index'), fieldOf(kept, 'target')]
  if (kind === 'rung' && typeof index === 'number') return { kind, index }
  if (kind === 'required' && typeof target === 'string') return { kind, target }
  return kind === 'own' ? { kind } : null
}

function ownershipOf(kept: unknown): Ownership {
  const numbers = ['chipPriceUsd', 'serverOverhead', 'interconnectShare', 'depreciationOomPerYear'] as const
  const dates = ['priceAsOf', 'purchased', 'start'] as const
  return Object.fromEntries(
    [
      ...numbers.map((field) => [field, numberFrom(fieldOf(kept, field))] as const),
      ...dates.map((field) => [field, textOf(fieldOf(kept, field))] as const)
    ].filter(([, value]) => value !== null)
  )
}

export const costsDesk = new Desk<CostsDesk>('costs', (kept) => {
  const [own, memory, currency] = [fieldOf(kept, 'own'), fieldOf(kept, 'memory'), fieldOf(kept, 'currency')]
  const [N, D] = [numberOf(fieldOf(own, 'N')), numberOf(fieldOf(own, 'D'))]
  return {
    choice: choiceOf(fieldOf(kept, 'choice')),
    own: N === null || D === null ? null : { N, D },
    method: oneOf(METHODS, fieldOf(kept, 'method'), 'rent'),
    ownership: ownershipOf(fieldOf(kept, 'ownership')),
    memory: { precision: oneOf(PRECISIONS, fieldOf(memory, 'precision'), 'mixed'), optimiser: oneOf(OPTIMISERS, fieldOf(memory, 'optimiser'), 'adam') },
    measure: oneOf(MEASURES, fieldOf(kept, 'measure'), 'rent'),
    currency: {
      code: oneOf(CURRENCY_CODES, fieldOf(currency, 'code'), 'USD'),
      perUsd: numberOf(fieldOf(currency, 'perUsd')),
      asOf: textOf(fieldOf(currency, 'asOf'))
    }
  }
})

class CostsState {
  readonly estimate = new Asked('costs.estimate')
  readonly memory = new Asked('costs.estimate')
  readonly compared = new Asked('costs.accelerators')
  /** The same questions put to the base, while a scenario is on screen. */
  readonly ofBase = { estimate: new Asked('costs.estimate'), compared: new Asked('costs.accelerators') }
  /** What amounts are shown in: dollars until another currency has its rate and date. */
  currency: Currency = $derived.by(() => {
    const { code, perUsd, asOf } = costsDesk.value.currency
    return code === 'USD' || perUsd === null || asOf === null ? DOLLARS : { code, perUsd, asOf }
  })

  /** @param base answer of the base while a scenario is on screen */
  ask(outcome: Outcome, base: Outcome | null): void {
    const { choice, own, method, ownership, memory } = costsDesk.value
    const run = runOf(outcome, choice, own)
    if (run === null) {
      for (const asked of [this.estimate, this.memory, this.compared, this.ofBase.estimate, this.ofBase.compared]) asked.clear()
      return
    }
    const { plan } = outcome
    this.estimate.ask(estimateQuestion(plan, run, method, ownership))
    this.memory.ask(memoryQuestion(plan, run, memory))
    this.compared.ask(acceleratorsQuestion(plan, run))
    const was = base === null ? null : runOfBase(base, choice, own)
    if (base === null || was === null) {
      this.ofBase.estimate.clear()
      this.ofBase.compared.clear()
    } else {
      this.ofBase.estimate.ask(estimateQuestion(base.plan, was, method, ownership))
      this.ofBase.compared.ask(acceleratorsQuestion(base.plan, was))
    }
  }
}

export const costs = new CostsState()
