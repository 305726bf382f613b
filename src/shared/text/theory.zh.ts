/** 理论屏的文字。 */
import type { theoryEn } from './theory.en'

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

export const theoryZh = {
  phase: {
    title: '相变类比',
    lead: '有人把涌现解读为相变：序参量在临界规模以下为 0，以上逐渐增大。这只是类比：目前并不知道语言模型在此处有何种对称性被打破。',
    model: '模型',
    models: { 'power-onset': '幂律起点', 'shifted-weibull': '平移韦布尔', boltzmann: '玻尔兹曼势垒' },
    critical: '临界规模',
    difficulty: '势垒难度',
    steepness: '指数',
    temperature: '温度',
    x: '参数量 N，对数刻度',
    y: '序参量',
    curve: '本应用的计算',
    asGiven: '来源的写法',
    onset: '起点 {N|N}',
    crossover: '势垒等于温度，{N|N}',
    own: '你的训练 {N|N}',
    half: '在 {N|N} 处为一半',
    finding: { infinite: '离开 0 时斜率无穷大', finite: '离开 0 时斜率有限', zero: '平滑地离开 0' },
    never: '始终不超过 {most|probability}',
    sentence: '{model|text}的序参量在 {N|N} 处离开 0，在 {half|N} 处为一半。',
    sentenceNever: '{model|text}的序参量始终不超过 {most|probability}。',
    source: '序参量：{formula|text}'
  }
} as const satisfies Texts<typeof theoryEn>
