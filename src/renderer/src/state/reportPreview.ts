/** The report as a tree that can stand in a shadow root: the document that the host prints, apart from its style. Scripts have no place in it and would not run. */
export interface PreviewDocument {
  /** Its `<html>` element. */
  readonly sheet: Element
  readonly style: string
  /** Titles of its sections, in order. */
  readonly titles: readonly string[]
}

export function previewDocument(html: string): PreviewDocument {
  // The rules go into a constructed sheet: a style element would be refused by the page's policy, even where it is only read.
  let style = ''
  const bare = html.replace(/<style>([\s\S]*?)<\/style>/, (_element, rules: string) => {
    style = rules
    return ''
  })
  const parsed = new DOMParser().parseFromString(bare, 'text/html')
  return {
    sheet: parsed.documentElement,
    style,
    titles: [...parsed.querySelectorAll('section > h2')].map((title) =>
      [...title.childNodes]
        .slice(1)
        .map(({ textContent }) => textContent)
        .join('')
    )
  }
}
