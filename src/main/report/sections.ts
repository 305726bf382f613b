/** The numbered sections of the report after the figure: targets, path, cost, value, assumptions, method, warnings. */
import type { Outcome } from '../../shared/outcome'
import { countedEntries } from '../../shared/plan/evidence'
import type { Belief } from '../../shared/plan/rules'
import type { Target } from '../../shared/plan/schema'
import { kindOfAxis } from '../../shared/plan/targetInputs'
import { fill } from '../../shared/text/fill'
import { messages, type Language } from '../../shared/text/messages'
import type { Kind } from '../../shared/text/units'
import { lawCard } from '../../shared/quantity/laws'
import { sayNotes } from '../../shared/text/sayNotes'
import { escape, raise } from './escape'
import { html, htmlBelief, plain, targetNames } from './words'

export interface Section {
  title: string
  /** Safe HTML. */
  body: string
  /** Not to be split between pages. */
  keep?: boolean
}

type Row = readonly { text: string; number?: boolean; bad?: boolean; name?: boolean }[]
const cell = (text: string) => ({ text })
const figure = (text: string, bad = false) => ({ text, number: true, bad })

function table(head: readonly (string | { number: string })[], rows: readonly Row[]): string {
  const th = head.map((h) => (typeof h === 'string' ? `<th>${escape(h)}</th>` : `<th class="n">${escape(h.number)}</th>`)).join('')
  const body = rows
    .map((row) => `<tr>${row.map((c) => `<td${c.number ? ` class="n${c.bad ? ' bad' : ''}"` : c.name ? ' class="name"' : ''}>${c.text}</td>`).join('')}</tr>`)
    .join('')
  return `<table><thead><tr>${th}</tr></thead><tbody>${body}</tbody></table>`
}

const dot = (i: number) => `<span class="dot" style="--c:var(--c${(i % 8) + 1})"></span>`
/** Unit of a limit's figures. */
const LIMIT_KINDS: Record<string, Kind> = { budget: 'usd', deadline: 'days', memory: 'count', data: 'D', compute: 'C', step: 'N' }

export function targetsSection(outcome: Outcome, language: Language): Section {
  const text = messages[language].report
  const names = targetNames(outcome.plan, language)
  const money = outcome.path.unitOfBenefit === 'usd'
  const rows = outcome.targets.map((t, i): Row => {
    const target = outcome.plan.targets[i]!
    const run = t.required
    const worth = money
      ? t.roi === null
        ? '–'
        : html(t.roi, 'factor', language)
      : t.pointsPerUsd === null
        ? '–'
        : html(t.pointsPerUsd * 1e6, 'number', language)
    return [
      { text: dot(i) + escape(names.get(t.id)!.long), name: true },
      figure(
        figuresOf(target)
          .map(({ critical }) => htmlBelief(critical, kindOfAxis(target.axis), language))
          .join('; ')
      ),
      figure(html(target.wanted, 'percent', language)),
      ...(run
        ? [
            figure(html(run.N, 'N', language)),
            figure(html(run.D, 'D', language)),
            figure(html(run.C, 'C', language, { bare: true })),
            figure(html(run.usd, 'usd', language))
          ]
        : [figure(escape(text.targets.unreachable), true), figure('–'), figure('–'), figure('–')]),
      figure(html(t.probability, 'probability', language), t.probability < target.wanted),
      figure(worth),
      cell(t.priority === null ? '–' : escape(text.targets[t.priority]))
    ]
  })
  const h = text.targets
  return {
    title: text.sections.targets,
    keep: outcome.targets.length <= 12,
    body: table(
      [
        h.capability,
        { number: h.critical },
        { number: h.wanted },
        { number: h.N },
        { number: h.D },
        { number: h.C },
        { number: h.usd },
        { number: h.probability },
        { number: money ? h.roi : h.pointsPerMillion },
        h.priority
      ],
      rows
    )
  }
}

