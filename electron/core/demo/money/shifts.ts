/**
 * Cashiers' shifts: a drawer is opened with the first payment that somebody takes, and counted at the end of their turn; what is
 * above the float goes to the safe. The audit closes what is still open.
 */
import { type Random, randomOf } from '#core/demo/data/random.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { facesOf } from '#shared/domain/folio/denominations.ts'
import { accountOfRole } from '#shared/domain/folio/journal.ts'
import type { Entry } from '#shared/domain/folio/posting.ts'
import type { CashCount, ShiftImage } from '#shared/domain/folio/shift.ts'
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
  foreign: Map<string, { minor: number; bookMinor: number }>
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

export function createShifts(
  bulk: Bulk,
  diary: Diary,
  books: () => Books,
  terms: MoneyTerms,
  seed: number,
  currency: string,
): Shifts {
  const open = new Map<UserId, OpenShift>()
  const lent = new Map<string, UserId>()
  const usual = terms.price(moneyTruth.floatYuan)

  /** Where a store had its own users, each of the demo's people works on the drawer of one of them. */
  function userOf(login: string): UserId | undefined {
    const own = terms.users.get(login) ?? lent.get(login)
    if (own !== undefined) return own
    const users = [...terms.users.values()]
    const other = users[lent.size % Math.max(1, users.length)]
    if (other !== undefined) lent.set(login, other)
    return other
  }

  function start(act: Act, userId: UserId): OpenShift {
    const { author, when } = act
    const id = bulk.nextId('shifts') as ShiftId
    const image: ShiftImage = {
      userId,
      workstation: author.workstation,
      businessDate: diary.date(when.day),
      openedAt: diary.momentAt(when) as ShiftImage['openedAt'],
      floatMinor: usual,
      status: 'open',
      closedAt: null,
      closedOn: null,
      closedBy: null,
      counted: null,
      expectedMinor: null,
      overMinor: null,
      droppedMinor: 0,
    }
    const told = { when, author, operation: 'shift.open' }
    const command = books().tell(told, 'shift', id, null, image)
    const shift = { id, author, image, cashMinor: usual, foreign: new Map() }
    open.set(userId, shift)
    if (usual > 0) move(shift, { ...told, command }, 'float', 'safe', [{ amountMinor: usual }])
    return shift
  }

  /** What is over or short is booked, then the whole drawer goes to the safe, as the command does it. */
  function count(shift: OpenShift, when: When, author: Author): void {
    const random = randomOf(seed, SHIFT, shift.id)
    const foreignBook = [...shift.foreign.values()].reduce((sum, { bookMinor }) => sum + bookMinor, 0)
    const overMinor = miscount(random, shift.cashMinor, terms)
    const countedMinor = shift.cashMinor + overMinor
    const counted: CashCount = { [currency]: piecesOf(currency, countedMinor) }
    for (const [foreign, { minor }] of shift.foreign) counted[foreign] = piecesOf(foreign, minor)
    const ended = {
      status: 'closed' as const,
      closedAt: diary.momentAt(when) as ShiftImage['closedAt'],
      closedOn: diary.date(when.day),
      closedBy: author.actor,
      counted,
      expectedMinor: shift.cashMinor + foreignBook,
      overMinor,
    }
    const act: Act = { when, author, operation: 'shift.close' }
    const none = { closedAt: null, closedOn: null, closedBy: null, counted: null }
    const before = { status: 'open', ...none, expectedMinor: null, overMinor: null }
    const command = books().tell(act, 'shift', shift.id, before, ended)
    if (overMinor !== 0)
      move(shift, { ...act, command }, 'over-short', 'over-short', [{ amountMinor: overMinor }])
    const abroad = [...shift.foreign].map(([foreign, { minor, bookMinor }]) => ({
      amountMinor: -bookMinor,
      currency: foreign,
      foreignMinor: -minor,
    }))
    move(shift, { ...act, command }, 'cash-up', 'safe', [{ amountMinor: -countedMinor }, ...abroad])
    write(bulk, shift.id, { ...shift.image, ...ended }, 2)
    open.delete(shift.image.userId)
  }

  type Moved = { amountMinor: number; currency?: string; foreignMinor?: number }

  /** Cash that goes into a drawer from another account, or out of it below zero. */
  function move(
    shift: OpenShift,
    act: Act,
    kind: 'float' | 'over-short' | 'cash-up',
    role: 'safe' | 'over-short',
    moved: readonly Moved[],
  ): void {
    const { roles } = terms.chart
    const sides = moved
      .filter(({ amountMinor, foreignMinor }) => amountMinor !== 0 || foreignMinor)
      .flatMap(({ amountMinor, currency: of, foreignMinor }): Entry[] => {
        const there = of === undefined || foreignMinor === undefined ? {} : { currency: of, foreignMinor }
        const back =
          of === undefined || foreignMinor === undefined ? {} : { currency: of, foreignMinor: -foreignMinor }
        return [
          { accountId: accountOfRole(roles, 'cash'), amountMinor, shiftId: shift.id, ...there },
          { accountId: accountOfRole(roles, role), amountMinor: -amountMinor, ...back },
        ]
      })
    if (sides.length > 0) books().post(null, act, { kind, lines: [], sides, shiftId: shift.id })
  }

  return {
    take: (act, cashMinor, foreign) => {
      const userId = userOf(act.author.actor)
      if (userId === undefined || !act.author.workstation.startsWith('DESK')) return null
      const shift = open.get(userId) ?? start(act, userId)
      shift.cashMinor += cashMinor ?? 0
      if (foreign) {
        const cash = shift.foreign.get(foreign.currency) ?? { minor: 0, bookMinor: 0 }
        const { minor, bookMinor } = foreign
        shift.foreign.set(foreign.currency, {
          minor: cash.minor + minor,
          bookMinor: cash.bookMinor + bookMinor,
        })
      }
      return shift.id
    },
    close: (when, all) => {
      const author = all ? diary.night : null
      const due = [...open.values()].filter(({ image }) => all || image.businessDate === diary.date(when.day))
      for (const shift of due) count(shift, when, author ?? shift.author)
    },
    begin: (when) => {
      const { roles } = terms.chart
      const amountMinor = terms.price(moneyTruth.safeYuan)
      const sides = [
        { accountId: accountOfRole(roles, 'safe'), amountMinor },
        { accountId: accountOfRole(roles, 'opening'), amountMinor: -amountMinor },
      ]
      const act = { when, author: diary.manager, operation: 'job.startDemo' }
      books().post(null, act, { kind: 'opening', lines: [], sides })
    },
    finish: () => {
      for (const { id, image } of open.values()) write(bulk, id, image, 1)
    },
  }
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
  bulk.into.shifts({
    id,
    user_id: image.userId,
    workstation: image.workstation,
    business_date: image.businessDate,
    opened_at: image.openedAt,
    float_minor: image.floatMinor,
    status: image.status,
    closed_at: image.closedAt,
    closed_on: image.closedOn,
    closed_by: image.closedBy,
    counted: image.counted && JSON.stringify(image.counted),
    expected_minor: image.expectedMinor,
    over_minor: image.overMinor,
    dropped_minor: image.droppedMinor,
    version,
  })
}
