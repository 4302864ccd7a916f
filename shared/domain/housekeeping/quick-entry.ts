/** States of rooms typed as on the telephone: `305 c 307-312 d`. */
import type { Housekeeping } from '../room/room.ts'

/** What a letter or a word means. Chinese as it is said on the telephone. */
const WORDS: Readonly<Record<string, Housekeeping>> = {
  c: 'clean',
  clean: 'clean',
  净: 'clean',
  干净: 'clean',
  净房: 'clean',
  d: 'dirty',
  dirty: 'dirty',
  脏: 'dirty',
  脏房: 'dirty',
  p: 'pickup',
  pickup: 'pickup',
  小整: 'pickup',
  整理: 'pickup',
  待整理: 'pickup',
  i: 'inspected',
  inspected: 'inspected',
  已查: 'inspected',
  查: 'inspected',
}

export type QuickProblem = {
  /** No room has this number or lies in this range; rooms without a state behind them; a state without rooms before it; a room twice. */
  code: 'room' | 'no-state' | 'no-rooms' | 'twice'
  text: string
}

export type QuickEntry<R> = { entries: { room: R; state: Housekeeping }[]; problems: QuickProblem[] }

// 309 is before 1001, and 3A after 3
const asCounted = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/**
 * Reads numbers, ranges and floors (`3*`: all that begin so), each group with the state behind it. A range is every room of
 * the hotel from the one to the other. What reads as a room's own number is that room: `A-1` may be one.
 */
export function readQuickEntry<R extends { number: string }>(
  typed: string,
  rooms: readonly R[],
): QuickEntry<R> {
  const entries = new Map<R, Housekeeping>()
  const problems: QuickProblem[] = []
  let group: R[] = []
  let groupText: string[] = []
  const give = (state: Housekeeping, text: string) => {
    if (group.length === 0 && groupText.length === 0) problems.push({ code: 'no-rooms', text })
    for (const room of group) {
      const had = entries.get(room)
      if (had !== undefined && had !== state) problems.push({ code: 'twice', text: room.number })
      entries.set(room, state)
    }
    group = []
    groupText = []
  }
  for (const token of tokensOf(typed)) {
    const state = WORDS[token.toLowerCase()]
    const exact = rooms.find(({ number }) => number.toLowerCase() === token.toLowerCase())
    if (state && !exact) {
      give(state, token)
      continue
    }
    const { text, state: behind } = exact ? { text: token, state: undefined } : withStateBehind(token)
    const named = exact ? [exact] : roomsOf(text, rooms)
    if (named.length === 0) problems.push({ code: 'room', text })
    group.push(...named)
    groupText.push(text)
    if (behind) give(behind, token)
  }
  if (groupText.length > 0) problems.push({ code: 'no-state', text: groupText.join(' ') })
  return { entries: [...entries].map(([room, state]) => ({ room, state })), problems }
}

/** Full-width figures and marks as an input method leaves them are the same text; a range may have spaces around its dash. */
function tokensOf(typed: string): string[] {
  return typed
    .normalize('NFKC')
    .replace(/[‐-―−~至到]/gu, '-')
    .replace(/\s*-\s*/gu, '-')
    .split(/[\s,;、。/]+/u)
    .filter((token) => token !== '')
}

/** `305c`: a number with its state right behind it. */
function withStateBehind(token: string): { text: string; state: Housekeeping | undefined } {
  const found = /^(.*[\d*])(\p{L}+)$/u.exec(token)
  const state = found?.[2] && WORDS[found[2].toLowerCase()]
  return state && found?.[1] ? { text: found[1], state } : { text: token, state: undefined }
}

function roomsOf<R extends { number: string }>(text: string, rooms: readonly R[]): R[] {
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
  const exact = rooms.find(({ number }) => same(number, text))
  if (exact) return [exact]
  if (/^[^*]+\*$/u.test(text)) {
    const beginning = text.slice(0, -1).toLowerCase()
    return rooms.filter(({ number }) => number.toLowerCase().startsWith(beginning))
  }
  const ends = /^([^-]+)-([^-]+)$/u.exec(text)
  if (!ends?.[1] || !ends[2]) return []
  const [from, to] = [ends[1], ends[2]]
  if (asCounted.compare(from, to) > 0) return []
  return rooms.filter(
    ({ number }) => asCounted.compare(from, number) <= 0 && asCounted.compare(number, to) <= 0,
  )
}
