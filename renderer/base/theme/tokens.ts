/**
 * The look, once: colours of the light and the night theme, sizes and faces. antd's tokens (antd-theme.ts) and
 * the CSS variables (tokens.css) are both made from here; a test holds tokens.css to this file.
 * Text colours meet 4.5 : 1 on ground and surface in both themes (tests/renderer/base/tokens.test.ts).
 */

export type Theme = 'light' | 'night'

const light = {
  ground: '#eeece5',
  surface: '#fcfbf8',
  raised: '#f4f2ec',
  hover: '#ebe9e0',
  line: '#dcd8cc',
  lineStrong: '#8f8a7c',
  ink: '#1b2226',
  ink2: '#475057',
  ink3: '#5d666c',
  rail: '#1d2b31',
  railHover: '#2a3b42',
  railInk: '#b9c7cc',
  railInkOn: '#ffffff',
  accent: '#0b5e72',
  accentInk: '#ffffff',
  accentSoft: '#d7e9ec',
  focus: '#0b7d99',
  wrong: '#b3261e',
  wrongSoft: '#fae5e1',
  warn: '#7a4f00',
  warnSoft: '#f8ecd0',
  good: '#0a6b4b',
  goodSoft: '#dcefe5',
  // Booking, room and request states: hues that stay apart for red-green and blue-yellow blindness; marks and words beside
  violet: '#63508a',
  amber: '#7d5200',
  blue: '#1d5aa8',
  green: '#0a6b4b',
  grey: '#566067',
  rust: '#9c3d16',
} as const

export type ColourName = keyof typeof light

const night: Record<ColourName, string> = {
  ground: '#0d1215',
  surface: '#141b1f',
  raised: '#1a2328',
  hover: '#202b31',
  line: '#26323a',
  lineStrong: '#5f707a',
  ink: '#dfe7ea',
  ink2: '#aebbc1',
  ink3: '#8e9ca3',
  rail: '#090d0f',
  railHover: '#172126',
  railInk: '#92a2a9',
  railInkOn: '#e6f4f6',
  accent: '#58bccd',
  accentInk: '#04222a',
  accentSoft: '#15353d',
  focus: '#7bd5e4',
  wrong: '#ff8f80',
  wrongSoft: '#3a1c19',
  warn: '#e3b457',
  warnSoft: '#33280f',
  good: '#5fcb9d',
  goodSoft: '#12301f',
  violet: '#b7a5e6',
  amber: '#e0b050',
  blue: '#7fb5f5',
  green: '#5fcb9d',
  grey: '#9aa7ad',
  rust: '#f0946b',
}

export const colours: Record<Theme, Record<ColourName, string>> = { light, night }

export const sizes = {
  font: 13,
  fontSmall: 12,
  lineHeight: 20,
  grid: 4,
  row: 28,
  control: 28,
  rail: 76,
  bar: 40,
  status: 26,
  radius: 3,
} as const

/** Latin faces of the systems first, so that figures are Latin ones; then the Chinese face of each system. */
export const faces = {
  text: "'Segoe UI', 'Helvetica Neue', 'Noto Sans', Ubuntu, Cantarell, Roboto, 'Liberation Sans', Arial, 'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif",
  code: "'Bahnschrift SemiCondensed', 'Avenir Next Condensed', 'Roboto Condensed', 'Liberation Sans Narrow', 'Arial Narrow', 'Segoe UI', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', sans-serif",
} as const

/** The text of tokens.css. */
export function tokensCss(): string {
  const vars = (theme: Theme) =>
    Object.entries(colours[theme])
      .map(([name, value]) => `  --k-${kebab(name)}: ${value};`)
      .join('\n')
  const fixed = [
    ...Object.entries(sizes).map(([name, value]) => `  --k-size-${kebab(name)}: ${value}px;`),
    ...Object.entries(faces).map(([name, value]) => `  --k-face-${name}: ${value};`),
  ].join('\n')
  return [
    '/* Written from tokens.ts by tests/renderer/base/tokens.test.ts (UPDATE_TOKENS=1); do not edit by hand. */',
    `:root {\n  color-scheme: light;\n${fixed}\n${vars('light')}\n}`,
    `:root[data-theme='night'] {\n  color-scheme: dark;\n${vars('night')}\n}`,
    `@media (prefers-color-scheme: dark) {\n:root:not([data-theme]) {\n  color-scheme: dark;\n${vars('night')}\n}\n}`,
    '',
  ].join('\n\n')
}

function kebab(name: string): string {
  return name.replace(/[A-Z0-9]/g, (letter) => (/\d/.test(letter) ? letter : `-${letter.toLowerCase()}`))
}
