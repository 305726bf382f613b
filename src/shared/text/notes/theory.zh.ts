import type { theoryNotesEn } from './theory.en'

export const theoryNotesZh = {
  'near-orthogonal-geometry': '这只是随机方向的几何性质。网络沿近乎正交的方向存储特征只是一种假说，此处并未对其测量。',
  // 无法使用的行
  'cell-missing': '第 {row|number} 行：缺少 {column|text}；不使用该行。',
  'cell-not-positive': '第 {row|number} 行：{column|text} 为 {value|number}，必须大于 0；不使用该行。',
  'cell-negative': '第 {row|number} 行：{column|text} 为 {value|number}，必须不小于 0；不使用该行。',
  'cell-outside-range': '第 {row|number} 行：{column|text} 为 {value|number}，可用范围为 {from|number} 至 {to|number}。不使用该行。',
  'cell-outside-share': '第 {row|number} 行：{column|text} 为 {value|number}，必须在 0 与 1 之间；不使用该行。',
  'cell-outside-percent': '第 {row|number} 行：{column|text} 为 {value|number}，必须在 0 与 100 之间；不使用该行。',
  'cell-percent': '第 {row|number} 行：{column|text} 为 {value|number}，看起来是百分数；请写作 {share|number}。不使用该行。',
  // 由其他任务的阈值推断
  'threshold-interpolated': '在{task|text}的 {rows|number} 个观测之间按直线内插；这样的直线本身没有区间。',
  'threshold-extrapolated': '沿{task|text}最近的 {rows|number} 个观测所连直线外推，超出了观测范围；这样的直线本身没有区间。',
  'threshold-regression': '{task|text}没有两个属性不同的观测，因此使用全部 {rows|number} 个已观测涌现的阈值对数回归。',
  'threshold-power-law': '没有两个属性不同的已观测涌现，因此使用经验规则 1e10·property^1.5 个参数；其背后没有任何测量。',
  'threshold-line-below-zero': '经过{task|text}各观测的直线在该处降到 {value|number}，这不是规模；改用下一种方法。',
  'threshold-no-scatter': '两个观测看不出离散程度（或离散过大而无法计算），因此没有区间。',
  'threshold-raw-negative': '按原始资料对规模本身作回归，得到 {value|number}：这不是规模。仅供对照；取对数后不会低于零。',
  'threshold-unreached': '第 {row|number} 行：{task|text}在 {tried|number} 处尚未达到；这是下界而不是阈值，因此不参与任何拟合。',
  'threshold-unreached-contradicts': '第 {row|number} 行：{task|text}在 {tried|number} 处尚未达到，而该处的预测为 {predicted|number}：对这一行来说预测偏低。',
  'threshold-no-answer': '对于属性 {property|number}，没有方法能给出大于 0 的规模；请给出已观测的涌现，或大于 0 的属性。',
  // 上下文学习
  'icl-estimate': '强度与权重是规划用估计，没有已发表的测量；阈值没有单位，只能用来比较各任务。',
  'icl-two-readings': '原始资料的代码取任务各成分阈值中最小的一个，而其文字说“全部达到时”，即最大的一个：两者都列出，最多相差 {factor|number} 倍。',
  'icl-strengths-sum': '各强度之和为 {sum|number} 而不是 1，因此不是份额。',
  'icl-unknown-component': '{task|text}需要 {component|text}，但它没有强度；已有强度的是 {known|text}。',
  'icl-no-component': '{task|text}没有任何权重大于 0 的成分，因此没有阈值。',
  'icl-unknown-task': '{task|text}没有权重；已有权重的是 {known|text}。',
  // 复杂度
  'complexity-estimate': '指数 1.5 与各任务的复杂度是没有推导的规划用估计；余量只给任务排序，不是概率。',
  'complexity-unknown-task': '{task|text}不在表中；使用原始资料对未知任务的取值 {required|number}。',
  // 相变
  'phase-analogy': '序参量只是类比：没有证据表明能力遵循物理相变的统计规律。',
  'phase-boltzmann-half': '按原式，结果永远不超过 50 %：势垒 b 大于 0 时，1/(1 + exp(b/T)) 只会趋近二分之一，因此永远达不到 P > 50 % 的涌现判据。',
  'phase-boltzmann-temperature': '原始资料略去了温度 T，相当于 T = 1；此处 T 为 {temperature|number}，略去温度的曲线列在旁边。',
  'phase-boltzmann-no-critical': '这条曲线没有临界点：它在任何规模上都平滑上升。给出的是势垒等于温度之处。',
  'phase-kink': '在临界点，曲线离开 0 的斜率取决于指数：小于 1 时为无穷大，等于 1 时有限，大于 1 时为零。',
  // 精确匹配
  'exact-match-width': '以数量级计，跳变宽度对任何答案长度都相同（{width|number}）；长度只把它移向更大的规模。在线性坐标上，或规模很少时，它看起来更陡。',
  'exact-match-ceiling': '每个词元有不可约的 {offset|number} nat，因此 {length|number} 个词元的答案全对的比例永远不超过 {ceiling|percent}。',
  'exact-match-illustrative': '未给出逐词元准确率曲线；使用示意性常数，并非测量所得。',
  'exact-match-too-few': '测得的曲线需要至少两个不同规模，且逐词元准确率大于 0；现有 {rows|number} 个。',
  'exact-match-repeated': '第 {row|number} 行：规模 {N|N} 之前已给出；使用准确率的平均值。',
  'exact-match-falls': '逐词元准确率在规模 {from|N} 与 {to|N} 之间下降；给出的是首次越过 50 % 之处。',
  'exact-match-independent': 'p^L 假定答案中各词元的对错相互独立；错误相关时精确匹配率会更高。',
  // 随机猜测
  'chance-no-items': '不知道题目数量，猜测的离散程度未知；只给出其均值。',
  'chance-one-answer': '只有一个选项时猜测总是正确：这样的指标说明不了什么。',
  'chance-within': '{score|percent} 的得分落在 {items|number} 道题上猜测所能达到的范围内；这不是能力的迹象。',
  'chance-rounded': '{items|number} 道题上 {score|number} 的得分不是整数个正确答案；按 {right|number} 计。',
  // 从算力到得分
  'two-step-underdetermined':
    'S 形曲线至少需要五次同时有损失与得分的运行，至少四个不同的损失，且得分不全相同；现有 {rows|number} 次运行、{losses|number} 个损失。',
  'two-step-rises-with-loss': '得分随损失上升：要么该列不是损失，要么得分的符号有误。',
  'two-step-no-compute': '各行不足以确定形式 {form|text} 的损失与算力关系，因此略去 {left|number} 个以 C 提出的问题；带偏移时需要四个不同的 C，否则需要两个。',
  'two-step-before-knee':
    '最好的运行得分为 {best|percent}，未越过 S 形曲线的中点 {midpoint|percent}：在有运行越过中点之前，平台与运行范围之外的一切都只是猜测。',
  'two-step-plateau-open': '这些运行没有限定平台：其区间达到 {high|percent}，高于可能的最高得分。要预测运行范围之外，需要更接近平台的运行。',
  'two-step-plateau-unseen':
    '平台为 {plateau|percent}，最好的运行只走完了 {covered|percent}，没有运行到达平台。由这样的运行推出的平台曾使更大模型的预测偏差 11 个百分点（OLMo 阶梯上的 ARC-Challenge）。',
  'two-step-outside-scores':
    '按发表的形式，S 形曲线从 {floor|percent} 到 {plateau|percent}，超出了得分的可能范围；现限制在 0 到 100 % 之内，不加限制的曲线列在旁边。',
  'two-step-extrapolation': '有预测落在各运行的算力或损失范围之外。',
  'two-step-failed-fits': '{asked|number} 个重抽样集合中有 {failed|number} 个不能确定 S 形曲线，未计入区间。'
} as const satisfies Record<keyof typeof theoryNotesEn, string>
