import type { emergenceNotesEn } from './emergence.en'

export const emergenceNotesZh = {
  // 数据行
  'row-compute-missing': '第 {row|number} 行：没有 C，也没有同时给出 N 与 D 以便按 6·N·D 计算；不使用该行。',
  'row-score-below': '第 {row|number} 行：得分 {value|number} 低于可能的最小值 {low|number}；不使用该行。',
  'row-score-above': '第 {row|number} 行：得分 {value|number} 高于可能的最大值 {high|number}；不使用该行。',
  'row-items-impossible': '第 {row|number} 行：题目数不可能为 {value|number}；得分照用，题目数按未知处理。',
  'row-error-impossible': '第 {row|number} 行：标准误不可能为 {value|number}；得分照用，不使用该标准误。',
  'all-rows-refused': '{rows|number} 行全部无法使用；原因逐行列在问题清单中。',
  'sizes-repeated':
    '{rows|number} 行共用 {sizes|number} 个规模。原始资料的检测规则与直线对每个规模只计一次，取平均得分（各行都有题目数时按题目数加权）；拟合使用全部数据行。',
  'sizes-merged': '共有 {sizes|number} 个规模：拟合时，相距不超过测量范围 1/{most|number} 的规模合为一个，取其平均。',
  'items-missing': '有 {rows|number} 行没有给出题目数，因此离散程度由数据点估计，而不是由题目数得出。',
  // 指标
  'metric-falls-by-name': '从名称看，{metric|text}越低越好，且没有其他说明，因此按此处理。为稳妥起见请注明方向。',
  'metric-direction-assumed': '没有说明{metric|text}是否越高越好；按越高越好处理。若不是，请注明方向。',
  'metric-direction-contradicted': '{metric|text}各行对“是否越高越好”的说明互相矛盾；采用其名称所表示的方向。',
  'metric-highs-differ': '{metric|text}各行给出的最佳得分不同；采用 {high|number}。',
  'metric-chances-differ': '{metric|text}各行给出的随机猜测得分不同；采用其平均值 {random|number}。',
  'metric-chance-outside': '{metric|text}的随机猜测得分不可能是 {random|number}；不予采用。',
  'metric-ceiling-guessed': '{metric|text}有时写作比例，有时写作百分数；根据其得分，最佳值取为 {high|number}。',
  'metric-range-assumed': '无法由名称识别{metric|text}；因其得分全部在 0 与 1 之间，按比例处理。',
  'metric-units-mixed': '{metric|text}的得分有的小于 1，有的在 1 与 100 之间：可能混用了比例与百分数。',
  'metric-kind-unknown': '没有说明{metrics|text}是全对才得分（不连续）还是部分得分（连续），因此不参与海市蜃楼检验。',
  // 规模
  'scale-chosen': '没有另行指定，规模轴取 {scale|text}；有 {rows|number} 行没有该值。',
  'scales-compared':
    '在两者都有的数据行上，得分随 {better|text} 的变化比随 {other|text} 紧密 {ratio|number} 倍（均方根误差：按 C 为 {rmseC|number}，按 N 为 {rmseN|number}）。',
  'loss-without-size': '仅凭损失无法得知规模跨越多少个数量级，而损失的一个数量级远大于算力的一个数量级：宽度与跨度不能按规模理解。请同时给出 N 或 C。',
  // 检测规则
  'detector-needs-sizes': '检测规则比较小模型与大模型，需要两个规模；现有 {sizes|number} 个。',
  'detector-needs-baseline': '检测规则要与随机猜测的得分比较，而{metric|text}没有给出该得分。',
  'detector-baseline-assumed': '没有给出随机猜测的得分；采用可能的最小值 {baseline|number}。选择题应为“1/选项数”。',
  'detector-baseline-zero': '基线为 0 时没有曲线能满足原始规则，因为没有得分低于 1.5 × 0；以归一化规则为准。',
  'detector-baseline-high': '得分最高为 {best|number}，无法达到基线 {baseline|number} 的三倍；以归一化规则为准。',
  'detector-rules-differ': '两种规则结论不同：只有 {which|text} 规则判为涌现（source 为原始规则，normalised 为归一化规则）。',
  'detector-misses':
    '原始检测规则不判为涌现（小规模平均 {smallMean|number}，须低于 {smallLimit|number}；大规模平均 {largeMean|number}，须高于 {largeLimit|number}；增幅 {gain|number}，须高于 {gainLimit|number}），而检验判为涌现：检验看的是上升有多窄、随机离散能造成什么，而不是两半的平均与基线相比如何；这种平均会冲淡靠近末端的上升。',
  'detector-misses-falling':
    '原始检测规则（对越低越好的指标反向使用）不判为涌现（小规模平均 {smallMean|number}，须高于 {smallLimit|number}；大规模平均 {largeMean|number}，须低于 {largeLimit|number}；降幅 {gain|number}，须高于 {gainLimit|number}），而检验判为涌现：检验看的是变化有多窄，以及随机离散能造成什么。',
  'detector-overstates':
    '原始检测规则判为涌现，因为小规模与大规模的平均相差很大（{smallMean|number} 与 {largeMean|number}）；但跨越一个数量级以上的平缓上升同样能解释这些得分，因此检验不判为涌现。',
  // 直线
  'trend-needs-sizes': '带离散程度的直线需要三个规模；现有 {sizes|number} 个。',
  'scores-constant': '所有得分都是 {score|number}：没有可分析的内容。',
  'effect-out-of-reach':
    '在这 {sizes|number} 个规模上，单调曲线的效应量不可能超过 {bound|number}，因此无论涌现与否，都达不到原始资料的“强”（高于 {strong|number}）。',
  // 检验
  'fit-needs-sizes': '拟合需要 {needed|number} 个不同规模；现有 {sizes|number} 个。',
  'ceiling-held': '只有 {sizes|number} 个规模，无法拟合上限；固定为可能的最佳得分。',
  'floor-held': '只有 {sizes|number} 个规模，无法拟合下限；固定为可能的最差得分。',
  'floor-below-chance': '小规模的得分低于随机猜测，因此下限不固定在该处，而是参与拟合。',
  'test-needs-sizes': '检验需要 {needed|number} 个不同规模；现有 {sizes|number} 个。',
  'test-without-scatter': '{sizes|number} 个规模且没有题目数，没有可供比较的离散程度；请给出每个得分的题目数，或更多规模。',
  'scores-never-rise': '得分随规模的上升没有超出其离散程度，因此其中没有阈值。',
  'scores-fall': '得分随规模变差，因此其中没有阈值。',
  // 海市蜃楼检验
  'mirage-no-continuous': '这些运行没有连续指标，因此无法检验跳跃是否由指标造成。',
  'mirage-no-discontinuous': '这些运行没有不连续指标，因此没有可比较的对象。',
  'mirage-too-few-sizes': '在两类指标之一上规模太少，无法得出结论。',
  'mirage-different-runs': '各指标测量的规模不同，因此是在不同的运行上比较的。',
  'mirage-weak': '在一个连续指标上，最佳曲线也窄于一个数量级，但以目前的离散程度无法与平缓上升区分：更多规模可能改变结论。',
  // 结论
  'verdict-emergent':
    '涌现，{grade|text} 级：在{metric|text}与{other|text}两种指标上，得分都在 {knee|kind} 附近的 {width|number} 个数量级内跃升（p 不超过 {p|number}，{sizes|number} 个规模），平缓上升加随机离散无法解释。',
  'verdict-emergent-one-metric':
    '在唯一可判断的一类指标上涌现，{grade|text} 级：{metric|text}在 {knee|kind} 附近的 {width|number} 个数量级内跃升（p = {p|number}，{sizes|number} 个规模）；无法判断跳跃是否由指标造成。',
  'verdict-metric-dependent':
    '依赖指标：{metric|text}在 {knee|kind} 附近的 {width|number} 个数量级内跃升（p = {p|number}），但同样的运行在{others|text}上平缓上升，因此跳跃可能由指标造成。',
  'verdict-continuous-only':
    '依赖指标：{metric|text}在 {knee|kind} 附近的 {width|number} 个数量级内跃升（p = {p|number}），但同样的运行在{others|text}上并非如此。',
  'verdict-smooth':
    '平缓：{metric|text}变好，但跨越一个数量级以上的改善即可解释其 {sizes|number} 个规模（p = {p|number}；最佳曲线从 10 % 到 90 % 用 {width|number} 个数量级）。',
  'verdict-inverse': '逆向扩展：{metric|text}随规模变差。',
  'verdict-no-rise': '没有上升：在 {sizes|number} 个规模上，{metric|text}随规模的变化没有超出其离散程度。',
  'verdict-too-few-sizes': '规模太少：{metric|text}有 {sizes|number} 个可用规模，而得出结论需要 {needed|number} 个。',
  'verdict-too-few-decades':
    '规模太少：{metric|text}在 {knee|kind} 附近看起来陡峭（p = {p|number}，宽度 {width|number} 个数量级），但各规模只跨越 {decades|number} 个数量级，而得出结论需要两个。',
  'verdict-one-sided':
    '规模太少：{metric|text}在 {knee|kind} 附近看起来陡峭（p = {p|number}，宽度 {width|number} 个数量级），但其下有 {below|number} 个、其上有 {above|number} 个规模，而得出结论需要两侧各两个。',
  // 阈值
  'fit-no-series': '没有该任务与指标的可用数据行；现有 {series|text}。',
  'fit-several-series': '一个阈值对应一个任务的一种指标；请从 {series|text} 中选择一个。',
  'fit-ends-crossed': '下限 {floor|number} 不低于上限 {ceiling|number}，两者之间没有可上升的曲线。',
  'fit-without-scatter': '{rows|number} 个数据点与曲线的参数一样多，因此没有区间。',
  'scatter-estimated': '由于并非每个得分都给出题目数，离散程度由 {degrees|number} 个自由度估计；有题目数时区间即可由此得出。',
  'scatter-beyond-items': '数据点的离散超出题目数所允许的程度（为二项方差的 {dispersion|number} 倍）；区间已相应放宽。',
  'families-widen': '合并了 {families|number} 个模型系列的运行，同一系列一起偏离；区间按 {effect|number} 倍方差计算。',
  'threshold-outside': '临界规模 {critical|kind} 在测量范围之外：属于外推。',
  'threshold-unbounded': '数据至少在一侧无法限定临界规模；请测量越过拐点的规模，或固定下限或上限。',
  'steepness-at-bound': '上升之陡超出各规模所能分辨：陡度 {steepness|number} 是所尝试的最大值。',
  'bootstrap-undercovers': '由重抽数据行得到的区间已知偏窄：12 个规模时，名义 90 % 实际约 75 %。请优先采用剖面似然区间。'
} as const satisfies Record<keyof typeof emergenceNotesEn, string>
