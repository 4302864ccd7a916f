import { brandOf } from '../privacy/card-number.ts'

/** Long numbers that a column needs before it says anything as a whole. */
const enough = 10
/** Of numbers that are given out at random one in ten passes Luhn’s check, fewer still fit an issuer; of cards all do. */
const chance = 0.2

export type OrderNumberWatch = { see: (cell: string) => void; areOrderNumbers: () => boolean }

/**
 * Watches a column of confirmation numbers. Those of 16 to 19 digits, as the agencies of China give them out, pass as a
 * payment card by chance; in a column of which most do not, none is a card.
 */
export function createOrderNumberWatch(): OrderNumberWatch {
  let long = 0
  let asCards = 0
  return {
    see: (cell) => {
      const number = cell.trim()
      if (number.length < 13 || number.length > 19 || !/^\d+$/.test(number)) return
      long += 1
      if (brandOf(number)) asCards += 1
    },
    areOrderNumbers: () => long >= enough && asCards <= long * chance,
  }
}
