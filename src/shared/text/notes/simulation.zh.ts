import type { simulationNotesEn } from './simulation.en'

export const simulationNotesZh = {
  'belief-dormant': '关于 {field|text} 的分布未被使用：方案目前没有用到这个数。',
  'belief-cut': '关于 {field|text} 的分布超出了可能的范围：其中 {share|percent} 落在范围之外，已按比例分摊到其余部分。',
  'simulation-law-exact': '{law|text} 的常数视为精确值：模拟不含其自身的不确定性，因此规模、词元数与成本的实际离散大于所示。',
  'simulation-law-errors-apart':
    '{law|text} 发表时只给出标准误，没有给出协方差。逐个独立抽取其常数是错误的，因此视为精确值：规模、词元数与成本的实际离散大于所示。可以为其他定律设定权重与之比较。',
  'simulation-law-drawn':
    '{law|text} 的常数按拟合的协方差抽取：在 E、ln A、ln B、α 与 β 上为正态分布。{share|percent} 的抽取不构成这样的定律，已略去。路径按拟合的常数选定。',
  'simulation-law-mixture': '每次抽取按权重采用以下定律之一：{laws|text}。路径只按 {law|text} 选定。',
  'law-alternative-without-loss': '有目标要求有效规模，而 {law|text} 没有定义它，因此不能列入被抽取的定律。',
  'law-covariance-name': '拟合的协方差中有 {name|text}，它不是该定律的常数。',
  'law-covariance-impossible': '拟合的协方差不成立：有方差小于 0，或从中抽取不到任何定律。',
  'belief-beside-value': '方案中 {field|text} 为 {value|number}，而其分布有一半低于 {median|number}：成本、时间与概率以分布为准，而不是这个数。',
  'belief-without-effect': '关于 {field|text} 的分布不改变任何模拟结果：这个数只决定哪些路径可行，而路径是固定的。',
  'distribution-of-chance': '这个结果本身就是全部抽样的概率或比值，没有自己的分布。',
  'distribution-nothing-run': '本方案不做任何训练，因此在每次抽样中路径的成本与时间都为零。',
  'distribution-other-benefit': '本方案以 {unit|text} 计收益：所问的结果在其中没有定义。',
  'distribution-no-target': '本方案没有这个目标。',
  'samples-too-many': '{draws|number} 行超过了单个文件允许的 {most|number} 行；planner.simulate 的百分位不需要文件。',
  'belief-pinned': '关于 {field|text} 的分布未被使用：这个数正为固定的结果让步。',
  'beliefs-in-simulation':
    '关于 {fields|text}（{count|number} 个数）的分布只用于模拟：它整体移动阈值、训练规模或限制，或者没有有限的均值，或者是带起点的链接在依据多项证据时的陡度，因此此处的结果使用各自的中心值。',
  'beliefs-not-used': '此处的结果只使用中心值，因为其中一个分布没有答案：{problem|text}'
} as const satisfies Record<keyof typeof simulationNotesEn, string>
