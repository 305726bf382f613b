/** 工作台各屏共用的词。 */
import type { pageEn } from './page.en'

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

export const pageZh = {
  marks: { good: '通过', warn: '需留意', bad: '未通过' },
  more: '另有 {n} 条',
  fewer: '收起',
  working: '计算中…',
  cancel: '取消',
  cancelled: '已中途停止，所示仍为上一次的结果。',
  again: '重试',
  loading: '正在打开…',
  low: '下限',
  high: '上限',
  meaning: '图中标注',
  log: '对数',
  linear: '线性'
} as const satisfies Texts<typeof pageEn>
