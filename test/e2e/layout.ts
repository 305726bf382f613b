/** What must be true of every layout, asked of the page as it is drawn: nothing beyond the window, no text cut off, no text over other text. */
import type { Page } from '@playwright/test'

/** Elements that are wider than the window although the page must not scroll sideways. */
export const sidewaysScroll = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, document.querySelector('main')!]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.localName}: ${element.scrollWidth} in ${element.clientWidth}`)
  )

interface Found {
  clipped: string[]
  overlapping: string[]
}

/**
 * Every line of text of the whole screen, scrolled into sight or not: cut off by an element that cannot be scrolled, or standing over another one.
 * What scrolls inside the screen, such as a long table, is looked at as far as it shows.
 * @param allowed selectors of elements whose text may be cut off
 */
export const textFaults = (page: Page, allowed: readonly string[] = []): Promise<Found> =>
  page.evaluate((mayBeCut) => {
    interface Box {
      left: number
      right: number
      top: number
      bottom: number
    }
    /** Letters reach neither the top nor the bottom of their line box; neighbours in tight lines may share this much of it. */
    const AIR = 0.22
    const SLACK = 1.5
    const isHidden = (element: Element): boolean =>
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.closest('.vh, [inert]') !== null
    const visibleIn = (box: Box, element: Element | null, onCut: () => void): Box | null => {
      for (let at = element; at !== null && at !== document.documentElement; at = at.parentElement) {
        // The screen itself: scrolling brings all of it to light.
        if (at.localName === 'main') return box
        const style = getComputedStyle(at)
        if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
          const edge = at.getBoundingClientRect()
          const scrolls = [style.overflowX, style.overflowY].some((value) => value === 'auto' || value === 'scroll')
          if (!scrolls && (box.left < edge.left - SLACK || box.right > edge.right + SLACK || box.bottom > edge.bottom + SLACK + 4)) onCut()
          box = {
            left: Math.max(box.left, edge.left),
            right: Math.min(box.right, edge.right),
            top: Math.max(box.top, edge.top),
            bottom: Math.min(box.bottom, edge.bottom)
          }
          if (box.right - box.left < 1 || box.bottom - box.top < 1) return null
        }
        if (style.position === 'fixed') break
      }
      return box
    }
    const clipped: string[] = []
    const lines: { text: string; node: Node; box: Box; screen: Element | null }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement!
      const text = node.textContent!.trim()
      if (text === '' || /^(script|style|title|noscript|option)$/.test(parent.localName) || isHidden(parent)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      let isCut = false
      for (const rect of range.getClientRects()) {
        if (rect.width < 1 || rect.height < 1) continue
        const air = rect.height * AIR
        const whole = { left: rect.left, right: rect.right, top: rect.top + air, bottom: rect.bottom - air }
        const box = visibleIn(whole, parent, () => (isCut = true))
        if (box !== null) lines.push({ text, node, box, screen: parent.closest('main') })
      }
      if (isCut && !mayBeCut.some((selector) => parent.closest(selector) !== null)) clipped.push(text)
    }
    for (const input of document.querySelectorAll('input'))
      if (!isHidden(input) && input.type !== 'range' && input.scrollWidth > input.clientWidth + SLACK) clipped.push(`input: ${input.value}`)
    const overlapping: string[] = []
    lines.forEach((a, i) => {
      for (const b of lines.slice(i + 1)) {
        if (a.screen !== b.screen || a.node === b.node) continue
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
        if (wide > SLACK && high > SLACK) overlapping.push(`“${a.text}” and “${b.text}” share ${wide.toFixed(1)} × ${high.toFixed(1)} px`)
      }
    })
    return { clipped, overlapping }
  }, allowed)

/** Where everything that is drawn stands and how large it is, one line each, to be compared with another look at the same screen. */
export const places = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const round = (value: number): number => Math.round(value * 2) / 2
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect()
        return `${element.localName}.${element.classList.item(0) ?? ''} ${[left, top, width, height].map(round).join(' ')}`
      })
  })
