/** As many rooms as may be added in one go. */
export const MOST_ROOMS = 500
const LONGEST = 8

export type RangeProblem =
  | { why: 'empty' }
  | { why: 'wrong'; part: string }
  | { why: 'tooLong'; part: string }
  | { why: 'tooMany'; max: number }

/**
 * Room numbers from `801-816, 818, A01–A12`, in their order and each once; numbers ending in one of `skip` are left
 * out. A prefix and leading zeros are kept.
 */
export function roomNumbers(
  text: string,
  skip: readonly string[] = [],
): { numbers: string[] } | { problem: RangeProblem } {
  const parts = text
    .normalize('NFKC')
    .replace(/[–—~至]/g, '-')
    .split(/[,;、\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0) return { problem: { why: 'empty' } }
  const numbers = new Set<string>()
  for (const part of parts) {
    const found = numbersOf(part)
    if ('problem' in found) return found
    for (const number of found.numbers) {
      if (!skip.some((ending) => ending !== '' && number.endsWith(ending))) numbers.add(number)
    }
    if (numbers.size > MOST_ROOMS) return { problem: { why: 'tooMany', max: MOST_ROOMS } }
  }
  return { numbers: [...numbers] }
}

function numbersOf(part: string): { numbers: string[] } | { problem: RangeProblem } {
  const range = /^([\p{L}]*)(\d+)\s*-\s*([\p{L}]*)(\d+)$/u.exec(part)
  if (!range) {
    if (!/^[\p{L}\p{N}][\p{L}\p{N}\-_./+]*$/u.test(part)) return { problem: { why: 'wrong', part } }
    return part.length > LONGEST ? { problem: { why: 'tooLong', part } } : { numbers: [part] }
  }
  const [, prefix = '', from = '', otherPrefix = '', to = ''] = range
  const first = Number(from)
  const last = Number(to)
  if ((otherPrefix !== '' && otherPrefix !== prefix) || last < first)
    return { problem: { why: 'wrong', part } }
  if ((prefix + to).length > LONGEST || to.length > LONGEST) return { problem: { why: 'tooLong', part } }
  if (last - first >= MOST_ROOMS) return { problem: { why: 'tooMany', max: MOST_ROOMS } }
  const numbers = Array.from(
    { length: last - first + 1 },
    (_, step) => `${prefix}${String(first + step).padStart(from.length, '0')}`,
  )
  return { numbers }
}

/** Endings to leave out, as typed: `4, 13`. */
export function endings(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((ending) => ending !== '')
}

/** The floor that a number tells: all but its last two digits (816 → 8, 1203 → 12); null where it tells none. */
export function floorOf(number: string): number | null {
  const digits = /(\d+)\D*$/.exec(number)?.[1] ?? ''
  return digits.length >= 3 ? Number(digits.slice(0, -2)) : null
}

/** `801, 802 … 816 `: the first ones and the last, so that a line holds it. */
export function shortList(numbers: readonly string[], most = 8): string {
  if (numbers.length <= most) return numbers.join(', ')
  return `${numbers.slice(0, most - 1).join(', ')} … ${numbers.at(-1)}`
}
