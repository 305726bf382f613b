/** 能力目录中各项能力的全称，以及用于窄处的简称。 */
export const capabilitiesZh = {
  'chain-of-thought': { long: '思维链', short: '思维链' },
  'maths-reasoning': { long: '数学推理', short: '数学' },
  'code-generation': { long: '代码生成', short: '代码' },
  'multi-step-reasoning': { long: '多步推理', short: '多步推理' },
  'instruction-following': { long: '指令遵循', short: '指令' },
  planning: { long: '多步规划', short: '规划' },
  multilingual: { long: '多语言能力', short: '多语言' },
  translation: { long: '多语言翻译', short: '翻译' },
  'arithmetic-3-digit': { long: '三位数算术', short: '三位数' },
  'multi-step-arithmetic': { long: '多步算术', short: '应用题' },
  'word-in-context': { long: '语境词义', short: '词义' },
  'symbol-manipulation': { long: '符号操作', short: '符号' },
  'logical-deduction': { long: '逻辑演绎', short: '演绎' },
  'code-description': { long: '代码描述', short: '代码描述' }
} as const
