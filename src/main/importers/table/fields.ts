/** Names that people give to columns, and the fields that they mean; the unit that a name may carry: "Model Size (B)", "tokens_T", "参数量（亿）". */
import type { ColumnField } from '../../../shared/contract/import'
import { parseQuantity } from '../../../shared/text/parse'

/** Earlier names win where a table has several columns of a field. Written without spaces, dashes and case. */
const NAMES: Partial<Record<ColumnField, string>> = {
  model: 'model modelname checkpoint name modelid 模型 模型名 模型名称 名称',
  family: 'family modelfamily series modelseries 系列 模型系列 模型家族 家族',
  run: 'run runname runid experiment runs 运行 运行名 实验 实验名',
  task: 'task taskname benchmark benchmarkname eval evaluation subtask dataset 任务 任务名 任务名称 基准 基准测试 评测 评测集 数据集',
  metric: 'metric metricname measure 指标 指标名 指标名称 评价指标 度量',
  score: 'score value metricvalue result performance 得分 分数 成绩 数值 结果 值',
  N: 'params parameters param nparams nparameters numparams numparameters paramcount parametercount modelparams modelparameters activeparams activeparameters paramsactive nactive totalparams totalparameters paramstotal modelsize size nonembeddingparams paramsnonembedding paramsnoembed 参数量 参数 参数数 参数数量 参数规模 激活参数量 模型参数 模型参数量 模型规模 模型大小 规模',
  D: 'tokens ntokens numtokens traintokens trainingtokens tokenstrained tokensseen pretrainingtokens datasize pretrainingdatasize trainingdata d 词元 词元数 词元量 词元数量 训练词元 训练词元数 token数 训练token数 训练数据量 数据量 令牌数',
  C: 'flop flops compute computeflop computeflops trainingcompute traincompute trainflop trainflops trainingflop trainingflops totalflop totalflops c6nd c 算力 计算量 训练算力 训练计算量 总计算量 浮点运算量',
  loss: 'loss valloss validationloss finalloss pretrainingloss testloss evalloss nll crossentropyloss trainloss trainingloss 损失 验证损失 测试损失 最终损失 训练损失 损失值',
  n: 'nitems numitems nsamples numsamples nquestions nexamples items questions samples samplesize 样本数 样本量 题数 题目数 条目数',
  stderr: 'stderr standarderror stderror se sem err 标准误 标准误差',
  random: 'random chance baseline randombaseline chancelevel randomscore lowscore 随机 随机基线 随机水平 基线 随机得分',
  high: 'high ceiling maxscore highscore max 上限 满分 最高分',
  higherIsBetter: 'higherisbetter higherbetter 越高越好',
  shots: 'shots shot nshot nshots numshots fewshot numfewshot kshot numberofshots 示例数 样例数 少样本数',
  step: 'step steps globalstep iteration iterations iter trainingstep optimizationstep epoch 步 步数 训练步 训练步数 迭代 迭代次数 轮次',
  trainAccuracy: 'trainaccuracy trainacc trainingaccuracy trainingacc accuracytrain acctrain 训练准确率 训练集准确率 训练正确率 训练精度',
  validationAccuracy:
    'validationaccuracy valaccuracy valacc validationacc validacc testaccuracy testacc evalaccuracy evalacc accuracyval accval accuracytest acctest 验证准确率 验证集准确率 测试准确率 测试集准确率 验证正确率 测试正确率 验证精度 测试精度',
  trainLoss: 'trainloss trainingloss losstrain 训练损失 训练集损失',
  validationLoss: 'validationloss valloss validloss testloss evalloss lossval losstest 验证损失 验证集损失 测试损失 测试集损失',
  weightNorm: 'weightnorm wnorm paramnorm parameternorm weightsnorm l2norm 权重范数 参数范数',
  id: 'id itemid docid questionid sampleid exampleid 编号 题号 样本编号 序号',
  target: 'target gold reference expected groundtruth answer label 目标 标准答案 参考答案 答案',
  logprobs: 'logprobs logprob tokenlogprobs targetlogprobs logprobabilities 对数概率 词元对数概率',
  embedding: 'embedding outputembedding predictionembedding embeddingoutput 向量 输出向量 嵌入向量',
  targetEmbedding: 'targetembedding referenceembedding goldembedding embeddingtarget 目标向量 参考向量',
  output: 'output prediction response generated generation completion modeloutput pred 输出 模型输出 回答 预测 生成'
}

