import type { riskNotesEn } from './risk.en'

export const riskNotesZh: Record<keyof typeof riskNotesEn, string> = {
  'risk-by-quantile':
    '该路径按“除 {level|percent} 的情形外都不低于的价值”选出：在 {draws|number} 次共同抽样上，列举了 40 个规模的网格上至多 3 级的 {listed|number} 条路径（含均值最优的路径）；更细的路径没有考察。它的平均价值比均值最优的路径少 {mean|usd}。',
  'risk-by-shortfall':
    '该路径按最差 {level|percent} 情形下的平均价值选出：在 {draws|number} 次共同抽样上，列举了 40 个规模的网格上至多 3 级的 {listed|number} 条路径（含均值最优的路径）；更细的路径没有考察。它的平均价值比均值最优的路径少 {mean|usd}。',
  'risk-mean-shown': '方案要求按 {level|percent} 的风险水平选路径，但这里的结果是均值最优的路径：另一条需要数秒才能找到，随路径的审核一并给出。',
  'pin-at-mean': '被固定的结果是按均值最优的路径求解的，在该路径上为 {solved|kind}；在按 {level|percent} 风险水平选出的路径上为 {chosen|kind}。',
  'pin-at-mean-only': '被固定的结果是按均值最优的路径求解的，在该路径上为 {solved|kind}；在按 {level|percent} 风险水平选出的路径上没有取值。',
  'corners-before-results': '各角点取自已完成训练之前的信念的 5 % 与 95 % 分位，并给出在那里最优的路径；每条路径的价值则已考虑这些训练所示的情况。',
  'risk-in-points': '风险水平要求收益以美元计；收益为分数时，路径按均值最优选取。',
  'risk-not-answered': '无法给出该风险水平下的路径（{reason|text}）；以均值最优的路径代替。',
  'nothing-at-quantile': '没有值得冒险的训练：在 {level|percent} 或更多的情形下，每条路径都会亏损。风险更小或收益更大才会改变。',
  'nothing-at-shortfall': '没有值得冒险的训练：在最差的 {level|percent} 情形下，每条路径平均都会亏损。风险更小或收益更大才会改变。',
  'regret-in-points': '遗憾值以美元计：收益为分数时，请给出每分的价值。'
}
