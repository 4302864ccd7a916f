/**
 * Cashiers' shifts: a drawer is opened with the first payment that somebody takes, and counted at the end of their turn; what is
 * above the float goes to the safe. The audit closes what is still open.
 */
import { type Random, randomOf } from '#core/demo/data/random.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { shiftColumns } from '#db/repositories/folio/shift.ts'
import { difference } from '#shared/domain/change/change.ts'
import { facesOf } from '#shared/domain/folio/denominations.ts'
import {
  type ClosedCash,
  countEntries,
  type DrawerAccounts,
  type DrawerCash,
  drawerAccounts,
  floatEntries,
} from '#shared/domain/folio/drawer.ts'
import { accountOfRole } from '#shared/domain/folio/entries.ts'
import type { Entry, PostingKind } from '#shared/domain/folio/posting.ts'
import { type CashCount, countedShift, newShift, type ShiftImage } from '#shared/domain/folio/shift.ts'
import type { ShiftId, UserId } from '#shared/values/index.ts'
import type { Author, Diary, When } from '../diary.ts'
import type { Act, Books } from './books.ts'
import type { MoneyTerms } from './set-up.ts'
import { moneyTruth } from './terms.ts'

const SHIFT = 101
const HOUR = 3600

type OpenShift = {
  id: ShiftId
  author: Author
  image: ShiftImage
  cashMinor: number
  foreign: Map<string, DrawerCash>
}

type Foreign = { currency: string; minor: number; bookMinor: number }

export type Shifts = {
  /** The shift of whoever takes a payment; `cashMinor` null: no cash. Null for who has no drawer. */
  take: (act: Act, cashMinor: number | null, foreign?: Foreign) => ShiftId | null
  /** What the safe had when the books began. */
  begin: (when: When) => void
  /** Counts the drawers of those whose turn ends. `all`: of everybody. */
  close: (when: When, all: boolean) => void
  /** Those that are open now stay so. */
  finish: () => void
}

/** The drawers of a demo hotel: those that are open, and who works on which. */
type Drawers = {
  bulk: Bulk
  diary: Diary
  books: () => Books
  terms: MoneyTerms
  seed: number
  currency: string
  accounts: DrawerAccounts
  open: Map<UserId, OpenShift>
  lent: Map<string, UserId>
}

export function createShifts(
  bulk: Bulk,
  diary: Diary,
  books: () => Books,
  terms: MoneyTerms,
  seed: number,
  currency: string,
): Shifts {
  const accounts = drawerAccounts(terms.chart.roles)
  if (!accounts) throw new Error('the chart has no accounts for a drawer')
  const open = new Map<UserId, OpenShift>()
  const drawers = { bulk, diary, books, terms, seed, currency, accounts, open, lent: new Map() }
  return {
    take: (act, cashMinor, foreign) => {
      const userId = userOf(drawers, act.author.actor)
      if (userId === undefined || !act.author.workstation.startsWith('DESK')) return null
      const shift = open.get(userId) ?? start(drawers, act, userId)
      shift.cashMinor += cashMinor ?? 0
      if (foreign) addForeign(shift, foreign)
      return shift.id
    },
    close: (when, all) => {
      const author = all ? diary.night : null
      const due = [...open.values()].filter(({ image }) => all || image.businessDate === diary.date(when.day))
      for (const shift of due) count(drawers, shift, when, author ?? shift.author)
    },
    begin: (when) => fillSafe(drawers, when),
    finish: () => {
      for (const { id, image } of open.values()) write(bulk, id, image, 1)
    },
  }
}

/** Where a store had its own users, each of the demo's people works on the drawer of one of them. */
function userOf({ terms, lent }: Drawers, login: string): UserId | undefined {
  const own = terms.users.get(login) ?? lent.get(login)
  if (own !== undefined) return own
  const users = [...terms.users.values()]
  const other = users[lent.size % Math.max(1, users.length)]
  if (other !== undefined) lent.set(login, other)
  return other
}

