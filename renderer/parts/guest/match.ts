import type { OutputOf } from '#shared/contract/index.ts'

export type GuestRow = OutputOf<'guest.search'>['rows'][number]
export type Match = NonNullable<GuestRow['match']>
export type Ranges = Match['ranges']
export type Piece = { text: string; hit: boolean }

/** A text cut at what matched: first UTF-16 unit and length of each hit, in order. Ranges beyond the text are cut off. */
export function pieces(text: string, ranges: Ranges): Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const [start, length] of ranges) {
    const from = Math.max(at, Math.min(start, text.length))
    const to = Math.min(text.length, start + length)
    if (from > at) found.push({ text: text.slice(at, from), hit: false })
    if (to > from) found.push({ text: text.slice(from, to), hit: true })
    at = Math.max(at, to)
  }
  if (at < text.length) found.push({ text: text.slice(at), hit: false })
  return found
}

const HIDDEN = 4
const TAIL = 4

/**
 * A number as a list shows it: the four digits before the last four are covered, because a list is shown for
 * everybody who passes. What the clerk typed and found is shown. As long as the number, so that ranges still fit.
 */
export function coveredPhone(phone: string, ranges: Ranges = []): string {
  if (phone.length < HIDDEN + TAIL + 2) return phone
  const from = phone.length - HIDDEN - TAIL
  const shown = (index: number) => ranges.some(([start, length]) => index >= start && index < start + length)
  return [...phone]
    .map((digit, index) => (index >= from && index < from + HIDDEN && !shown(index) ? '*' : digit))
    .join('')
}

/** The match where no column of the list shows it by itself. */
export function elsewhere(row: GuestRow): Match | null {
  const { match } = row
  if (!match || match.field === 'phone') return null
  if (match.field === 'nativeName' || match.field === 'latinName') {
    return match.text === row.name || match.text === row.latinName ? null : match
  }
  return match
}
