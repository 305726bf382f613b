/** 警告、原因与拒绝，每个代码一条模板。 */
export const notesZh = {
  // 输入
  'default-used': '未给出{field|text}，使用默认值 {value|text}。',
  'open-range': '{target|text}的关键规模没有上限；在你填写之前，按下限的三倍（{high|N}）计算。'
} as const
