/** 理论屏的文字。 */
import type { theoryEn } from './theory.en'

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

export const theoryZh = {
  answer: '尚无理论能预言{capability}在何处出现：你的方案依据{entries}，把阈值定在 {N} 参数。',
  entries: '{n} 项测量',
  ownFigure: '目标自身的数值',
  answerNone: '尚无理论能预言一项能力在何处出现：方案的阈值来自测量。',
  tabsLabel: '主题',
  tabs: { links: '链接与转变', components: '成分与复杂度', geometry: '高维空间', curves: '损失曲线的弯折', agreed: '共识' },
  own: '你的训练 {N|N}',
  x: '参数量 N，对数刻度',
  doubted: '此处所引论文未与这些文字逐一核对',
  phase: {
    title: '把涌现看作相变',
    figure: '序参量',
    lead: '有人把涌现解读为相变：序参量在临界规模以下为 0，以上逐渐增大。这只是类比：目前并不知道语言模型在此处有何种对称性被打破。',
    model: '模型',
    models: { 'power-onset': '幂律起点', 'shifted-weibull': '平移韦布尔', boltzmann: '玻尔兹曼势垒' },
    critical: '临界规模',
    difficulty: '势垒难度',
    steepness: '指数',
    temperature: '温度',
    curve: '本应用的计算',
    asGiven: '来源的写法',
    onset: '起点 {N|N}',
    crossover: '势垒等于温度，{N|N}',
    half: '{N|N} 处为一半',
    finding: { infinite: '离开 0 时斜率无穷大', finite: '离开 0 时斜率有限', zero: '平滑地离开 0' },
    never: '始终不超过 {most|probability}',
    sentence: '{model|text}的序参量在 {N|N} 处离开 0，在 {half|N} 处为一半。',
    sentenceNever: '{model|text}的序参量始终不超过 {most|probability}。',
    source: '序参量：{formula|text}'
  },
  links: {
    title: '从规模到概率',
    figure: '概率与规模',
    lead: '链接描述在某一规模下具备某项能力的概率。它们都从下限升到上限，差别在于何处为一半、多早开始上升。',
    shown: '显示的链接',
    critical: '临界规模',
    steepness: '陡度',
    floor: '下限（随机水平）',
    names: {
      weibull: '韦布尔',
      'shifted-weibull': '平移韦布尔',
      floored: '带下限',
      'power-onset': '幂律起点',
      logistic: '逻辑斯蒂',
      step: '阶跃',
      boltzmann: '玻尔兹曼',
      'all-of': 'N、D、C 全部达到'
    },
    asGiven: '{name|text}，来源的写法',
    emerged: '已涌现：超过 50 %',
    finding: '临界规模相同，一半处却在 {low|N} 与 {high|N} 之间',
    same: '一半处在 {low|N}',
    never: '都达不到一半',
    sentence: '临界规模 {critical|N}、陡度 {steepness|number} 时：{parts|text}。',
    part: '{name|text}在 {N|N} 处为一半',
    partNever: '{name|text}始终达不到一半',
    source: '{name|text}：{formula|text}'
  },
  readings: {
    title: '各链接的数值',
    rule: '临界规模附近的经验区间，± {epsilon|percent}：{low|N} 至 {high|N}',
    scale: '规模',
    wanted: '期望概率',
    link: '链接',
    at: '{N|N} 处的 P',
    reaches: '达到 {p|percent} 于',
    formula: '公式',
    never: '达不到'
  },
  icl: {
    title: '拆解上下文学习',
    figure: '各成分的阈值',
    lead: '来源给四种成分各一个强度，给每项任务各一组需求；成分在 1/(强度 × 需求) 处具备。其代码称任务随第一种成分出现，其文字称须全部具备：两者都列出。',
    strengths: '成分强度',
    components: { patternMatching: '模式匹配', memorisation: '记忆', inductiveReasoning: '归纳推理', languageKnowledge: '语言知识' },
    tasks: { arithmetic: '算术', code: '代码', logicalReasoning: '逻辑推理' },
    axis: '阈值，无单位',
    first: '按代码 {n|number}',
    all: '按文字 {n|number}',
    finding: '{task|text}按文字比按代码晚 {factor|number} 倍',
    sentence: '{parts|text}。',
    part: '{task|text}按代码在 {first|number} 出现，按文字在 {all|number} 出现',
    source: '来源的规划估计，没有已发表的测量'
  },
  complexity: {
    title: '复杂度模型',
    figure: '容量与任务所需',
    lead: '一条经验规则：N 个参数可承载 N^1.5 的复杂度，达到任务所需时任务出现。这些数字是估计，并非测量。',
    size: '模型规模',
    tasks: {
      'arithmetic-2-digit': '两位数算术',
      'arithmetic-5-digit': '五位数算术',
      'deduction-3-step': '三步推理',
      'deduction-7-step': '七步推理',
      'code-simple': '简单代码',
      'code-complex': '复杂代码'
    },
    columns: { task: '任务', required: '所需', needs: '最少参数量', margin: '余量' },
    capacity: '容量 N^1.5',
    here: '此规模',
    y: '复杂度，无单位',
    finding: '{N|N} 时，表中任务都能承载，余量至少 {margin|factor}',
    missing: '{N|N} 时，表中最难的任务还差 {margin|factor}',
    sentence: '{N|N} 参数的模型可承载 {available|number}，表中最难的任务需要 {hardest|number}。',
    source: '二手文献中的经验规则，未经测量'
  },
  geometry: {
    title: '近乎独立的方向有多少',
    figure: '随机方向对的余弦',
    lead: '高维空间中两个随机方向几乎正交，而且能保持这一点的方向远多于维数。常有人以此解释网络为何能容纳多于神经元数的特征。',
    dimension: '维数',
    tolerance: '近乎正交：|cos| 不超过',
    pairs: '抽取 {n|count} 对',
    y: '占比',
    x: '余弦',
    series: '{d|count} 维',
    columns: {
      dimension: '维数',
      deviation: '典型 |cos|',
      within: '近乎正交',
      drawn: '抽样中占比',
      largest: '抽样中最大 |cos|',
      together: '可同时保持的方向数'
    },
    beyond: '超出数值范围',
    finding: '在 {d|count} 维中，{within|percent} 的随机方向对在 {tolerance|number} 以内',
    sentence: '在 {d|count} 维中，两个随机方向的典型余弦为 {deviation|number}，{within|percent} 的方向对在 {tolerance|number} 以内。',
    source: '随机方向夹角的精确分布（Muirhead 1982），种子 1'
  },
  regime: {
    title: '斜率的改变与“涌现点”',
    figure: '有无改变时的损失',
    lead: '来源让损失的斜率在某一规模后变陡，并把曲线弯曲最大处称为涌现点。两种定义都看不到能力：带常数项时，第二种只标出幂律项等于常数项之处。',
    law: '定律',
    laws: { 'besiroglu-2024': 'Besiroglu 2024', 'hoffmann-2022': 'Hoffmann 2022', 'kaplan-2020-n': 'Kaplan 2020, L(N)' },
    criticalSize: '改变始于',
    kappa: 'κ，变陡的程度',
    delta: 'δ，改变如何增长',
    y: '损失，nat/词元',
    without: '无改变',
    with: '有改变',
    linear: '|d²L/dN²| 最大：{place|text}',
    logLog: '对数坐标下曲率最大：{place|text}',
    places: { interior: '在 {N|N}', edge: '在范围端点 {N|N}', kink: '在折点 {N|N}', none: '不存在' },
    slope: '{N|N} 处的斜率',
    factor: '变陡倍数',
    bounded: { yes: '有界：δ < α', no: '无界：δ ≥ α' },
    source: '来源的写法',
    perBillion: '每十亿参数 {value|number} nat',
    finding: '对数坐标下曲线弯曲最大处：{place|text}',
    sentence: '按二阶导数，涌现点{linear|text}；按对数坐标曲率，{logLog|text}。',
    sources: '{law|text}，数据不限'
  },
  agreed: {
    title: '哪些已有共识，程度如何',
    figure: '支持程度',
    lead: '文献对四个论断的支持程度，依来源的判断：是判断，不是测量。',
    levels: { high: '高', mediumHigh: '中到高', medium: '中', lowMedium: '低到中' },
    claims: {
      exist: { name: '涌现能力存在', about: '有些分数在几个数量级的规模内停在随机水平，随后上升。Wei 等 2022。' },
      metric: {
        name: '许多跳变由指标造成',
        about: '非对即错的指标把平滑的进步变成跳变。Schaeffer 等 2023。也有任务在连续指标下依然陡峭：两种都要检验。'
      },
      predict: { name: '涌现可以预测', about: '借助较小的模型、部分得分或微调，误差在几倍以内。Ruan 等 2024；Snell 等 2024。' },
      steer: { name: '涌现可以引导', about: '数据质量与训练策略会移动阈值，移动多少却很少有人测量。你的方案为每次移动写明理由。' }
    },
    y: '支持程度',
    header: { row: '说法', part: '部分', from: '起', to: '支持程度' },
    sentence: '{parts|text}。',
    part: '{name|text}：{level|text}',
    advice: '实用建议',
    cot: '思维链与规模',
    cotLead: '教学用示意数字，并非测量：有无思维链时的准确率。',
    cotFinding: '7B 以下两者都与随机水平无法区分',
    cotSentence: '175B 时有思维链的准确率为 {with|percent}，没有时为 {without|percent}；7M 时为 {small|percent}，低于 25 % 的随机水平。',
    cotWith: '有思维链',
    cotWithout: '无思维链',
    cotY: '准确率',
    chance: '随机 25 %',
    cotSource: '来源的教学示意曲线，基线 0.25',
    toTargets: '查看你的方案的阈值',
    adviceItems: {
      larger: '先试更大的模型，再调提示词：未到阈值，什么提示词都无济于事。',
      cot: '约 7B 参数以下，思维链大多是噪声。它从何处开始，来源说法不一：7B、50–70B、约 100B。',
      combine: '更好的提示词、更大的模型与示例要结合：只有各自都有作用时，收益才会叠加。',
      discrete: '离散分数的跳变不等于损失的跳变：据此规划之前，先看一个连续指标。'
    },
    notes: '争论概要',
    noteItems: {
      mirage: {
        name: '“海市蜃楼”之争',
        text: 'Schaeffer 等 2023 表明，平滑的逐词元准确率 p 在精确匹配下成为跳变 p^L。反驳者指出，有些任务在连续指标下依然陡峭，而用户需要的是完整正确的答案。'
      },
      inference: {
        name: '推理时计算',
        text: '每次回答多花计算是获得推理能力的另一条路：较小的模型思考更久，也许能达到较大模型一次就能达到的水平。你的方案把服务与训练分开计价。'
      },
      flat: {
        name: '损失地形',
        text: '据说平坦的极小值泛化更好。平坦程度取决于权重的尺度，因此不能跨规模比较。Hochreiter 与 Schmidhuber 1997；Dinh 等 2017。'
      },
      negative: { name: '负向涌现', text: '有些分数随规模下降，有些先降后升。实验室称之为逆向缩放，并先要求写明指标方向。McKenzie 等 2023。' },
      conscious: { name: '能力不等于意识', text: '在基准上越过阈值，说明模型在那里能做什么，与体验或理解无关。' }
    },
    open: '尚无答案的问题',
    openItems: {
      mechanism: '如果存在某种机制决定阈值，它是什么？',
      families: '一个模型家族的阈值是否适用于另一个？',
      move: '数据质量与训练策略能把阈值移动多少？',
      before: '在任何模型表现出某项能力之前，能否预测它？',
      inference: '推理时计算增加后，以参数量表示的阈值是否还成立？'
    }
  }
} as const satisfies Texts<typeof theoryEn>
