import {
  type CategoryColumn,
  type Column,
  NO_WORD,
  type NumberColumn,
} from '#shared/domain/insight/learn/columns.ts'
import { type Random, seededRandom } from '#shared/domain/insight/learn/random.ts'

/** A column of numbers by a rule per row; NaN is not known. */
export function numbers(name: string, values: readonly number[]): NumberColumn {
  return { name, kind: 'number', values: Float64Array.from(values) }
}

/** A column of words; '' is not known. */
export function categories(name: string, given: readonly string[]): CategoryColumn {
  const words = [...new Set(given)].filter((word) => word !== '')
  return {
    name,
    kind: 'category',
    codes: Uint16Array.from(given, (word) => (word === '' ? NO_WORD : words.indexOf(word))),
    words,
  }
}

export interface SmallTable {
  columns: Column[]
  target: Uint8Array
}

/** A random table with few distinct values, so that equal splits are common, and with values that are not known. */
export function smallTable(seed: number): SmallTable {
  const random = seededRandom(seed)
  const upTo = (most: number) => Math.floor(random() * most)
  const rows = 8 + upTo(50)
  const columns = Array.from({ length: 1 + upTo(4) }, (_, place) =>
    random() < 0.7 ? someNumbers(`n${place}`, rows, random) : someWords(`w${place}`, rows, random),
  )
  return { columns, target: Uint8Array.from({ length: rows }, () => (random() < 0.4 ? 1 : 0)) }
}

function someNumbers(name: string, rows: number, random: Random): NumberColumn {
  const distinct = 2 + Math.floor(random() * 14)
  const unknown = random() < 0.5 ? 0.2 : 0
  const value = () => (random() < unknown ? Number.NaN : Math.floor(random() * distinct) / 4 - 1)
  return numbers(name, Array.from({ length: rows }, value))
}

function someWords(name: string, rows: number, random: Random): CategoryColumn {
  const distinct = 2 + Math.floor(random() * 5)
  const unknown = random() < 0.5 ? 0.2 : 0
  const word = () => (random() < unknown ? '' : 'abcdefg'[Math.floor(random() * distinct)]!)
  return categories(name, Array.from({ length: rows }, word))
}

/** A larger table whose target hangs on two numbers and a category, with chance. */
export function leaningTable(seed: number, rows: number): SmallTable {
  const random = seededRandom(seed)
  const nights = Array.from({ length: rows }, () => (random() < 0.1 ? Number.NaN : Math.floor(random() * 20)))
  const lead = Array.from({ length: rows }, () => random() * 100)
  const channel = Array.from(
    { length: rows },
    () => ['phone', 'agency', 'web', ''][Math.floor(random() * 4)]!,
  )
  const noise = Array.from({ length: rows }, () => random())
  const odds = (row: number) =>
    (Number.isNaN(nights[row]!) ? 1 : nights[row]! / 10) -
    lead[row]! / 40 +
    (channel[row] === 'web' ? 1.5 : 0)
  const target = Uint8Array.from({ length: rows }, (_, row) =>
    random() < 1 / (1 + Math.exp(-odds(row))) ? 1 : 0,
  )
  return {
    columns: [
      numbers('nights', nights),
      numbers('lead', lead),
      categories('channel', channel),
      numbers('noise', noise),
    ],
    target,
  }
}
