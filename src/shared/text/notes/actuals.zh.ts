import type { actualsNotesEn } from './actuals.en'

export const actualsNotesZh: Record<keyof typeof actualsNotesEn, string> = {
  'actuals-cost-estimated': '已完成的第 {run|number} 次训练（{N|N}）没有填写花费；按方案自己的估计 {usd|usd} 计为已花。',
  'actuals-days-estimated': '已完成的第 {run|number} 次训练（{N|N}）既没有天数也没有结束日期；按方案自己的估计 {days|days} 计为已用。',
  'actuals-date-too-early': '已完成的第 {run|number} 次训练（{N|N}）的结束日期写作 {date|date}，早于方案开始后到它为止各次训练所用的 {days|days}；以天数为准。',
  'actuals-over-budget': '已完成的训练花了 {spent|usd}，超过预算 {budget|usd}：没有余款再做一次训练。',
  'actuals-past-deadline': '已完成的训练用了 {gone|days}，超过期限 {deadline|days}：没有时间再做一次训练。',
  'actuals-stopped-unused': '中途停止的 {N|N} 训练没有达到{target|text}，这并不说明该规模达不到：训练到底也许可以。该结果不使用。',
  'actuals-scale-undefined': '{target|text}按有效规模计，而{law|text}没有给出已完成的 {N|N} 训练的有效规模；该结果不使用。',
  'actuals-contradict': '{target|text}写作在 {reached|kind} 已达到、在 {missed|kind} 未达到，没有任何阈值允许这样；更正之前，它的结果都不使用。',
  'actuals-against-belief': '{target|text}：按对其临界规模的信念，已完成的训练所显示的结果只有 {chance|probability} 的概率。这一信念不可能正确，请修改。',
  'actuals-against-correlation':
    '在相关系数 {correlation|number} 下，没有任何共同因子能同时允许已完成训练对各目标所显示的结果；在更正结果、临界规模或相关系数之前，各目标按相互独立处理。',
  'actuals-surprising': '按现有信念，已完成的训练所显示的结果只有 {chance|probability} 的概率：请重新检查临界规模与结果。',
  'target-reached': '{target|text}已由完成的训练达到：不再需要训练。',
  'target-lost': '{target|text}：按其信念，所见结果只有 {chance|probability} 的概率，因此给不出规模；请修改其临界规模。',
  'simulation-results-central':
    '已完成训练所显示的结果影响阈值的抽样，但不影响 {fields|text} 的抽样：它对这些数值本身的含义没有计入抽样。每次抽样仍与所见结果相符。',
  'nothing-all-reached': '所有目标都已由完成的训练达到：没有什么要做了。'
}
