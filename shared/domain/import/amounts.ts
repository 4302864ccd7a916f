/**
 * Amounts as files write them: 1,234.50 here is 1.234,50 there. What one amount leaves open, the others of its column
 * may settle; an amount that stays open is not guessed at, because the wrong guess is wrong by a thousand.
 */
import type { DecimalSign } from './row.ts'

const signs = { point: '.', comma: ',' } as const
const other = { point: 'comma', comma: 'point' } as const

/**
 * The decimal sign that an amount leaves no doubt of; `either` for a lone point or comma with three digits behind it and
 * one to three before; null where it has neither.
 */
export function decimalSignOf(amount: string): DecimalSign | 'either' | null {
  const number = digitsIn(amount)
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','))
  if (last < 0) return null
  const sign: DecimalSign = number[last] === '.' ? 'point' : 'comma'
  const times = number.split(signs[sign]).length - 1
  // Written more than once it groups thousands.
  if (times > 1) return other[sign]
  if (number.includes(signs[other[sign]])) return sign
  const [whole = '', fraction = ''] = number.split(signs[sign])
  return fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0') ? 'either' : sign
}

/** The amount with a point for its decimals and nothing between its thousands; unchanged where it has no groups. */
export function withPoint(amount: string, sign: DecimalSign): string {
  const plain = plainAmount(amount)
  const number = digitsIn(amount)
  const [whole = '', fraction, ...more] = number.split(signs[sign])
  const groups = whole.split(signs[other[sign]])
  const grouped =
    groups.length === 1 ||
    ((groups[0]?.length ?? 0) <= 3 && groups.slice(1).every(({ length }) => length === 3))
  if (more.length > 0 || !grouped || fraction?.includes(signs[other[sign]])) return plain
  return plain.replace(number, groups.join('') + (fraction === undefined ? '' : `.${fraction}`))
}

/** The column's decimal sign from what its amounts leave no doubt of; null where they say nothing or contradict each other. */
export function createSignWatch(): { see: (amount: string) => void; sign: () => DecimalSign | null } {
  const seen = new Set<DecimalSign>()
  return {
    see: (amount) => {
      const sign = decimalSignOf(amount)
      if (sign !== null && sign !== 'either') seen.add(sign)
    },
    sign: () => {
      const [sign] = seen
      return seen.size === 1 && sign ? sign : null
    },
  }
}

function plainAmount(amount: string): string {
  return amount.normalize('NFKC').replaceAll('。', '.')
}

function digitsIn(amount: string): string {
  return /\d[\d.,]*/.exec(plainAmount(amount))?.[0] ?? ''
}
