import { foldLatin } from '../../name/fold.ts'
import { foldCharacter } from '../../name/script.ts'

/** A question as it is compared, and where each of its units comes from. */
export type Folded = {
  source: string
  text: string
  /** Places in the source, one more than units: unit i is the source from at[i] to at[i + 1]. */
  at: readonly number[]
}

/** Marks that are typed in many forms, by the one that the grammar knows. */
const marks = new Map([
  ...['–', '—', '−', '‐', '‑', '~', '～', '〜'].map((mark) => [mark, '-'] as const),
  ...['“', '”', '„', '«', '»', '「', '」', '『', '』'].map((mark) => [mark, '"'] as const),
  ...['’', '‘'].map((mark) => [mark, "'"] as const),
  ...['、', '，', '；', '。', '？', '！'].map((mark) => [mark, ','] as const),
])

/** Small letters without accents, half width, simplified Chinese: what is the same to somebody who asks becomes the same text. */
export function foldQuestion(source: string): Folded {
  let text = ''
  const at: number[] = []
  let place = 0
  for (const character of source) {
    const folded = marks.get(character) ?? foldLatin([...foldWidth(character)].map(foldCharacter).join(''))
    for (let unit = 0; unit < folded.length; unit += 1) at.push(place)
    text += folded
    place += character.length
  }
  return { source, text, at: [...at, source.length] }
}

/** A word of the vocabulary as it is compared with a question. */
export function foldWord(word: string): string {
  return canonicalOf(foldQuestion(word).text)
}

/** A folded text with one space for all that parts words: “pick-up” is “pick up”. */
export function canonicalOf(folded: string): string {
  return folded.replace(/[\s\-_.,:/']+/g, ' ').trim()
}

/** What was typed between two units of the folded text. */
export function sourceOf({ source, at }: Folded, from: number, to: number): string {
  return source.slice(at[from], at[to] ?? source.length).trim()
}

/** A letter or figure of a script that parts words by spaces. */
export function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character) && !isHan(character)
}

/** A Chinese character. */
export function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

function foldWidth(character: string): string {
  // A Roman numeral or a circled figure would become letters of its own; only the forms of width are folded
  return /[\uff01-\uff5e\u3000]/.test(character) ? character.normalize('NFKC') : character
}
