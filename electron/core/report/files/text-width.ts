/** How wide texts are in the sans-serif fonts that pages are shown in, in ems: of each sign the widest of these fonts. */

/** Signs of one em: Chinese, Japanese, Korean and full-width ones. */
const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/
const isWide = (sign: string) => wide.test(sign) || sign > '\uffff'

const narrow = new Map([...".,:;'|!iljI·‘’()[]/tf-r \u00a0\u202f"].map((sign) => [sign, 0.38]))
const broad = new Map([...'mwMW%@—…&'].map((sign) => [sign, 0.98]))
const bolder = 1.08

/** A text in one line. */
export function textWidth(text: string, weight: 'plain' | 'bold' = 'plain'): number {
  let width = 0
  for (const sign of text) width += signWidth(sign)
  return weight === 'bold' ? width * bolder : width
}

function signWidth(sign: string): number {
  if (isWide(sign)) return 1
  return narrow.get(sign) ?? broad.get(sign) ?? (/\p{Lu}/u.test(sign) ? 0.74 : 0.6)
}

/** The widest piece of a text that lines are not broken in. */
export function wordWidth(text: string, weight: 'plain' | 'bold' = 'plain'): number {
  return piecesOf(text).reduce((most, piece) => Math.max(most, textWidth(piece, weight)), 0)
}

/** Whether lines may be broken between nearly any two of its signs, as in Chinese. */
export function isBrokenAnywhere(text: string): boolean {
  return wide.test(text)
}

/** Signs of a word that is broken when nothing else helps: a token of two hundred signs must not take the whole paper. */
const maxWordSigns = 24

function piecesOf(text: string): string[] {
  return text
    .split(/[ \t\n]+|(?<=[-–?])/)
    .flatMap((word) =>
      isBrokenAnywhere(word) ? word.split(new RegExp(`(?<=${wide.source})|(?=${wide.source})`)) : [word],
    )
    .flatMap((word) => chunksOf(word))
}

/** A word in pieces of at most `maxWordSigns` signs. */
export function chunksOf(word: string): string[] {
  if (word.length <= maxWordSigns) return [word]
  const signs = [...word]
  return Array.from({ length: Math.ceil(signs.length / maxWordSigns) }, (_, at) =>
    signs.slice(at * maxWordSigns, (at + 1) * maxWordSigns).join(''),
  )
}
