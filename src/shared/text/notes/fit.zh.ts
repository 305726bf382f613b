import type { fitNotesEn } from './fit.en'

export const fitNotesZh = {
  'fit-row-units': '第 {row|number} 行：{column|text} 为 {value|number}，而其他行在 {typical|number} 附近，看来单位是百万或十亿。该行不予采用。',
  'fit-row-repeated': '第 {row|number} 行与第 {first|number} 行的每个数值都相同；只计一次。',
  'fit-units-small':
    '{column|text} 的典型值为 {typical|number}，看来单位是百万或十亿：请写完整的数，例如 7e9。拟合按所写的数计算，其常数和 FLOP 也就以该单位为准。',
  'fit-no-runs': '{rows|number} 行都不能采用；逐行的原因见问题列表。',
  'fit-constant-loss': '{runs|number} 次训练的损失都是 {loss|number}：无法从中得知什么能降低损失。',
  'fit-too-few': '不同的训练共 {runs|number} 次，无法确定 {constants|number} 个常数。',
  'fit-one-size': '所有训练的参数量都是 {size|N}，因此无法得知损失如何随规模下降。',
  'fit-one-token-count': '所有训练的词元数都是 {tokens|D}，因此无法得知损失如何随数据下降。',
  'fit-degenerate': '{form|text} 的最佳拟合中有一个指数为 0，此时它的常数没有定义。',
  'fit-few-isoflops': '穿过等算力曲线的幂律需要两条自身有最小值的曲线：至少三种规模，抛物线开口向上，最小值落在这些规模之间。这样的曲线有 {optima|number} 条。',
  'fit-no-envelope': '沿包络线的幂律需要两种规模，它们在既有更小也有更大的规模可选时损失最低；这样的规模有 {optima|number} 种。',
  'fit-few-runs': '用 {runs|number} 次训练确定 {constants|number} 个常数偏少：新的训练很可能改变它们。',
  'fit-narrow': '{column|text} 只跨 {decades|number} 个数量级（{low|kind} 到 {high|kind}）：不足以把幂律的指数与其系数及不可约损失区分开。',
  'fit-collinear': 'N 与 D 同升同降（对数的相关系数为 {correlation|number}），因此这些训练无法区分规模的作用与数据的作用。请在固定规模下改变词元数。',
  'fit-at-bound': '{name|text} 位于拟合允许范围的边界（{value|number}）：这些训练无法确定它。',
  'fit-few-starts': '{count|number} 个起点中只有 {reached|number} 个到达所找到的最优值，因此可能还有更好的解。',
  'fit-poorly-determined': '确定得很差（标准误超过数值的 {share|percent}）：{names|text}。',
  'fit-rests-on-few': '{name|text} 取决于 {count|number} 次训练：去掉第 {rows|text} 行后，它从 {before|number} 变为 {after|number}。',
  'fit-held-out-worse': '留出的 {count|number} 个最大预算的误差为 {rmse|number}（对数的均方根），而参与拟合的训练为 {fitted|number}：外推比拟合看上去更差。',
  'fit-replicates-failed': '{replicates|number} 次自助抽样中有 {failed|number} 次得不到常数，已略去，因此误差偏小。',
  'fit-single-limited': '{runs|number} 次训练中，只逐一去掉一阶影响最大的 {most|number} 次。',
  'fit-optimum-outside': '在这些训练的最大预算 {C|C} 处，拟合的最优规模为 {size|N}，超出了训练的范围 {low|N} 到 {high|N}。',
  'fit-few-optima': '幂律只穿过 {optima|number} 个最优点：它的指数依据不足。',
  'fit-narrow-optima': '最优点只跨 {decades|number} 个数量级的算力：不足以确定指数。',
  'fit-isoflops-left-out': '{count|number} 条等算力曲线自身没有最小值，已略去；幂律穿过 {used|number} 条。',
  'fit-no-curves': '在三个或更多预算下都有训练的规模太少，构不成训练曲线；改为在四分之一个数量级的区间内比较单次训练，结果较粗略。'
} as const satisfies Record<keyof typeof fitNotesEn, string>
