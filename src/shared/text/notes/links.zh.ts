import type { linksNotesEn } from './links.en'

export const linksNotesZh = {
  'link-never-emerges': '该链接函数永远不超过 {most|percent}，按 P > 0.5 的判据任何能力都不会涌现：仅作示意，不用于规划。',
  'complexity-not-measured': '指数 1.5 与所需复杂度都是经验法则，没有经过测量。',
  'all-of-product': '假定三个阈值相互独立：各概率相乘。',
  'all-of-minimum': '假定三个阈值背后是同一个原因：取最小的概率。',
  'prediction-rule': '该区间是围绕临界规模的经验法则，并不说明阈值落在其中的概率。',
  'prediction-epsilon': '该经验法则使用 10 % 至 20 %，而不是 {epsilon|percent}。',
  'evidence-mixture': '{target|text}依据 {count|number} 条选中的证据，从 {low|kind} 到 {high|kind}：各条权重相同，构成混合分布。',
  'evidence-other-axis': '{target|text}：证据 {entry|text} 与目标不在同一坐标轴上，因此不计入。',
  'evidence-steepness': '{target|text}：各条证据发表时的陡度为 {low|number} 至 {high|number}，此处统一使用目标的 {used|number}。',
  'entry-open-range': '{target|text}：证据 {entry|text} 没有上限，暂以下限的三倍（{high|kind}）代替。',
  'entry-first-observed': '{target|text}：证据 {entry|text} 是首次观察到的规模，即起点的上界，此处当作 50 % 点使用。',
  'entry-unknown': '{target|text}：证据 {entry|text} 的来源没有说明该数值的含义，此处当作 50 % 点使用。',
  'progress-applied': '{target|text}：算法进步使其阈值乘以 {factor|number}，相隔 {years|number} 年，算力需求每 {months|number} 个月减半。',
  'progress-applied-range': '{target|text}：算法进步使其各数值乘以 {low|number} 至 {high|number}，取决于各自的年代，算力需求每 {months|number} 个月减半。',
  'progress-without-date': '{target|text}：有 {count|number} 个数值没有日期，算法进步对其不作调整，保持发表时的值。',
  'progress-not-on-loss': '{target|text}以有效规模为轴，即损失的阈值，算法进步不改变它。',
  'progress-own-runs': '{target|text}：有 {count|number} 个数值来自你自己的训练，算法进步对其不作调整。',
  'threshold-shifted': '{target|text}：阈值乘以 {factor|number}，理由：{reason|text}。',
  'threshold-shifted-without-reason': '{target|text}：阈值乘以 {factor|number}，但没有给出理由。'
} as const satisfies Record<keyof typeof linksNotesEn, string>
