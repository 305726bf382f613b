/** A sentence where it stands inside another one: without its full stop, and beginning small. */
export const inSentence = (sentence: string): string => {
  const bare = sentence.replace(/[.。]$/, '')
  return /^[A-Z][a-z]/.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare
}
