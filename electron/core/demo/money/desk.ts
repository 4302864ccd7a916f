/** What everything that touches money in a demo hotel is based on. */
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import type { FolioId } from '#shared/values/index.ts'
import type { Diary } from '../diary.ts'
import type { World } from '../world.ts'
import type { Bill, Fapiao, Owing } from './bill.ts'
import type { Books } from './books.ts'
import type { Numbers } from './numbers.ts'
import type { MoneyHotel, MoneyTerms } from './set-up.ts'
import type { Shifts } from './shifts.ts'
import type { PayWays } from './terms.ts'

export type MoneyDesk = {
  world: World
  bulk: Bulk
  diary: Diary
  terms: MoneyTerms
  currency: string
  books: Books
  shifts: Shifts
  numbers: Numbers
  ways: PayWays
  hotel: MoneyHotel
  /** What companies and agencies owe. */
  owing: Owing
  /** 发票 that were asked for. */
  fapiao: Fapiao[]
  /** By booking: of those that have one. */
  bills: Map<number, Bill>
  /** Master accounts by the agency. */
  masters: ReadonlyMap<number, FolioId>
  /** Minor units of the hotel's currency for those of another. */
  convert: (foreignMinor: number, rate: string, currency: string) => number
}
