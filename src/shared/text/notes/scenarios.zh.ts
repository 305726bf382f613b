import type { scenariosNotesEn } from './scenarios.en'

export const scenariosNotesZh = {
  // 情景
  'scenario-target-gone': '该情景修改了目标“{target|text}”的 {field|text}，但基准方案中已没有这个目标：修改予以保留，但不起作用。',
  'scenario-field-gone': '该情景修改了 {field|text}，但基准方案中已没有这一项：修改予以保留，但不起作用。',
  'scenario-refused': '该情景对 {field|text} 的修改与基准方案的现状不符（{problem|text}）：修改予以保留，但不起作用。',
  'scenario-pin': '有一个结果被固定，因此每个情景都会移动可变输入；差值中包含这部分影响。',
  'attribution-in-order': '修改有 {changes|number} 项，超过 {most|number} 项：差值按给定顺序逐项累计，换一种顺序分摊会不同。',
  'attribution-none': '没有可归因的差值：两者之一没有该结果的值。',
  'attribution-undefined': '差值无法归因：只作部分修改时，该结果没有值。',
  'attribution-impossible': '差值无法归因：部分修改离开其余修改便不可能成立。',
  // 按名称取的结果
  'outcome-without-targets': '方案中没有目标，因此该结果没有值。',
  'outcome-without-size': '{target|text}：任何规模都达不到期望的概率。',
  'outcome-without-return': '{target|text}：以分值计的收益没有美元回报率。',
  'outcome-target-gone': '方案中没有目标“{target|text}”。',
  'outcome-in-points': '收益以分值计，因此没有以美元计的价值。',
  'outcome-in-dollars': '收益以美元计，因此没有期望分值。',
  'outcome-without-limit': '方案没有设这一限制，因此不存在满足它的概率。',
  'pin-input-gone': '没有可变的输入：方案中没有输入项 {input|text}。',
  // 双变量网格
  'grid-pin-aside': '此处不采用方案中被固定的结果：网格只移动它自己的两个输入。',
  'grid-refused': '这两个值不能同时成立：{problem|text}。'
} satisfies Record<keyof typeof scenariosNotesEn, string>
