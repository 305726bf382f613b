import type { grokkingNotesEn } from './grokking.en'

export const grokkingNotesZh = {
  // 记录
  'grokking-unordered': '有 {count|number} 行的步数小于前一行（第 {rows|text} 行）；按步数顺序使用记录。',
  'grokking-repeated': '有 {count|number} 行的步数重复（第 {rows|text} 行）；同一步的各行取平均。',
  'grokking-percent':
    '第 {row|number} 行：{column|text} 为 {value|number}，且许多行大于 1：准确率看起来是百分数。请除以 100，或给出 "accuracyUnit": "percent"。',
  'grokking-share-as-percent': '准确率被要求按百分数读取，但没有一个大于 {highest|number} %：它们看起来是 0 到 1 的份额。',
  'grokking-too-few': '曲线只有 {records|number} 个不同的步数；需要连续 {needed|number} 个。',
  'grokking-too-few-left': '只有 {records|number} 个不同的步数可用，而需要连续 {needed|number} 个；第一个被拒绝的是第 {row|number} 行。',
  'grokking-chance-default': '未给出随机猜测的准确率；使用 0。模 113 运算请填 1/113，十分类请填 0.1。',
  // 结论之外的说明
  'grokking-memorised-at-start': '第一条记录（第 {step|number} 步）的训练准确率已经达标：记忆可能更早，延迟可能更长。',
  'grokking-late-without-plateau': '泛化出现在记忆步数的 {factor|number} 倍处，但验证准确率此前并未停滞，而是缓慢上升，这不是顿悟。',
  'grokking-fell-back': '验证准确率曾在第 {step|number} 步达到 {highest|percent}，但未能保持在阈值之上便又回落。',
  'grokking-unconfirmed': '最后一条记录（第 {step|number} 步）的验证准确率达到阈值，但尚未连续保持 {needed|number} 条记录。',
  'grokking-collapsed': '训练已崩溃：训练准确率达标之后，在第 {step|number} 步降到 {train|percent}。',
  // 是否值得继续
  'grokking-advice-done': '无须再等：训练在第 {step|number} 步泛化，并保持了下来。',
  'grokking-advice-dips': '训练在第 {step|number} 步泛化，但未能一直保持；请保留稳定阶段的检查点，而不是最后一个。',
  'grokking-advice-collapsed': '不宜照此继续：训练准确率已降到 {train|percent}。请回到崩溃之前的检查点，并降低学习率。',
  'grokking-advice-under-way': '值得继续：验证准确率为 {validation|percent}，并在上升。',
  'grokking-advice-partial': '不宜照此继续：验证准确率停在 {validation|percent}，不再上升。改变权重衰减、学习率或数据，比增加步数更有希望。',
  'grokking-advice-signal': '值得继续：准确率仍在停滞，但早期信号在下降。这是泛化将至的迹象，而不是保证。',
  'grokking-advice-no-signal': '无法判断：验证损失与权重范数都还没有下降。等待也许值得，但记录中没有依据。',
  'grokking-advice-no-columns': '无法判断：等待期间的记录没有验证损失，也没有权重范数，因此无从区分有望的等待与徒劳的等待。请记录它们。',
  'grokking-advice-too-long': '不太值得：没有信号下降，而等待已超过记忆步数的 {most|number} 倍，比最著名的报告还要长。',
  'grokking-advice-not-learning': '不宜照此继续：训练准确率停在 {train|percent}，尚无记忆可供转化。请改变容量、学习率或权重衰减。',
  'grokking-advice-still-learning': '值得继续：训练准确率为 {train|percent}，仍在上升。',
  'grokking-advice-unmemorised':
    '无须再等：验证准确率从第 {step|number} 步起保持达标，而训练准确率（{train|percent}）从未达标。随机失活或数据增强会造成这种情况。',
  'grokking-evidence-levels': '在第 {step|number} 步，训练准确率停在 {train|percent}，验证准确率停在 {validation|percent}。',
  'grokking-evidence-wait':
    '训练时长已是记忆所需的 {factor|number} 倍（记忆在第 {memorisation|number} 步，现在第 {lastStep|number} 步）。Power 等人 2022 年见到的等待最长约 {most|number} 倍。',
  'grokking-evidence-dips': '泛化之后，验证准确率有 {episodes|number} 次跌破阈值，最低为第 {step|number} 步的 {lowest|percent}。',
  'grokking-evidence-loss-falls': '验证损失自第 {peakStep|number} 步的峰值已下降 {fall|percent}，并仍在下降（双对数斜率 {slope|number}）。',
  'grokking-evidence-loss-led': '验证损失自第 {peakStep|number} 步的峰值下降了 {fall|percent}，比准确率跳变早 {lead|number} 步（双对数斜率 {slope|number}）。',
  'grokking-evidence-loss-flat':
    '验证损失没有给出信号：比第 {peakStep|number} 步的峰值低 {fall|percent}，双对数斜率 {slope|number}（要求至少低 10 %，且斜率为负）。',
  'grokking-evidence-norm-falls': '权重范数自第 {peakStep|number} 步的峰值已下降 {fall|percent}，并仍在下降（双对数斜率 {slope|number}）。',
  'grokking-evidence-norm-led': '权重范数自第 {peakStep|number} 步的峰值下降了 {fall|percent}，比准确率跳变早 {lead|number} 步（双对数斜率 {slope|number}）。',
  'grokking-evidence-norm-flat':
    '权重范数没有给出信号：比第 {peakStep|number} 步的峰值低 {fall|percent}，双对数斜率 {slope|number}（要求至少低 10 %，且斜率为负）。',
  // 涌现与顿悟对照
  'compare-axis': '什么在变',
  'compare-axis-emergence': '规模：参数、数据或算力。每一点是另一个训练好的模型。',
  'compare-axis-grokking': '时间：优化步数。每一点是同一模型的另一个检查点。',
  'compare-fixed': '什么保持不变',
  'compare-fixed-emergence': '任务、指标，以及（理想情况下）训练方法。',
  'compare-fixed-grokking': '规模、数据与训练方法；训练准确率已达到完美。',
  'compare-jump': '什么在跳变',
  'compare-jump-emergence': '任务得分随规模从接近随机猜测处跳升。',
  'compare-jump-grokking': '验证准确率随步数跳升，远在训练准确率之后。',
  'compare-before': '此前什么在平滑变化',
  'compare-before-emergence': '预训练损失、正确答案的对数似然、逐词元准确率。',
  'compare-before-grokking': '验证损失与权重范数（使用权重衰减时）。',
  'compare-mechanism': '提出的机制',
  'compare-mechanism-emergence': '有争议：多种技能须同时具备，或指标只奖励完整答案。',
  'compare-mechanism-grokking': '记忆式解让位于一般解：先是惰性记忆，再是独立特征，最后是相互作用的特征。',
  'compare-metric': '是指标造成的吗',
  'compare-metric-emergence': '常常是：在连续指标下，多数已报告的跳变变得平滑。',
  'compare-metric-grokking': '较少：验证损失随跳变一同下降。',
  'compare-prediction': '能否预测',
  'compare-prediction-emergence': '可以，但区间很宽，且需要已越过拐点的运行。',
  'compare-prediction-grokking': '发生的步数难以预测；即将发生则可由下降的验证损失或权重范数看出。',
  'compare-cost': '再进一步的代价',
  'compare-cost-emergence': '从头训练一个更大的模型。',
  'compare-cost-grokking': '同一次训练继续更多步数。',
  'compare-sources': '来源',
  'compare-sources-emergence': 'Wei 等人 2022，arXiv:2206.07682；Schaeffer 等人 2023，arXiv:2304.15004',
  'compare-sources-grokking': 'Power 等人 2022，arXiv:2201.02177；Liu 等人 2022，arXiv:2210.01117；Nanda 等人 2023，arXiv:2301.05217'
} as const satisfies Record<keyof typeof grokkingNotesEn, string>
