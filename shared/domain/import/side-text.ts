/**
 * Texts beside the stay: names, companies, notes. As much of a cell as the field takes is its value; where that is not
 * all, `kept` says why, and the whole stays with the booking as the source wrote it.
 */
import { cleanText } from '../name/name.ts'
import type { Note } from './row.ts'

export type SideText = { value: string; kept: readonly Note[] }
export type SideRule = { max: number; multiline?: boolean; pictures?: boolean }

/** The most text of one cell that is kept with a booking: as much as a cell of a spreadsheet holds. */
export const maxCellText = 32_767

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g
const LINES = /\r\n?|[\u0085\u2028\u2029]/g
/** Emoji with what joins and colours them; ™, ® and © are signs that companies write. */
const PICTURES =
  /(?:(?![©®™])[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}](?:\ufe0f|\u200d|\u20e3)*)+/gu

/** The text that a field takes of a cell: legible, on one line unless it may have several, cut at its longest. */
export function sideText(written: string, { max, multiline = false, pictures = true }: SideRule): SideText {
  const kept: Note[] = []
  const lined = written.toWellFormed().replace(LINES, '\n')
  const plain = lined.replace(CONTROL, '')
  if (plain !== lined) kept.push('controlStripped')
  const drawn = pictures ? plain : plain.replace(PICTURES, ' ')
  if (drawn !== plain) kept.push('signsDropped')
  const text = cleanText((multiline ? drawn : drawn.replace(/\s+/g, ' ')).slice(0, maxCellText), {
    max: maxCellText,
    multiline,
    emoji: true,
  })
  if (!text.ok) return { value: '', kept: [...kept, 'text'] }
  if (text.value.length <= max) return { value: text.value, kept }
  return { value: cutAt(text.value, max), kept: [...kept, 'textLong'] }
}

/** A name in a cell that may hold several, one a line or in a list: the first is the guest's. */
export function sideName(written: string, max: number): SideText {
  const names = namesIn(written, max)
  const first = sideText(names[0] ?? '', { max, pictures: false })
  return names.length > 1 ? { value: first.value, kept: [...first.kept, 'namesMore'] } : first
}

/** Names one below the other, or divided by signs that no name has; a comma divides only where it can’t be “Müller, Anna”. */
function namesIn(written: string, max: number): string[] {
  const divided = written.replace(LINES, '\n').split(/[\n;；、]/)
  const names = divided.map((name) => name.trim()).filter((name) => name !== '')
  if (names.length !== 1) return names
  const [whole = ''] = names
  const han = whole.split(/\s*[/,，]\s*/)
  if (han.length > 1 && han.every((name) => /^\p{Script=Han}{2,4}$/u.test(name))) return han
  const listed = whole.split(/\s*[,，/]\s*/)
  const several = listed.length > 2 && listed.every((name) => /\S\s+\S/.test(name))
  return several || (whole.length > max && listed.length > 1) ? listed : names
}

/** The first characters of a text, whole words where there are any, never half a character. */
function cutAt(text: string, max: number): string {
  const cut = text.slice(0, max).replace(/[\ud800-\udbff]$/, '')
  const space = cut.lastIndexOf(' ')
  return (space > max * 0.8 ? cut.slice(0, space) : cut).trimEnd()
}