const RANKS: readonly (readonly [ColumnField, ReadonlyMap<string, number>])[] = Object.entries(NAMES).map(([field, names]) => [
  field as ColumnField,
  new Map(names.split(' ').map((name, rank) => [name, rank]))
])

export interface FieldName {
  field: ColumnField
  /** 0 for the most telling name. */
  rank: number
  /** What bare numbers count in, by the column's name. */
  unit: number
}

const LEAST = 1000
/** No name is longer; a cell that is one is text. */
export const LONGEST_NAME = 200

const joined = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-./#*:]+/g, '')

/** Every field that a column's name can mean, by itself. `n` and `N` differ: items and parameters. */
export function fieldsOf(header: string): FieldName[] {
  if (header.length > LONGEST_NAME) return []
  const { name, unit } = unitOf(header)
  if (name === 'N') return [{ field: 'N', rank: -1, unit: unit?.N ?? 1 }]
  if (name === 'n') return [{ field: 'n', rank: -1, unit: 1 }]
  return RANKS.flatMap(([field, names]) => {
    const direct = names.get(joined(name))
    if (direct !== undefined) return [{ field, rank: direct, unit: factor(unit, field) }]
    const worded = unitWord(name, field)
    const rank = worded === null ? undefined : names.get(joined(worded.name))
    if (rank !== undefined) return [{ field, rank, unit: worded!.unit }]
    // "loss_c4", "paloma_loss": a loss on some set, where no column is simply the loss.
    return field === 'loss' && /^loss[\s_]|[\s_]loss$/i.test(name) ? [{ field, rank: LEAST, unit: 1 }] : []
  })
}

type Units = Partial<Record<'N' | 'D' | 'C' | 'percent', number>>
const factor = (unit: Units | null, field: ColumnField): number =>
  field === 'N' || field === 'D' || field === 'C' ? (unit?.[field] ?? 1) : /Accuracy$|^(?:score|stderr|random|high)$/.test(field) ? (unit?.percent ?? 1) : 1

/** The name without a unit; a bracket that is no unit stays. */
export const withoutUnit = (header: string): string => {
  const { name, unit } = unitOf(header)
  return unit === null ? header.trim() : name
}

/** What a column of shares counts in, by its name: 0.01 for "accuracy (%)". */
export const percentUnit = (header: string): number => unitOf(header).unit?.percent ?? 1

/** The name without what stands in brackets at its end, and what that says of the unit: (B), [1e21], （亿）, (%). */
function unitOf(header: string): { name: string; unit: Units | null } {
  if (header.length > LONGEST_NAME) return { name: header, unit: null }
  const bracket = /^(.*?)[\s_]*[([（［【]([^()[\]（）［］【】]*)[)\]）］】]\s*$/s.exec(header.trim())
  if (bracket === null) return { name: header.trim(), unit: null }
  const [, name = '', inside = ''] = bracket
  if (/^(?:%|％|percent|百分比)$/i.test(inside.trim())) return { name, unit: { percent: 0.01 } }
  const unit: Units = {}
  for (const kind of ['N', 'D', 'C'] as const) {
    const value = factorOf(inside, kind)
    if (value !== null) unit[kind] = value
  }
  return { name, unit: Object.keys(unit).length > 0 ? unit : null }
}

/** "B" is 1e9, "1E21" is 1e21, "billions of parameters" 1e9, "PF-days" 8.64e19 in a column of FLOP. */
function factorOf(words: string, kind: 'N' | 'D' | 'C'): number | null {
  const text = words.trim().replace(/^in /i, '').replace(/ of /i, ' ')
  // "(2)" and "(5-shot)" are no units; a power of ten is.
  const power = /^(?:1e\d+|10\^\d+|1(?:[, ]?000)+)$/i.test(text)
  if (/^\d/.test(text) && !power) return null
  const parsed = parseQuantity(power ? text : `1 ${text}`, kind)
  return parsed.ok && typeof parsed.value === 'number' && parsed.value > 0 ? parsed.value : null
}

/** "tokens_T", "params_in_billions", "size B": the unit as the last word of the name. */
function unitWord(name: string, field: ColumnField): { name: string; unit: number } | null {
  if (field !== 'N' && field !== 'D' && field !== 'C') return null
  const last = /^(.+?)[\s_\-]+(?:in[\s_\-]+)?([a-z]+)$/i.exec(name)
  const unit = last === null ? null : factorOf(last[2]!, field)
  return unit === null || unit === 1 ? null : { name: last![1]!, unit }
}
