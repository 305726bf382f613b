/** 证据库的说明：自有证据的存储，以及团队共享的文件。 */
import type { evidenceNotesEn } from './evidence.en'

export const evidenceNotesZh: Record<keyof typeof evidenceNotesEn, string> = {
  'evidence-reset': '无法读取自有证据：{path|text} 已损坏，或由更新的版本写入。该文件保留为 {kept|text}。',
  'evidence-unreadable': '无法读取 {path|text}（{reason|text}），因此未改动任何自有证据。',
  'evidence-not-kept': '无法写入 {path|text}（{reason|text}）；在退出应用之前，自有证据仍会保留。',
  'evidence-entries-unreadable': '自有证据中有 {count|number} 条无法读取，已搁置；它们仍保留在 {path|text} 中。',
  'evidence-full': '证据库最多容纳 {most|number} 条自有证据；未添加任何内容。',
  'evidence-missing': '证据库中没有条目 {id|text}；它可能已被移除。',
  'evidence-file-foreign': '这不是证据文件：读到的是 {found|text}。证据文件以 .scalepath-evidence.json 结尾。',
  'evidence-file-truncated': '文件在中途结束，缺少部分证据。请重新获取该文件。',
  'evidence-file-version': '文件版本为 {version|text}，而本应用读取的是版本 {known|number}。请更新应用；未添加任何内容。',
  'evidence-field-refused': '第 {row|number} 条：{field|text} 可写作 {example|text}，而不能是 {found|text}。',
  'evidence-not-an-entry': '第 {row|number} 条不是证据条目：读到的是 {found|text}。'
}