export function pathSection(outcome: Outcome, language: Language): Section {
  const text = messages[language].report
  const { path, targets, plan } = outcome
  const names = targetNames(plan, language)
  const order = new Map(plan.targets.map((t, i) => [t.id, i]))
  const list = (ids: readonly string[]) => ids.map((id) => dot(order.get(id) ?? 0) + escape(names.get(id)?.short ?? id)).join('<br>')
  const rows = path.rungs.map((r, i): Row => [
    cell(String(i + 1)),
    figure(html(r.run.N, 'N', language)),
    figure(html(r.run.D, 'D', language)),
    figure(html(r.run.C, 'C', language, { bare: true })),
    figure(html(r.usd, 'usd', language)),
    figure(html(r.cumulativeUsd, 'usd', language)),
    figure(escape(fill(text.path.days, { start: Number(r.startDays.toPrecision(3)), end: Number(r.endDays.toPrecision(3)) }, language))),
    figure(html(r.chanceRun, 'probability', language)),
    cell(list(r.unlocks) || '–')
  ])
  const h = text.path
  const out = targets.filter((t) => t.outOfReach)
  const reach = out
    .map((t) => {
      const limits = t.outOfReach!.limits.map((l) => {
        const kind = LIMIT_KINDS[l.limit]!
        return fill(h.needs, { limit: text.limits[l.limit], needs: plain(l.needs, kind, language), has: plain(l.has, kind, language) }, language)
      })
      return `<li>${dot(order.get(t.id)!)}${escape(names.get(t.id)!.long)}: ${limits.map((l) => raise(escape(l))).join('; ')}</li>`
    })
    .join('')
  return {
    title: text.sections.path,
    keep: path.rungs.length <= 6,
    body:
      (rows.length > 0
        ? table(
            [
              h.run,
              { number: h.N },
              { number: h.D },
              { number: h.C },
              { number: h.usd },
              { number: h.cumulative },
              { number: h.time },
              { number: h.chance },
              h.unlocks
            ],
            rows
          )
        : `<p>${escape(h.nothing)}</p>`) +
      (rows.length === 1 ? `<p class="note">${escape(h.one)}</p>` : '') +
      (reach ? `<h3>${escape(h.out)}</h3><ul>${reach}</ul>` : '')
  }
}

export function costSection(outcome: Outcome, language: Language): Section {
  const text = messages[language].report
  const run = outcome.path.rungs.at(-1)!.run
  const price = outcome.plan.costs.pricePerHourUsd
  const typical = typeof price === 'number' ? price : Math.sqrt(price.low * price.high)
  const names: Record<keyof typeof run.usdParts, string> = {
    ...text.cost,
    compute: fill(text.cost.compute, { hours: Math.round(run.acceleratorHours), price: typical }, language)
  }
  let sum = 0
  const bars = Object.entries(run.usdParts)
    .filter(([, usd]) => usd > 0)
    .map(([part, usd]) => {
      const [a, b] = [sum / run.usd, (sum += usd) / run.usd]
      return `<span>${escape(names[part as keyof typeof run.usdParts])}</span><i style="--a:${a.toFixed(4)};--b:${b.toFixed(4)}"></i><span>${html(usd, 'usd', language)}</span>`
    })
  const note = fill(
    text.cost.note,
    {
      kwh: Number((run.energyKwh / 1000).toPrecision(3)),
      co2: Number((run.co2Kg / 1000).toPrecision(3)),
      billed: outcome.plan.costs.energy.billed ? text.cost.billed : text.cost.notBilled
    },
    language
  )
  return {
    title: text.sections.cost,
    body: `<div class="keep"><div class="fall">${bars.join('')}<span class="sum">${escape(text.cost.total)}</span><i class="sum" style="--a:0;--b:1"></i><span class="sum">${html(run.usd, 'usd', language)}</span></div><p class="note">${raise(escape(note))}</p></div>`
  }
}

export function valueSection(outcome: Outcome, language: Language): Section {
  const text = messages[language].report
  const { value, alternatives, all, unitOfBenefit } = outcome.path
  const money = unitOfBenefit === 'usd'
  const pairs: [string, string][] = []
  if (value.expected !== null) pairs.push([text.value.expected, html(value.expected, 'usd', language)])
  if (value.committed !== null) pairs.push([text.value.committed, html(value.committed, 'usd', language)])
  if (value.gateBound !== null) pairs.push([text.value.bound, html(value.gateBound, 'usd', language)])
  if (value.points !== null) pairs.push([text.value.points, html(value.points, 'points', language)])
  pairs.push([text.value.expectedCost, html(value.expectedCost, 'usd', language)], [text.value.all, html(all, 'probability', language)])
  const worth: Kind = money ? 'usd' : 'points'
  const rows = (alternatives ?? []).map((a): Row => [
    cell(escape(text.value[a.kind])),
    cell(a.sizes.map((N) => html(N, 'N', language)).join(', ') || '–'),
    figure(html(a.usd, 'usd', language)),
    figure(a.feasible ? html(a.value, worth, language) : escape(text.value.infeasible)),
    figure(a.feasible ? html(a.regret, worth, language) : '–')
  ])
  const h = text.value
  return {
    title: text.sections.value,
    body: `<div class="keep"><div class="pairs">${pairs.map(([name, v]) => `<span>${escape(name)}</span><span>${v}</span>`).join('')}</div>${rows.length > 0 ? table([h.alternative, h.sizes, { number: h.usd }, { number: h.worth }, { number: h.regret }], rows) : ''}</div>`
  }
}

