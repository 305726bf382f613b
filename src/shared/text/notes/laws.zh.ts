import type { lawsNotesEn } from './laws.en'

export const lawsNotesZh = {
  // 没有答案的提问
  'argument-missing': '{law|text} 还需要 {argument|text}；缺少它，损失无法确定。',
  'loss-needs': '按 {law|text} 计算损失需要 {arguments|text}；N、D、C 中任意两个可确定第三个。',
  'optimum-all-model': '{law|text} 没有内部最优：算力相同时，每用一个参数取代词元，损失都会下降，因此最好的训练会把算力全部用于模型。',
  'optimum-all-data': '{law|text} 没有内部最优：算力相同时，每用一个词元取代参数，损失都会下降，因此最好的训练会把算力全部用于数据。',
  'any-split-as-good': '按 {law|text}，算力在参数与词元之间怎样分配都一样好，因此没有唯一的最优。',
  'modalities-without-optimum': '{law|text} 没有算力最优分配：C = k·N·D 只计一种词元，而该定律没有说明算力如何在各模态之间分配。',
  'loss-of-size-alone': '按 {law|text}，损失只取决于规模：N 固定为 {N|N} 时，无论用多少词元，损失都是 {fixed|number}。',
  'loss-of-tokens-alone': '按 {law|text}，损失只取决于词元数：D 固定为 {D|D} 时，无论规模多大，损失都是 {fixed|number}。',
  'size-alone-not-enough': '数据不受限时，{law|text} 的损失在任何规模下都是 0：请同时给出 D。',
  // 损失的依据
  'argument-not-used': '{law|text} 不考虑 {argument|text}；该值未被使用。',
  'compute-apart': '给出的 C 是 {C|C}，而不是 k·N·D = {computed|C}；{law|text} 按给出的值计算。',
  'constants-illustrative': '{law|text} 的常数仅作示意，并非拟合所得：这些数值展示的是形式，不代表任何模型。',
  'constants-own': '损失基于你为 {law|text} 给出的常数；其拟合范围未知。',
  'additive-whole-losses':
    '{law|text} 使用 Kaplan 的单变量常数时，会把三个完整的损失相加（GPT-3 为 4.86 奈特），而不是同一损失的三个部分：这是来源给出的形式，各项不是误差的份额。',
  'size-proxy-rough': '{law|text} 是来源文档给出的粗略代理，并非已知数据的拟合。',
  // 定律并列比较
  'compare-no-run': '方案所选的定律给不出可供比较的训练：请给出 C，或设定一个它能达到的目标。',
  'compare-no-target': '方案没有目标，因此任何定律都不要求训练。',
  'compare-policy-decides': '词元数由方案自己规定，因此每个定律对这一目标给出的训练相同：它们的差别在于预测的损失，以及各自认为的最优配比。',
  // 斜率
  'slope-unbounded': 'δ = {delta|number} 不小于该定律的指数 α = {alpha|number}，因此随着 N 增大，这一机制下的损失会低于任何数值：该形式至多在 N_c 附近成立。',
  'slope-source-first': '来源的第一种形式为 dL/dN = α·K/N^(1+α)：K 缺少指数 α，且符号有误，照此损失会随规模上升。',
  'slope-source-second': '来源的第二种形式用同一符号表示定律的常数与机制变化的规模：照此机制变化发生在 {K|N}。',
  // 涌现点
  'emergence-linear-edge': '下降的幂律在所考察的最小规模处弯曲最大，因此 |d²L/dN²| 的最大值位于区间端点，并随区间移动：它不是曲线上的特征点。',
  'emergence-loglog-none': '在对数坐标下曲线是直线，纯幂律都是如此：不存在曲率最大的点。',
  'emergence-range-end': '曲线在区间端点弯曲最大；更宽的区间内可能有弯曲更大的点。',
  'emergence-loglog-offset': '它只标出损失中随 N 变化的部分与其余部分相等之处，数据不受限时即 A/N^α = E，N = (A/E)^(1/α)：无论有什么能力涌现，它都在那里。',
  'emergence-regime': '它来自假设在 {N|N} 处的机制变化，而不是来自定律本身。',
  'emergence-kink': '曲线在此处有折点或跳跃，二阶导数为无穷或没有定义：来自所假设的机制变化，或来自定律自身的分段。',
  'emergence-interior': '曲线在此处弯曲最大；这是曲线的性质，与能力无关。',
  'emergence-flat': '损失不随 N 变化，因此曲线没有这样的点。',
  'emergence-loss-ends': '在这一机制下，损失在 {N|N} 处已降到 0，而任何损失都做不到：此后的对数曲线不予考察。',
  'emergence-unlimited-data': '未给出 D；曲线为数据不受限的情形。',
  // 理论与观测
  'theory-approximation': '来源没有给出它的指数；经典界为 N^(−s/d)，s 为光滑度，d 为维数，因此指数取决于问题。指数为 0.076 时，损失减半需要数千倍的参数。',
  'theory-generalisation': '按界 √(d/D)，误差减半需要 4 倍的词元；按观测到的 0.095，则需要约 1,500 倍。来源把较小的指数解读为样本效率更高；实际上是更低。',
  'theory-optimisation': '按界 1/√C，误差减半需要 4 倍的算力；按观测到的 0.057，则需要约 190,000 倍。0.057 是 Kaplan 的算力指数，不是 Hoffmann 的。',
  'theory-not-alike': '这些界针对的是误差中某一部分高出其下确界的量，观测到的指数则针对包含不可约部分的整个损失，因而更平缓：两者衡量的不是同一件事。',
  // 验证表
  'claim-gpt-3':
    '{claimed|number} 是 GPT-3 自身定律 2.57·C^−0.048 的系数（C 以 PF-day 计；Brown 等 2020，图 3.1），不是 GPT-3 的损失：按其 3,640 PF-day，该定律给出 1.734。',
  'claim-chinchilla': '{claimed|number} 没有附带计算过程；对于 70B 参数、1.4T 词元，此处的定律都得不到该值。',
  'claim-gpt-4': '据称至少有 {N|N} 参数、{D|D} 词元，损失为 {low|number} 至 {high|number}；均未公开。',
  'claim-claude-3-5': '其规模与词元数未知；所称的损失 {low|number} 至 {high|number} 无法核实。',
  'claim-not-computed': '所称的数值只是说法，不是计算结果：列在损失旁边仅供对照。',
  'validation-not-computable': '{model|text} 无法由公开数据计算。',
  'validation-experts': '混合专家模型：N 为 {totalN|N} 参数中激活的 {N|N}，此处没有定律针对这类模型拟合。',
  'validation-flop': '所列的 {C|C} 不等于 6·N·D = {computed|C}：可能计入注意力、重复数据或采用其他口径。以算力为自变量的定律采用所列数值。',
  'validation-not-comparable':
    '不同定律的损失属于不同的分词器与数据（Kaplan 为 WebText2，Hoffmann 与 Besiroglu 为 MassiveText，Muennighoff 为 C4），彼此不可比较，也不能与模型在其自身数据上的损失比较；同一列之内可按该定律比较各次训练。',
  'validation-embeddings': '模型来源把嵌入计入时，N 也包含嵌入；Kaplan 的定律针对不含嵌入的 N，对大模型而言约少百分之几。',
  'validation-fresh': '所有词元都视为不重复；重复使用数据的模型实际表现不如所示。',
  'validation-own-constants': '{law|text} 没有公开发表的常数。',
  'validation-other-arguments': '{law|text} 需要这些模型没有公开的自变量。',
  'validation-additive-planning': '采用规划常数时，它按构造就是 Besiroglu 的定律：重新拟合后，优化项没有剩余。'
} as const satisfies Record<keyof typeof lawsNotesEn, string>
