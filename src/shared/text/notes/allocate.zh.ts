import type { allocateNotesEn } from './allocate.en'

export const allocateNotesZh = {
  'quality-not-optimal':
    '按 {law|text}，{N|N} 参数、{D|D} 词元的训练并非算力最优：{optimalN|N} 参数、{optimalD|D} 词元即可达到同样的损失。与后者相比节省 {saving|percent}。',
  'beyond-typical-ratio':
    '每参数 {ratio|ratio} 个词元超出了定律通常的拟合范围；只用不超过 {typical|ratio} 的数据拟合，会高估更多词元带来的收益（Sardana & Frankle 2023）。',
  'epoch-limit': '{epochs|number} 遍的上限使训练止于 {D|D} 词元；若无此上限，继续重复仍有收益。',
  'no-architecture': '按这些比例，没有结构的参数量与 {N|N} 相差在 10 % 以内；此类结构最小为 {smallest|N}。',
  'architecture-strained': '没有 {N|N} 参数的结构能保持每层宽度 {rule|number}；最接近的是 {found|number}。',
  'no-chip-price': '{accelerator|text} 没有公开的购买价格；请给出 ownership.chipPriceUsd，以计算折旧成本和购置成本。',
  'no-rent-price': '{accelerator|text} 没有公开的租用价格；请给出 costs.pricePerHourUsd。',
  'no-rent-listed': '{accelerator|text} 没有公开的租用价格。',
  'no-purchase-listed': '{accelerator|text} 没有公开的购买价格。',
  'accelerators-same-mfu': '假设所有加速卡达到相同的 MFU 和在线率；实际上软件与互连各不相同，比较结果会随之变化。',
  'chip-price-default': '{accelerator|text} 的购买价格取公开报价的中间值：{usd|usd}（{date|date}）。',
  'electricity-other-year': '没有 {wanted|text} 年的电价；改用 {year|text} 年的电价。'
} as const satisfies Record<keyof typeof allocateNotesEn, string>
