/** Notes of the evidence library: its store, and the files that a team shares. */
export const evidenceNotesEn = {
  'evidence-reset': 'Your own evidence could not be read: {path|text} is damaged or was written by a newer version. It is kept as {kept|text}.',
  'evidence-unreadable': '{path|text} could not be read ({reason|text}), so nothing of your own evidence was changed.',
  'evidence-not-kept': '{path|text} could not be written ({reason|text}); your own evidence is held until the app ends.',
  'evidence-entries-unreadable':
    '{count|number} {count?entry:entries} of your own evidence could not be read and {count?is:are} left aside; {count?it stays:they stay} in {path|text}.',
  'evidence-full': 'The library holds at most {most|number} entries of your own; nothing was added.',
  'evidence-missing': 'There is no entry {id|text} in the evidence library; it may have been removed.',
  'evidence-file-foreign': 'This is not a file of evidence: {found|text} was found. Such a file ends in .scalepath-evidence.json.',
  'evidence-file-truncated': 'The file ends in the middle: part of the evidence is missing. Fetch it again.',
  'evidence-file-version': 'The file is of version {version|text}; this app reads version {known|number}. Update the app; nothing was added.',
  'evidence-field-refused': 'Entry {row|number}: {field|text} may be written {example|text}, not {found|text}.',
  'evidence-not-an-entry': 'Entry {row|number} is no entry: {found|text} was found.'
} as const
