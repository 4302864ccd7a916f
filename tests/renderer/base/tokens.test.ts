import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type ColourName, colours, type Theme, tokensCss } from '#renderer/base/theme/tokens.ts'

const file = fileURLToPath(new URL('../../../renderer/base/theme/tokens.css', import.meta.url))
if (process.env.UPDATE_TOKENS) writeFileSync(file, tokensCss())

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, 1.4.3. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const texts: ColourName[] = [
  'ink',
  'ink2',
  'ink3',
  'accent',
  'wrong',
  'warn',
  'good',
  'violet',
  'amber',
  'blue',
  'green',
  'grey',
  'rust',
]
const grounds: ColourName[] = ['ground', 'surface', 'raised', 'hover', 'accentSoft']

describe.each(['light', 'night'] as Theme[])('the %s theme', (theme) => {
  const c = colours[theme]

  it.each(texts)('has %s legible on every ground', (text) => {
    for (const ground of grounds)
      expect(contrast(c[text], c[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })

  it('has legible words on its accent, its rail and its banners', () => {
    expect(contrast(c.accentInk, c.accent)).toBeGreaterThanOrEqual(4.5)
    for (const ground of [c.rail, c.railHover]) {
      expect(contrast(c.railInk, ground)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(c.railInkOn, ground)).toBeGreaterThanOrEqual(4.5)
    }
    for (const [text, ground] of [
      [c.wrong, c.wrongSoft],
      [c.ink, c.wrongSoft],
      [c.warn, c.warnSoft],
      [c.good, c.goodSoft],
    ] as const)
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it('shows edges of fields and the focus (3 : 1)', () => {
    expect(contrast(c.lineStrong, c.surface)).toBeGreaterThanOrEqual(3)
    for (const ground of [...grounds, 'wrongSoft', 'warnSoft', 'goodSoft'] as const)
      expect(contrast(c.focus, c[ground]), `focus on ${ground}`).toBeGreaterThanOrEqual(3)
  })
})

it('stands in tokens.css as in tokens.ts', () => {
  // The formatter lays the file out as it likes
  const plain = (css: string) => css.replace(/\s+/g, ' ').replaceAll('"', "'").trim()
  expect(plain(readFileSync(file, 'utf8'))).toBe(plain(tokensCss()))
})