export function assumptionsSection(outcome: Outcome, language: Language): Section {
  const text = messages[language].report
  const h = text.assumptions
  const { plan } = outcome
  const names = targetNames(plan, language)
  const rows: Row[] = []
  const add = (name: string, value: string, source: string, range = escape(h.exact)) =>
    rows.push([cell(escape(name)), figure(value), figure(range), cell(escape(source))])
  const belief = (b: Belief | { low: number; high: number | null }, kind: Kind): [string, string] =>
    typeof b === 'number'
      ? [html(b, kind, language), escape(h.exact)]
      : [b.high === null ? htmlBelief(b, kind, language) : html(Math.sqrt(b.low * b.high), kind, language), htmlBelief(b, kind, language)]
  const said = (template: string, values: Record<string, number | string>) => raise(escape(fill(template, values, language)))
  const planner = h.planner
  add(
    h.law,
    escape(plan.law.id),
    [lawCard(plan.law).citation, ...(plan.law.id === 'fitted:chinchilla' ? [] : [fill(h.constants, { set: h[plan.law.constants] }, language)])].join('; ')
  )
  add(h.compute, `${html(plan.law.flopPerParameterToken, 'number', language)}·N·D`, h.computeSource)
  add(
    h.policy,
    plan.ratio.kind === 'optimal'
      ? escape(h.policyOptimal)
      : plan.ratio.kind === 'ratio'
        ? said(h.policyRatio, { ratio: plan.ratio.tokensPerParameter })
        : said(h.policyFixed, { D: plan.ratio.tokens }),
    plan.ratio.kind === 'optimal' ? lawCard(plan.law).citation : planner
  )
  add(
    fill(h.peak, { accelerator: plan.accelerator.name }, language),
    html(plan.accelerator.peakFlopPerSecond, 'flopPerSecond', language),
    plan.accelerator.source || planner
  )
  add(h.accelerators, html(plan.cluster.accelerators, 'count', language), planner)
  const [mfu, mfuRange] = belief(plan.cluster.mfu, 'percent')
  add(h.mfu, mfu, planner, mfuRange)
  add(h.uptime, html(plan.cluster.uptime, 'percent', language), planner)
  const [price, priceRange] = belief(plan.costs.pricePerHourUsd, 'usdPerHour')
  add(h.price, price, `${plan.costs.priceSource || planner}, ${plan.costs.priceAsOf}`, priceRange)
  add(h.overheads, `${html(plan.costs.failedRuns.share, 'percent', language)}, ${html(plan.costs.experiments.share, 'percent', language)}`, planner)
  if (plan.model.kind === 'moe') add(h.moe, html(plan.model.totalPerActive, 'factor', language), planner)
  add(h.memory, said(h.bytes, { bytes: plan.cluster.bytesPerParameter }), h.memorySource)
  const { limits } = plan
  if (limits.budgetUsd !== null) add(h.budget, html(limits.budgetUsd, 'usd', language), planner)
  if (limits.deadlineDays !== null) add(h.deadline, html(limits.deadlineDays, 'days', language), planner)
  if (limits.uniqueTokens !== null) add(h.uniqueTokens, html(limits.uniqueTokens, 'D', language), fill(h.epochs, { epochs: limits.maxEpochs }, language))
  if (limits.largestStep !== null) add(h.step, said(h.stepValue, { factor: limits.largestStep.factor, N: limits.largestStep.lastTrainedN }), planner)
  add(h.confidence, html(limits.confidence, 'percent', language), planner)
  add(h.discount, html(plan.decision.discountRate, 'percent', language), planner)
  add(h.correlation, html(plan.decision.correlation, 'number', language), planner)
  plan.targets.forEach((t) => {
    const link = t.link === 'step' ? t.link : fill(h.steepness, { link: t.link, steepness: t.steepness }, language)
    figuresOf(t).forEach(({ critical, means, sources }) => {
      const [value, range] = belief(critical, kindOfAxis(t.axis))
      add(fill(h.critical, { target: names.get(t.id)!.inline }, language), value, [link, h.means[means], ...sources].join('; '), range)
    })
  })
  return { title: text.sections.assumptions, body: table([h.name, { number: h.value }, { number: h.range }, h.source], rows) }
}

export function methodSection(outcome: Outcome, language: Language): Section {
  const text = messages[language].report
  const sentences = [text.method.size, text.method.run, outcome.path.unitOfBenefit === 'usd' ? text.method.path : text.method.points]
  return { title: text.sections.method, body: sentences.map((s) => `<p class="note">${escape(s)}</p>`).join('') }
}

export function warningsSection(outcome: Outcome, language: Language): Section {
  const text = messages[language].report
  const items = sayNotes(outcome.warnings, outcome.plan, language).map((w) => `<li>${raise(escape(w.text))}</li>`)
  return { title: text.sections.warnings, body: items.length > 0 ? `<ul>${items.join('')}</ul>` : `<p>${escape(text.warningsNone)}</p>` }
}

/** The figures that a target's threshold rests on: the evidence that counts, else its own critical scale. */
function figuresOf(target: Target): { critical: Target['critical']; means: Target['criticalMeans']; sources: string[] }[] {
  const entries = countedEntries(target)
  if (entries.length === 0) return [{ critical: target.critical, means: target.criticalMeans, sources: target.evidence }]
  return entries.map(({ critical, means, source, id }) => ({ critical, means, sources: [source, id ?? ''].filter((each) => each !== '') }))
}
