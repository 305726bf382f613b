/**
 * Warnings, reasons and refusals, one template per code. Kinds of places: see `fill.ts` (N, D, C, usd, days, percent, number, date, text).
 */
export const notesEn = {
  // inputs
  'default-used': '{field|text} was not given; the default {value|text} is used.',
  'open-range': '{target|text} has no upper end for its critical scale; until you give one, three times the lower end ({high|N}) is used.',
  // plan files and storage
  'file-missing': 'There is no file {path|text}.',
  'file-unreadable': '{path|text} cannot be read ({reason|text}); check its permissions.',
  'file-too-large': 'The file is {megabytes|number} MB; a plan is at most {limit|number} MB. It is probably not a plan.',
  'file-empty': 'The file is empty.',
  'file-binary': 'The file is not text: it holds binary data. A plan is a text file ending in .scalepath.json.',
  'file-html': 'The file is a web page, not a plan; download the plan itself.',
  'file-truncated': 'The file ends in the middle: part of the plan is missing. Open a backup, or fetch the file again.',
  'file-not-json': 'The file is not valid JSON: {problem|text}.',
  'file-too-deep': 'The file nests deeper than {limit|number} levels; a plan never does.',
  'file-forbidden-key': 'The field {field|text} has a name that a plan may not use.',
  'file-number-not-finite': '{field|text}: the number is too large to hold; expected a finite number, for example 5.76e23.',
  'file-foreign': 'The file is JSON but not a plan: expected {expected|text} at its top, found {found|text}.',
  'file-wrong-format': 'The file is of the format {format|text}, not "scalepath".',
  'file-no-envelope': 'The file holds a plan without its envelope; put it inside {example|text}.',
  'file-no-version': 'The plan does not say its version; expected "version": {version|number}, found {found|text}.',
  'file-newer': 'The plan was written by a newer version of the app (document version {version|number}, this app reads {known|number}); it is open for reading only, and nothing of it is lost.',
  'file-newer-unreadable': 'The plan was written by a newer version of the app (document version {version|number}, this app reads {known|number}) and cannot be shown; update the app.',
  'file-migrated': 'The plan was written in document version {from|number} and is now shown in version {to|number}; the original is kept until you save, and in the backups after.',
  'field-refused': '{field|text}: {problem|text}.',
  'fields-refused-more': '{count|number} more fields are refused.',
  'field-filled': '{field|text} was not given; {value|text} is used.',
  'baseline-dropped': 'The saved plan that changes are measured against is damaged and was left out ({problem|text}).',
  'document-damaged': '{path|text} is damaged and was not touched; open one of its backups.',
  'document-missing': 'There is no plan with the id {id|text}; it may have been removed.',
  'document-newer': '{path|text} was written by a newer version of the app and is open for reading only; save a copy instead.',
  'document-external': '{path|text} is not in the library; remove it where it is kept.',
  'example-missing': 'There is no example with the id {id|text}.',
  'backup-missing': 'There is no backup {id|text}.',
  'backup-opened': 'This is the backup of {savedAt|text}; it takes the place of the plan when it is saved.',
  'changed-outside': '{path|text} was changed by another program or window since it was read; nothing was overwritten. Open it again, or save a copy.',
  'folder-not-writable': '{path|text} cannot be written ({reason|text}); the plan is kept in memory only. Choose another folder with SCALEPATH_DATA, or make it writable.',
  'disk-full': 'There is no space left to write {path|text}; the plan is kept in memory only. Free some space and save again.',
  'file-locked': '{path|text} is in use by another program; the plan is kept in memory only. Close that program and save again.',
  'save-failed': '{path|text} could not be written ({reason|text}); the plan is kept in memory only.',
  'settings-reset': '{path|text} was damaged; the settings start afresh and the damaged file is kept as {kept|text}.'
} as const
