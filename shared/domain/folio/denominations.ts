/** The notes and coins that are counted in a drawer, by currency: face values in minor units, the largest first. */
import type { CashCount } from './shift.ts'

/**
 * Notes and coins in circulation, as central banks list them (2026-12: not looked up again). A currency that is not here is
 * counted by whatever face values are typed.
 */
const faces: { readonly [currency: string]: readonly number[] } = {
  CNY: [10000, 5000, 2000, 1000, 500, 100, 50, 10],
  EUR: [50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
  USD: [10000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5, 1],
  HKD: [100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10],
  JPY: [10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1],
  GBP: [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
  CHF: [100000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5],
  MOP: [100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10],
  TWD: [200000, 100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 100],
  KRW: [50000, 10000, 5000, 1000, 500, 100, 50, 10],
  SGD: [100000, 10000, 5000, 1000, 500, 200, 100, 50, 20, 10, 5],
  AUD: [10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5],
  CAD: [10000, 5000, 2000, 1000, 500, 200, 100, 25, 10, 5],
}

/** The faces of a currency, largest first; empty where any face may be typed. */
export function facesOf(currency: string): readonly number[] {
  return faces[currency] ?? []
}

/** More pieces of one face than a drawer holds: a slip of the keyboard. */
const maxPieces = 100_000

/** What is wrong with one entry of a count: a face that the currency does not have, or no whole number of pieces. */
export type CountMistake = {
  code: 'COUNT_FACE' | 'COUNT_NOT_WHOLE'
  currency: string
  face: string
  pieces: number
}

/** The first entry of a count that can't be: negative, a part of a note, a face that there is not. Null when all is well. */
export function mistakeIn(count: CashCount): CountMistake | null {
  for (const [currency, byFace] of Object.entries(count)) {
    const known = facesOf(currency)
    for (const [face, pieces] of Object.entries(byFace)) {
      const minor = Number(face)
      const isFace = /^[1-9]\d{0,11}$/.test(face) && (known.length === 0 || known.includes(minor))
      if (!isFace) return { code: 'COUNT_FACE', currency, face, pieces }
      if (!Number.isSafeInteger(pieces) || pieces < 0 || pieces > maxPieces)
        return { code: 'COUNT_NOT_WHOLE', currency, face, pieces }
    }
  }
  return null
}

/** What was counted of each currency, in its own minor units. */
export function sumsOf(count: CashCount): { [currency: string]: number } {
  return Object.fromEntries(
    Object.entries(count).map(([currency, byFace]) => [
      currency,
      Object.entries(byFace).reduce((sum, [face, pieces]) => sum + Number(face) * pieces, 0),
    ]),
  )
}
