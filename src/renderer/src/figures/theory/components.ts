/** Thresholds of in-context learning's components by task, and the complexity model: what tasks require against what a size carries. Pure. */
import type { Output } from '../../../../shared/contract'
import type { NoAnswer } from '../../../../shared/notes'
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { ChartSpec, Panel } from '../chart/spec'

type Text = Messages['screen']['theory']
type Icl = Exclude<Output<'emergence.icl'>, NoAnswer>
type Complexity = Exclude<Output<'emergence.complexity'>, NoAnswer>

const named = (names: Readonly<Record<string, string>>, id: string): string => names[id] ?? id

/** One panel a task: its components on a common axis of thresholds, with what the code and the words of the source take. */
export function iclChart({ tasks }: Icl, theory: Text, language: Language): ChartSpec {
  const text = theory.icl
  const most = Math.max(1, ...tasks.flatMap(({ components }) => components.map(({ threshold }) => threshold ?? 0)))
  const panels = tasks.map(({ task, components, first, all }): Panel => {
    const shown = components.filter(({ threshold }) => threshold !== null)
    return {
      title: named(text.tasks, task),
      x: { label: text.axis, kind: 'number', log: false, from: 0, to: most * 1.25 },
      y: { label: '', kind: 'number', log: false, from: -0.5, to: shown.length - 0.2, bare: true },
      series: shown.map(({ component, threshold }, i) => ({
        id: component,
        name: named(text.components, component),
        x: [0, threshold!],
        y: [i, i],
        draw: 'line' as const,
        tone: COMPONENTS.indexOf(component),
        dash: '',
        width: 6
      })),
      rules: [
        ...(first === null
          ? []
          : [{ axis: 'x' as const, at: first, label: fill(text.first, { n: first }, language), tone: 'ink2' as const, dash: '2 3', width: 1 }]),
        ...(all === null ? [] : [{ axis: 'x' as const, at: all, label: fill(text.all, { n: all }, language), tone: 'ink' as const, width: 1 }])
      ]
    }
  })
  const both = tasks.filter(({ first, all }) => first !== null && all !== null)
  const widest = [...both].sort((a, b) => b.all! / b.first! - a.all! / a.first!)[0]
  const parts = both.map(({ task, first, all }) => fill(text.part, { task: named(text.tasks, task), first: first!, all: all! }, language))
  return {
    panels,
    finding: widest === undefined ? '' : fill(text.finding, { task: named(text.tasks, widest.task), factor: widest.all! / widest.first! }, language),
    sentence: fill(text.sentence, { parts: parts.join(language === 'zh' ? '；' : '; ') }, language),
    sources: [text.source]
  }
}

const COMPONENTS = ['patternMatching', 'memorisation', 'inductiveReasoning', 'languageKnowledge']

/** Capacity over size as a line on log axes, each task at the size that it needs. */
export function complexityChart({ available, rows }: Complexity, N: number, theory: Text, language: Language): ChartSpec {
  const text = theory.complexity
  const sorted = [...rows].sort((a, b) => a.required - b.required)
  const hardest = sorted.at(-1)!
  // The line through the sizes that the tasks need, and the model's own: each lies on it by its definition.
  const line = [...sorted.map(({ requiredN, required }) => [requiredN, required] as const), [N, available] as const].sort((a, b) => a[0] - b[0])
  const least = Math.min(...rows.map(({ margin }) => margin))
  return {
    panels: [
      {
        x: { label: theory.x, kind: 'N', log: true },
        y: { label: text.y, kind: 'number', log: true },
        series: [{ id: 'capacity', name: text.capacity, x: line.map(([x]) => x), y: line.map(([, y]) => y), draw: 'line', tone: 'ink3', width: 1.5 }],
        spots: [
          ...sorted.map(({ task, requiredN, required, emerges }) => ({
            x: requiredN,
            y: required,
            label: named(text.tasks, task ?? ''),
            look: emerges ? ('disc' as const) : ('ring' as const),
            tone: emerges ? ('good' as const) : ('bad' as const)
          })),
          { x: N, y: available, label: text.here, look: 'here', tone: 'pen' }
        ]
      }
    ],
    finding: least >= 1 ? fill(text.finding, { N, margin: least }, language) : fill(text.missing, { N, margin: 1 / least }, language),
    sentence: fill(text.sentence, { N, available, hardest: hardest.required }, language),
    sources: [text.source]
  }
}