function start(drawers: Drawers, act: Act, userId: UserId): OpenShift {
  const { bulk, diary, books, terms, accounts, open } = drawers
  const { author, when } = act
  const id = bulk.nextId('shifts') as ShiftId
  const floatMinor = terms.price(moneyTruth.floatYuan)
  const image = newShift({
    userId,
    workstation: author.workstation,
    businessDate: diary.date(when.day),
    openedAt: diary.momentAt(when) as ShiftImage['openedAt'],
    floatMinor,
  })
  const told = { when, author, operation: 'shift.open' }
  const command = books().tell(told, 'shift', id, null, image)
  const shift = { id, author, image, cashMinor: floatMinor, foreign: new Map() }
  open.set(userId, shift)
  post(drawers, id, { ...told, command }, 'float', floatEntries(accounts, id, floatMinor))
  return shift
}

function addForeign(shift: OpenShift, { currency, minor, bookMinor }: Foreign): void {
  const cash = shift.foreign.get(currency) ?? { currency, units: 0, bookMinor: 0 }
  shift.foreign.set(currency, {
    currency,
    units: cash.units + minor,
    bookMinor: cash.bookMinor + bookMinor,
  })
}

/** What is over or short is booked, then the whole drawer goes to the safe, as the command does it. */
function count(drawers: Drawers, shift: OpenShift, when: When, author: Author): void {
  const { bulk, diary, books, terms, seed, currency, accounts, open } = drawers
  const overMinor = miscount(randomOf(seed, SHIFT, shift.id), shift.cashMinor, terms)
  const own = { currency, units: shift.cashMinor, bookMinor: shift.cashMinor }
  const cash = [own, ...shift.foreign.values()].map(
    (one): ClosedCash => ({
      ...one,
      countedUnits: one.units + (one === own ? overMinor : 0),
      overUnits: one === own ? overMinor : 0,
      overMinor: one === own ? overMinor : 0,
    }),
  )
  const ended = {
    closedAt: diary.momentAt(when) as ShiftImage['closedAt'],
    closedOn: diary.date(when.day),
    closedBy: author.actor,
    counted: Object.fromEntries(
      cash.map((one) => [one.currency, piecesOf(one.currency, one.countedUnits)]),
    ) as CashCount,
  }
  const image = countedShift(shift.image, ended, cash)
  const act: Act = { when, author, operation: 'shift.close' }
  const changed = difference(shift.image as never, image as never)
  const command = books().tell(act, 'shift', shift.id, changed?.before ?? null, changed?.after as object)
  const { over, up } = countEntries(accounts, shift.id, currency, cash)
  post(drawers, shift.id, { ...act, command }, 'over-short', over)
  post(drawers, shift.id, { ...act, command }, 'cash-up', up)
  write(bulk, shift.id, image, 2)
  open.delete(shift.image.userId)
}

/** A posting of cash that is on no folio. */
function post(
  { books }: Drawers,
  shiftId: ShiftId,
  act: Act,
  kind: PostingKind,
  sides: readonly Entry[],
): void {
  if (sides.some(({ amountMinor }) => amountMinor !== 0))
    books().post(null, act, { kind, lines: [], sides, shiftId })
}

/** What the safe had when the books began. */
function fillSafe({ terms, diary, books, accounts }: Drawers, when: When): void {
  const amountMinor = terms.price(moneyTruth.safeYuan)
  const sides = [
    { accountId: accounts.safe, amountMinor },
    { accountId: accountOfRole(terms.chart.roles, 'opening'), amountMinor: -amountMinor },
  ]
  const act = { when, author: diary.manager, operation: 'job.startDemo' }
  books().post(null, act, { kind: 'opening', lines: [], sides })
}

/** A second before the next turn begins. */
export const turnsEnd = [7 * HOUR - 1, 15 * HOUR - 1, 23 * HOUR - 1]

function miscount(random: Random, expectedMinor: number, { price }: MoneyTerms): number {
  if (!random.chance(moneyTruth.miscount)) return 0
  const amount = price(random.of([1, 2, 5, 10, 20, 50, 1, 5]))
  return random.chance(0.6) && expectedMinor > amount ? -amount : amount
}

/** An amount in as few pieces as there are faces for. */
function piecesOf(currency: string, minor: number): CashCount[string] {
  const counted: CashCount[string] = {}
  let left = Math.max(0, minor)
  for (const face of [...facesOf(currency), 1]) {
    const pieces = Math.floor(left / face)
    if (pieces > 0) counted[face] = pieces
    left -= pieces * face
  }
  return counted
}

function write(bulk: Bulk, id: ShiftId, image: ShiftImage, version: number): void {
  bulk.into.shifts({ id, ...shiftColumns(image), version })
}
