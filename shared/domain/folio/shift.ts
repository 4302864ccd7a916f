/** A cashier's shift 班次: a drawer with a float, counted without seeing what should be in it. */
import type { BusinessDate, Moment, UserId } from '../../values/index.ts'
import type { ClosedCash } from './drawer.ts'

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

/** A shift as it begins. */
export function newShift(
  began: Pick<ShiftImage, 'userId' | 'workstation' | 'businessDate' | 'openedAt' | 'floatMinor'>,
): ShiftImage {
  return {
    ...began,
    status: 'open',
    closedAt: null,
    closedOn: null,
    closedBy: null,
    counted: null,
    expectedMinor: null,
    overMinor: null,
    droppedMinor: 0,
  }
}

/** A shift that was counted: what should have been in its drawer, and what was over. */
export function countedShift(
  shift: ShiftImage,
  ended: Pick<ShiftImage, 'closedAt' | 'closedOn' | 'closedBy' | 'counted'>,
  cash: readonly ClosedCash[],
): ShiftImage & { expectedMinor: number; overMinor: number } {
  const expectedMinor = cash.reduce((sum, { bookMinor }) => sum + bookMinor, 0)
  const overMinor = cash.reduce((sum, one) => sum + one.overMinor, 0)
  return { ...shift, ...ended, status: 'closed', expectedMinor, overMinor }
}

/** One unit of a foreign currency in the hotel's from a business date on, as a decimal text. */
export type ExchangeRateImage = { currency: string; validFrom: BusinessDate; rate: string }
