/**
 * The report: an Outcome as one self-contained HTML document, which the host's Chromium prints. Every text of the plan is escaped;
 * every figure on the sheet is one that the engine computed. Same outcome, language, paper, version and date: same bytes.
 */
import type { Outcome } from '../../shared/outcome'
import { messages, type Language } from '../../shared/text/messages'
import { fill } from '../../shared/text/fill'
import type { Compared } from './compared'
import { emphasise, escape, raise } from './escape'
import { assumptionsSection, costSection, methodSection, pathSection, type Section, targetsSection, valueSection, warningsSection } from './sections'
import { frontierFigure } from './frontierFigure'
import { scenariosSection } from './scenariosSection'
import { listed } from '../../shared/text/names'
import { sheetStyle } from './style'
import { html, targetNames } from './words'

export interface ReportOptions {
  /** The plan's scenarios beside its base; null where it has none. */
  compared: Compared | null
  language: Language
  paper: 'A4' | 'Letter'
  /** Of the application. */
  version: string
  /** Shown on every page, for example 2026-11-22. */
  date: string
  /** First digits of the plan's hash: two reports with the same hash rest on the same plan. */
  planHash: string
}

/** Value of the sampled `ys` at `x`, at the last sample that does not exceed it. */
const upTo = (xs: readonly number[], ys: readonly number[], x: number): number =>
  ys[
    Math.max(
      0,
      xs.findLastIndex((v) => v <= x * (1 + 1e-12))
    )
  ] ?? 0

/** A name that begins a sentence. */
const sentence = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

function decision(outcome: Outcome, language: Language): string {
  const text = messages[language].report.decision
  const { plan, path, targets, focus } = outcome
  if (targets.length === 0) return text.noTargets
  const last = path.rungs.at(-1)
  if (!last) return text.nothing
  const values = {
    rungs: path.rungs.length,
    N: last.run.N,
    D: last.run.D,
    usd: path.usd,
    days: path.days,
    count: plan.cluster.accelerators,
    accelerator: plan.accelerator.name,
    target: targetNames(plan, language).get(focus ?? '')?.inline ?? '',
    p: targets.find((t) => t.id === focus)?.probability ?? 0
  }
  return fill(path.rungs.length === 1 ? text.single : text.ladder, values, language)
}

function lead(outcome: Outcome, language: Language): string[] {
  const text = messages[language].report
  const { plan, path, targets, focus } = outcome
  const names = targetNames(plan, language)
  const join = (ids: string[]) =>
    listed(
      ids.map((id) => names.get(id)!.inline),
      language
    )
  const sentences: string[] = []
  const about = targets.find((t) => t.id === focus)
  if (about) {
    const wanted = plan.targets.find((t) => t.id === focus)!.wanted
    sentences.push(
      about.required
        ? fill(
            text.lead.required,
            {
              target: names.get(about.id)!.inline,
              wanted,
              N: about.required.N,
              low: about.interval?.N.p5 ?? about.required.N,
              high: about.interval?.N.p95 ?? about.required.N,
              usd: about.required.usd
            },
            language
          )
        : fill(text.lead.noRequired, { target: names.get(about.id)!.inline, wanted }, language)
    )
  }
  if (path.rungs.length > 0) {
    if (path.withinBudget !== null && plan.limits.budgetUsd !== null)
      sentences.push(fill(text.lead.budget, { budget: plan.limits.budgetUsd, p: path.withinBudget }, language))
    if (path.withinDeadline !== null && plan.limits.deadlineDays !== null)
      sentences.push(fill(text.lead.deadline, { deadline: plan.limits.deadlineDays, p: path.withinDeadline }, language))
    const unlocked = targets.filter((t) => t.unlocked).map((t) => t.id)
    sentences.push(unlocked.length > 0 ? fill(text.lead.unlocks, { names: join(unlocked) }, language) : text.lead.unlocksNone)
  }
  for (const t of targets)
    if (t.outOfReach) sentences.push(fill(text.lead.out, { target: sentence(names.get(t.id)!.inline), limit: text.limits[t.outOfReach.binding] }, language))
  return sentences
}

