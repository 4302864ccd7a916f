/**
 * Cashiers' shifts: a drawer is opened with the first payment that somebody takes, and counted at the end of their turn; what is
 * above the float goes to the safe. The audit closes what is still open.
 */
import { type Random, randomOf } from '#core/demo/data/random.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { accountOfRole } from '#shared/domain/folio/journal.ts'
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
  foreign: Map<string, number>
}

export type Shifts = {
  /** The shift of whoever takes a payment; `cashMinor` null: no cash. Null for who has no drawer. */
  take: (act: Act, cashMinor: number | null, foreign?: { currency: string; minor: number }) => ShiftId | null
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
  const open = new Map<string, OpenShift>()
  const floats = new Map<string, number>()
  const usual = terms.price(moneyTruth.floatYuan)

  function start(act: Act, userId: UserId): OpenShift {
    const { author, when } = act
    const id = bulk.nextId('shifts') as ShiftId
    const image: ShiftImage = {
      userId,
      workstation: author.workstation,
      businessDate: diary.date(when.day),
      openedAt: diary.momentAt(when) as ShiftImage['openedAt'],
      floatMinor: floats.get(author.actor) ?? usual,
      status: 'open',
      closedAt: null,
      closedOn: null,
      counted: null,
      expectedMinor: null,
      overMinor: null,
      droppedMinor: 0,
    }
    if (!floats.has(author.actor)) fillDrawer(act, usual)
    books().tell({ when, author, operation: 'shift.open' }, 'shift', id, null, image)
    const shift = { id, author, image, cashMinor: 0, foreign: new Map() }
    open.set(author.actor, shift)
    return shift
  }

  /** The first float of a drawer comes from what the books began with. */
  function fillDrawer(act: Act, amountMinor: number): void {
    floats.set(act.author.actor, amountMinor)
    const { roles } = terms.chart
    books().post(
      null,
      { ...act, operation: 'shift.open' },
      {
        kind: 'opening',
        lines: [],
        sides: [
          { accountId: accountOfRole(roles, 'cash'), amountMinor },
          { accountId: accountOfRole(roles, 'opening'), amountMinor: -amountMinor },
        ],
      },
    )
  }

  function count(shift: OpenShift, when: When, author: Author): void {
    const random = randomOf(seed, SHIFT, shift.id)
    const expectedMinor = shift.image.floatMinor + shift.cashMinor
    const overMinor = miscount(random, expectedMinor, terms)
    const countedMinor = expectedMinor + overMinor
    const droppedMinor = Math.max(0, countedMinor - usual)
    floats.set(shift.author.actor, countedMinor - droppedMinor)
    const counted: CashCount = { [currency]: pieces(countedMinor, terms.price(100)) }
    for (const [foreign, minor] of shift.foreign) counted[foreign] = pieces(minor, 10_000)
    const after: ShiftImage = {
      ...shift.image,
      status: 'closed',
      closedAt: diary.momentAt(when) as ShiftImage['closedAt'],
      closedOn: diary.date(when.day),
      counted,
      expectedMinor,
      overMinor,
      droppedMinor,
    }
    const { status, closedAt, closedOn } = after
    const act = { when, author, operation: 'shift.close' }
    const { status: was, ...none } = { status: 'open', closedAt: null, closedOn: null }
    const command = books().tell(
      act,
      'shift',
      shift.id,
      { status: was, ...none, counted: null, expectedMinor: null, overMinor: null, droppedMinor: 0 },
      { status, closedAt, closedOn, counted, expectedMinor, overMinor, droppedMinor },
    )
    write(bulk, shift.id, after, 2)
    move(shift, { ...act, command }, 'over-short', overMinor)
    move(shift, { ...act, command }, 'drop', droppedMinor)
    open.delete(shift.author.actor)
  }

  /** What was over goes into the drawer, what is dropped leaves it for the safe. */
  function move(shift: OpenShift, act: Act, kind: 'over-short' | 'drop', amountMinor: number): void {
    if (amountMinor === 0) return
    const { roles } = terms.chart
    const intoDrawer = kind === 'drop' ? -amountMinor : amountMinor
    const other = accountOfRole(roles, kind === 'drop' ? 'safe' : 'over-short')
    books().post(null, act, {
      kind,
      lines: [],
      sides: [
        { accountId: accountOfRole(roles, 'cash'), amountMinor: intoDrawer, shiftId: shift.id },
        { accountId: other, amountMinor: -intoDrawer },
      ],
      shiftId: shift.id,
    })
  }

  return {
    take: (act, cashMinor, foreign) => {
      const userId = terms.users.get(act.author.actor)
      if (userId === undefined || !act.author.workstation.startsWith('DESK')) return null
      const shift = open.get(act.author.actor) ?? start(act, userId)
      shift.cashMinor += cashMinor ?? 0
      if (foreign)
        shift.foreign.set(foreign.currency, (shift.foreign.get(foreign.currency) ?? 0) + foreign.minor)
      return shift.id
    },
    close: (when, all) => {
      const author = all ? diary.night : null
      const due = [...open.values()].filter(({ image }) => all || image.businessDate === diary.date(when.day))
      for (const shift of due) count(shift, when, author ?? shift.author)
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

/** An amount in as few pieces as there are faces for: 100, 50, 20, 10, 5, 1, and coins. */
function pieces(minor: number, note: number): CashCount[string] {
  const counted: CashCount[string] = {}
  let left = Math.max(0, minor)
  for (const share of [1, 0.5, 0.2, 0.1, 0.05, 0.01, 0.005, 0.001, 0]) {
    const face = share === 0 ? 1 : note * share
    if (!Number.isInteger(face) || left < face) continue
    const number = Math.floor(left / face)
    counted[face] = number
    left -= number * face
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
    counted: image.counted && JSON.stringify(image.counted),
    expected_minor: image.expectedMinor,
    over_minor: image.overMinor,
    dropped_minor: image.droppedMinor,
    version,
  })
}
