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
  linear: '线性',
  zoom: {
    closer: '放大',
    closerTitle: '放大（+，或按住 Ctrl 滚动滚轮；指针在坐标轴上时只缩放该轴）',
    farther: '缩小',
    fartherTitle: '缩小（−）',
    whole: '显示全图',
    wholeTitle: '显示全图（0，或双击）',
    keys: '{title}：+ 放大，− 缩小，0 显示全图；方向键平移，按住 Shift 只缩放一个轴',
    shown: '当前显示 {x}，{y}',
    shownPanels: '各分图当前显示横轴的 {x|percent}、纵轴的 {y|percent}'
  },
  drawn: {
    all: '视野内的值全部画出。',
    some: '视野内 {values|count} 个值中画出 {drawn|count} 个：互相遮盖的只画一个，CSV 中有全部。',
    picture: '{values|count} 个值中画出 {drawn|count} 个'
  },
  rows: '均匀选取 {all|count} 行中的 {shown|count} 行，CSV 中有全部。'
} as const satisfies Texts<typeof pageEn>
