/** 扩展路径的用语。 */
export const pathZh = {
  title: '扩展路径',
  one: '一次训练，{usd}，{days}',
  many: '{n} 次训练，合计 {usd}、{days}',
  left: '余 {usd}',
  worth: '平均价值 {value}',
  onTokens: '{tokens} 词元',
  flop: '{C}',
  costTime: '{usd} · {days}',
  chance: '有 {chance} 的可能需要运行',
  outOfReach: '无法达到',
  unlocksNothing: '此级没有新达成的目标',
  here: '方案所选规模',
  binds: {
    budget: '受限于预算：还差 {gap}',
    deadline: '受限于期限：超出 {gap}',
    memory: '受限于显存：还差 {gap} 张卡',
    data: '受限于数据：还差 {gap} 词元',
    compute: '受限于算力上限：还差 {gap}',
    step: '受限于单步倍数'
  },
  needs: {
    budget: '需预算 {value}',
    deadline: '需 {value}',
    memory: '需 {value} 张卡',
    data: '需独立词元 {value}',
    compute: '需算力上限 {value}',
    step: '需先完成 {value} 的训练'
  },
  also: '另受限于{limits}',
  limits: {
    budget: '预算',
    deadline: '期限',
    memory: '显存',
    data: '数据',
    compute: '算力上限',
    step: '单步倍数'
  },
  never: '任何规模都无法达到',
  moreOut: '另有 {n} 项无法达到',
  whyOne: '为何只需一次训练',
  whyOneText: '先做较小的训练，只有在能提前结束、更早带来收益或放宽单步倍数时才划算；这里它的花费大于所得。',
  gated: '全部达成即停止',
  committed: '全部执行',
  gateBound: '更细的关卡，至多',
  alternatives: '其他做法',
  alternative: { nothing: '什么都不训练', single: '只训练一次', everyTarget: '每个目标各训练一次', largest: '最大规模的一次训练' },
  loses: '少 {value}',
  infeasible: '超出限制',
  nothingTitle: '没有值得进行的训练',
  points: '期望分值 {points}'
} as const
