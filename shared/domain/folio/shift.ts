/** A cashier's shift 班次: a drawer with a float, counted without seeing what should be in it. */
import type { BusinessDate, Moment, UserId } from '../../values/index.ts'

/** Counted pieces by currency and face value in minor units: `{ CNY: { "10000": 12, "100": 3 } }`. */
export type CashCount = { [currency: string]: { [faceMinor: string]: number } }

export type ShiftImage = {
  userId: UserId
  workstation: string
  businessDate: BusinessDate
  openedAt: Moment
  floatMinor: number
  status: 'open' | 'closed'
  closedAt: Moment | null
  closedOn: BusinessDate | null
  /** The login of who counted: a manager closes the shift of somebody who has gone. */
  closedBy: string | null
  counted: CashCount | null
  /** Minor units of the hotel's currency: what should have been there, counted less expected. Null while open. */
  expectedMinor: number | null
  overMinor: number | null
  /** What went to the safe. */
  droppedMinor: number
}

/** One unit of a foreign currency in the hotel's from a business date on, as a decimal text. */
export type ExchangeRateImage = { currency: string; validFrom: BusinessDate; rate: string }
