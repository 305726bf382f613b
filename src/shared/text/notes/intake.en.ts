/** Notes of files that are handed over, and of what screens keep. */
export const intakeNotesEn = {
  'intake-too-large': 'The file has {megabytes|number} MB; files of up to {limit|number} MB are read.',
  'intake-unreadable': '{fileName|text} could not be read; a folder is no file, and a file that is changed while it is read is refused.',
  'intake-too-many-files': '{count|number} files are more than can be taken at once; the limit is {limit|number}.',
  'intake-other-rows': '{fileName|text} holds rows of another kind than {first|text}, so the two cannot be analysed together; open it alone.',
  'intake-sizes-from':
    '{count|number} {count?model has:models have} no size in {fileName|text}; {count?it is:they are} taken from {from|text}, where {count?it has one:they have one}.',
  'intake-missing': 'The file {file|text} is no longer kept here; open it again.',
  'intake-incomplete': 'Only {received|number} of the {size|number} bytes of {fileName|text} have arrived; open the file again.',
  'intake-out-of-turn': 'The slice of {fileName|text} begins at byte {at|number}, but {received|number} bytes have arrived; open the file again.',
  'intake-too-long': '{fileName|text} is longer than the {size|number} bytes that it was said to have; it was changed meanwhile, so open it again.',
  'intake-not-base64': 'The slice is not written in Base64.',
  'intake-not-written': '{fileName|text} could not be kept in the data folder ({reason|text}), so it cannot be read.',
  'intake-disk-full': 'There is no space left to keep {fileName|text} in the data folder; free some and open the file again.',
  'desk-reset': 'What this screen showed before could not be read: it is damaged or was written by a newer version. It is kept as {kept|text}.',
  'desk-unreadable': 'What this screen showed before could not be read ({reason|text}).',
  'desk-not-kept': 'What this screen shows could not be written ({reason|text}); it is held until the app ends.'
} as const