function numbers(outcome: Outcome, language: Language): string {
  const text = messages[language].report.figures
  const { plan, path } = outcome
  const last = path.rungs.at(-1)
  if (!last) return ''
  const cell = (name: string, value: string, note: string) => `<div><dt>${escape(name)}</dt><dd>${value}<small>${note}</small></dd></div>`
  const say = (template: string, values: Record<string, number | string>) => raise(escape(fill(template, values, language)))
  return `<dl class="numbers">${[
    cell(text.N, html(last.run.N, 'N', language), plan.model.kind === 'moe' ? say(text.total, { N: last.run.totalN }) : ''),
    cell(text.D, html(last.run.D, 'D', language), say(text.perParameter, { ratio: last.run.tokensPerParameter })),
    cell(text.C, html(last.run.C, 'C', language, { bare: true }), ''),
    cell(text.usd, html(path.usd, 'usd', language), path.rungs.length === 1 ? escape(text.oneRung) : say(text.rungs, { rungs: path.rungs.length })),
    cell(text.days, html(path.days, 'days', language), say(text.cluster, { count: plan.cluster.accelerators, accelerator: plan.accelerator.name }))
  ].join('')}</dl>`
}

function frontierSection(outcome: Outcome, language: Language): Section {
  const text = messages[language].report
  const { frontier, plan, path, focus } = outcome
  const names = targetNames(plan, language)
  const budget = frontier.limits.find((l) => l.limit === 'budget')
  const title =
    path.rungs.length === 0
      ? text.sections.frontier
      : budget
        ? fill(text.frontier.finding, { all: path.all, atBudget: upTo(frontier.x, frontier.all, budget.x) }, language)
        : fill(text.frontier.findingNoBudget, { all: path.all }, language)
  const svg = frontierFigure({
    outcome,
    language,
    names,
    width: 673,
    height: 320,
    text: { all: text.frontier.all, limits: text.limits, parameters: text.figures.N.toLowerCase(), label: text.frontier.label }
  })
  const caption = fill(
    text.frontier.caption,
    { target: names.get(focus ?? '')?.inline ?? text.frontier.all, law: plan.law.id, asOf: plan.costs.priceAsOf, confidence: plan.limits.confidence },
    language
  )
  return { title, body: `<figure>${svg}<figcaption>${raise(escape(caption))}</figcaption></figure>` }
}

/** The whole report as an HTML document without scripts or outside references. */
export function reportHtml(outcome: Outcome, { compared, language, paper, version, date, planHash }: ReportOptions): string {
  const text = messages[language].report
  const name = outcome.plan.name || text.untitled
  const style = sheetStyle({
    title: fill(text.running, { name }, language),
    date,
    footer: fill(text.footer, { version, hash: planHash, seed: String(outcome.plan.seed) }, language),
    page: text.page,
    of: text.of,
    paper
  })
  const sections = [
    ...(outcome.targets.length > 0 ? [frontierSection(outcome, language), targetsSection(outcome, language), pathSection(outcome, language)] : []),
    ...(outcome.path.rungs.length > 0 ? [costSection(outcome, language)] : []),
    ...(outcome.targets.length > 0 ? [valueSection(outcome, language)] : []),
    ...(compared === null ? [] : [scenariosSection(compared, language)]),
    assumptionsSection(outcome, language),
    methodSection(outcome, language),
    warningsSection(outcome, language)
  ]
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${escape(fill(text.running, { name }, language))}</title><style>${style}</style></head><body>
<h1>${escape(name)} · ${escape(text.kicker)}</h1>
<p class="decide">${raise(emphasise(decision(outcome, language)))}</p>
<p class="lead">${lead(outcome, language)
    .map((s) => raise(escape(s)))
    .join(language === 'zh' ? '' : ' ')}</p>
${numbers(outcome, language)}
${sections.map(({ title, body, keep }, i) => `<section${keep ? ' class="keep"' : ''}><h2><span>${i + 1}</span>${raise(escape(title))}</h2>${body}</section>`).join('\n')}
</body></html>
`
}
