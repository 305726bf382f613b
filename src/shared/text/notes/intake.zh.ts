/** 交来的文件以及各界面所保留内容的说明。 */
export const intakeNotesZh = {
  'intake-too-large': '文件有 {megabytes|number} MB；最多读取 {limit|number} MB 的文件。',
  'intake-unreadable': '无法读取 {fileName|text}；文件夹不是文件，读取期间有改动的文件也不予采用。',
  'intake-too-many-files': '{count|number} 个文件超过一次可接收的数量；上限为 {limit|number} 个。',
  'intake-other-rows': '{fileName|text} 中的行与 {first|text} 中的不是同一类，不能一起分析；请单独打开。',
  'intake-sizes-from': '{fileName|text} 中有 {count|number} 个模型没有规模，改用 {from|text} 中给出的规模。',
  'intake-missing': '文件 {file|text} 已不在此处保存；请重新打开。',
  'intake-incomplete': '{fileName|text} 共 {size|number} 字节，只收到 {received|number} 字节；请重新打开该文件。',
  'intake-out-of-turn': '{fileName|text} 的这一段从第 {at|number} 字节开始，但已收到 {received|number} 字节；请重新打开该文件。',
  'intake-too-long': '{fileName|text} 超过了所说的 {size|number} 字节；文件在此期间有改动，请重新打开。',
  'intake-not-base64': '这一段不是 Base64 编码。',
  'intake-not-written': '无法将 {fileName|text} 保存到数据文件夹（{reason|text}），因此不能读取。',
  'intake-disk-full': '没有空间在数据文件夹中保存 {fileName|text}；请腾出空间后重新打开该文件。',
  'desk-reset': '无法读取此界面先前的内容：文件已损坏，或由更新的版本写入。该文件保留为 {kept|text}。',
  'desk-unreadable': '无法读取此界面先前的内容（{reason|text}）。',
  'desk-not-kept': '无法写入此界面的内容（{reason|text}）；在退出应用之前仍会保留。'
} as const
