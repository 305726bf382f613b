/** 前沿图的文字，属于屏幕文字。 */
export const frontierZh = {
  title: { usd: '预算与概率', C: '算力与概率', N: '规模与概率', days: '时间与概率' },
  axis: {
    usdHeld: '成本按 {p} 把握计',
    daysHeld: '时间按 {p} 把握计',
    usd: '训练成本，对数刻度',
    C: '训练算力（FLOP），对数刻度',
    N: '参数量，对数刻度',
    days: '训练时间，对数刻度'
  },
  all: '全部{count}',
  counts: '一项 两项 三项 四项 五项 六项 七项 八项 九项 十项 十一项 十二项',
  parameters: '{value} 参数',
  saved: '已保存',
  base: '基准',
  strip: '按你的价格折算的已发布模型',
  limits: { budget: '预算', deadline: '期限', memory: '显存', data: '数据', compute: '算力', step: '单步上限' },
  findings: {
    doubling: {
      usd: '花费翻倍，{name}可达 {p}。',
      C: '算力翻倍，{name}可达 {p}。',
      N: '规模翻倍，{name}可达 {p}。',
      days: '时间翻倍，{name}可达 {p}。'
    },
    flat: {
      usd: '花费翻倍，{name}仍为 {p}。',
      C: '算力翻倍，{name}仍为 {p}。',
      N: '规模翻倍，{name}仍为 {p}。',
      days: '时间翻倍，{name}仍为 {p}。'
    },
    stops: '受{limit}限制，花费再多，{name}也止于 {most}。',
    never: '{name}最高只到 {most}，达不到期望的 {wanted}。'
  },
  sentence: {
    base: '在基准中，{name} 在 {x} 处达到 {wanted}。',
    reaches: '{name}在 {x}（{size} 参数）处达到 {wanted}。',
    reachesHeld: '{name}用 {size} 参数的训练达到 {wanted}，有 {chance} 的把握花费不超过 {x}。',
    other: '{p} 需 {x}',
    comma: '，',
    stop: '。',
    all: '同一次训练达成{all}的概率为 {p}。',
    own: '{limit}：{value}。',
    limit: '{limit} {value}：自 {x} 起受限。'
  },
  noTargets: '方案中还没有能力目标，无图可画。',
  noTargetsHelp: '添加能力',
  unreachable: '在本方案的限制内，没有可行的训练。',
  failed: '图无法绘制：{reason}',
  computing: '计算中',
  handle: { label: '{name}的期望概率', value: '{wanted}，花费 {x}，{size} 参数', none: '{wanted}，在所示花费内达不到', type: '期望概率，%' },
  budget: { label: '预算', value: '{usd}' },
  buttons: {
    published: '已发布模型',
    table: '表格',
    figure: '图',
    copy: '复制为图片',
    save: '保存此图',
    csv: '数据（CSV）',
    png: '图片（PNG）',
    svg: '矢量图（SVG）',
    copied: '已复制为图片',
    savedImage: '此处的剪贴板不接受图片，已改存为文件',
    copyFailed: '图片生成失败'
  },
  units: { usd: 'USD', C: 'FLOP', N: '', days: '天' },
  table: {
    title: '各花费下的概率',
    usd: '花费',
    C: 'FLOP',
    N: '参数量',
    days: '时间',
    D: '词元数',
    mark: '标记',
    plan: '本方案',
    base: '基准：{name}',
    model: '模型',
    year: '年份'
  },
  source: { plan: '方案', law: '缩放定律', price: '价格日期', base: '货币基准', correlation: '关键规模的相关系数', seed: '随机种子' }
} as const
