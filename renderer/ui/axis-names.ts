/** Parts of a drawing that are all named; of more, those are whose names have room. */
const maxNamed = 15
const LINE_PX = 14
const GAP_PX = 4
const ANGLE = 35
/** The longest name that is written aslant; the table has all of it. */
const ASLANT_PX = 110

/** How the names of bars are written below them. */
export type AxisNames = {
  /** As they are written: in lines, or cut. */
  texts: readonly string[]
  /** Every name stands, else only those that do not touch each other. */
  isEach: boolean
  rotate: number
  /** Pixels that they take below the axis, and left of the first bar's middle. */
  below: number
  left: number
}

/** About how wide a text of 12 px is: digits and capitals are wider than letters, and a Chinese character is a square. */
export function textWidth(text: string): number {
  const width = (letter: string) =>
    letter > '\u2e80'
      ? 12
      : /[A-Z%&]/.test(letter)
        ? 8.5
        : /\d/.test(letter)
          ? 6.9
          : letter === ' '
            ? 3.4
            : 6.2
  return [...text].reduce((sum, letter) => sum + width(letter), 0)
}

/** The names of bars that have `room` pixels each: in a line, else in up to three, else aslant. */
export function axisNames(names: readonly string[], room: number): AxisNames {
  const flat = { texts: names, rotate: 0, below: 22, left: 0 }
  if (names.length > maxNamed) return { ...flat, isEach: false }
  const wrapped = names.map((name) => linesOf(name, room - GAP_PX))
  if (wrapped.every((lines) => lines !== null)) {
    const most = Math.max(1, ...wrapped.map((lines) => lines.length))
    const texts = wrapped.map((lines) => lines.join('\n'))
    return { ...flat, isEach: true, texts, below: 8 + LINE_PX * most }
  }
  const texts = names.map((name) => cutTo(name, ASLANT_PX))
  const longest = Math.max(0, ...texts.map(textWidth))
  const angle = (ANGLE * Math.PI) / 180
  return {
    texts,
    isEach: true,
    rotate: ANGLE,
    below: Math.ceil(longest * Math.sin(angle)) + 20,
    left: Math.max(0, Math.ceil(textWidth(texts[0] ?? '') * Math.cos(angle))),
  }
}

/** A name in at most three lines of a width; null where it needs more, or a word is wider. */
function linesOf(name: string, width: number): string[] | null {
  // A Chinese name may be broken after any character
  const pieces = name.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? []
  const lines: string[] = []
  for (const piece of pieces) {
    if (textWidth(piece.trimEnd()) > width) return null
    const longer = `${lines.at(-1) ?? ''}${piece}`
    if (lines.length > 0 && textWidth(longer.trimEnd()) <= width) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines.length > 3 ? null : lines.map((line) => line.trim())
}

function cutTo(name: string, width: number): string {
  if (textWidth(name) <= width) return name
  let cut = ''
  for (const letter of name) {
    if (textWidth(`${cut}${letter}…`) > width) break
    cut += letter
  }
  return `${cut.trimEnd()}…`
}
