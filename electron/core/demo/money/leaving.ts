/** A guest of a demo hotel pays and leaves: what is still to be charged, what is given off, who pays which window, the folio closed. */
import { difference } from '#shared/domain/change/change.ts'
import type { CodeRole } from '#shared/domain/folio/chart.ts'
import { codeOfRole } from '#shared/domain/folio/chart-of-hotel.ts'
import { earlyDepartureFee, policyOf } from '#shared/domain/folio/fee.ts'
import { negationOf } from '#shared/domain/folio/posting.ts'
import { shareLine } from '#shared/domain/folio/share-line.ts'
import { dueOfDayUse } from '#shared/domain/stay/day-use-price.ts'
import { usualTerms } from '#shared/domain/stay/terms.ts'
import { dayUseOrigin } from '../../booking/public.ts'
import { allowanceLine, routedLines } from '../../folio/public.ts'
import { departureOf, type Stay, type StayDayUse } from '../stay.ts'
import { type Bill, balanceOf, securedOf } from './bill.ts'
import type { Act } from './books.ts'
import { charge, type Item, itemOf, linesOf } from './charging.ts'
import type { MoneyDesk } from './desk.ts'
import { askFapiao } from './fapiao.ts'
import { applyDeposit, endHold, refundDeposit } from './holding.ts'
import { clock, issueInvoices } from './papers.ts'
import { drawWay, payAbroad, payOn, payOnAccount } from './paying.ts'
import { moneyTruth } from './terms.ts'

const HOUR = 3600
/** From then on who leaves pays for it, half of the time. */
const LATE = 12.2 * HOUR

/** All that happens to a folio when its guest leaves; false where the guest is gone without paying. */
export function leave(desk: MoneyDesk, bill: Bill, act: Act, skips: boolean): boolean {
  chargeRest(desk, bill, act)
  payEarlyFee(desk, bill, act)
  if (bill.random.chance(moneyTruth.allowance)) allow(desk, bill, act)
  if (bill.random.chance(moneyTruth.shared)) share(desk, bill, act)
  if (skips && balanceOf(bill) > securedOf(bill)) {
    skip(desk, bill, act)
    return false
  }
  settle(desk, bill, act)
  issueInvoices(desk, bill, act)
  askFapiao(desk, bill, act)
  close(desk, bill, act)
  return true
}

/** What was found at the check-out: the minibar, parking, washing, a stay of a day. */
function chargeRest(desk: MoneyDesk, bill: Bill, act: Act): void {
  const stay = bill.stay as Stay
  const items: Item[] = []
  if (stay.dayUse) {
    chargeDayUse(desk, bill, act, stay.dayUse)
    return
  }
  for (const code of bill.wants) if (!bill.had.has(code)) items.push(itemOf(desk, bill, code))
  for (const { code } of items) bill.had.add(code as never)
  if (act.when.seconds > LATE && bill.random.chance(0.5))
    items.push({ code: 'LATECO', unitMinor: desk.terms.price(120) })
  charge(desk, bill, { ...act, operation: 'folio.charge' }, items)
}

/** The hours that were booked, and those begun since, each by its origin as the desk posts them. */
function chargeDayUse(desk: MoneyDesk, bill: Bill, act: Act, { image }: StayDayUse): void {
  const { id, arrival } = bill.stay as Stay
  const date = desk.diary.date(arrival)
  const time = clock(act.when.seconds)
  const due = dueOfDayUse(image, date, { date, time }, usualTerms, { price: false, hours: 0 })
  const origin = dayUseOrigin(id)
  const hours = { minor: due.priceMinor, origin, text: `${image.from}–${image.to}` }
  const over = { minor: due.overtimeMinor, origin: `${origin}:0-${due.hours}`, text: `${image.to}–${time}` }
  for (const part of [hours, over])
    if (part.minor > 0) postByRole(desk, bill, { ...act, operation: 'stay.postCharge' }, 'day-use', part)
}

/** Nights that are given up cost what the policy says. */
function payEarlyFee(desk: MoneyDesk, bill: Bill, act: Act): void {
  const stay = bill.stay as Stay
  const { chart, policies } = desk.terms
  const policy = policyOf(policies, desk.world.house.plans[stay.plan].id)
  const code = codeOfRole(chart, 'early-departure')
  if (!policy || !code || departureOf(stay) >= stay.arrival + bill.planned.length) return
  const nights = bill.planned.map(({ rateMinor }, at) => ({
    date: desk.diary.date(stay.arrival + at),
    rateMinor,
  }))
  const booking = { arrival: desk.diary.date(stay.arrival), nights }
  const { feeMinor } = earlyDepartureFee(policy.terms, booking, desk.diary.date(act.when.day))
  if (feeMinor <= 0) return
  postFee(desk, bill, act, 'early-departure', feeMinor)
}

/** A fee by its code, once for a booking. */
export function postFee(
  desk: MoneyDesk,
  bill: Bill,
  act: Act,
  kind: 'early-departure' | 'no-show' | 'cancellation',
  feeMinor: number,
): void {
  const origin = `fee:${bill.image.bookingId}:${kind}`
  postByRole(desk, bill, { ...act, operation: 'folio.postFee' }, kind, { minor: feeMinor, origin })
}

function postByRole(
  desk: MoneyDesk,
  bill: Bill,
  act: Act,
  role: CodeRole,
  { minor, origin, text = '' }: { minor: number; origin: string; text?: string },
): void {
  const code = codeOfRole(desk.terms.chart, role)
  if (!code) return
  const own = linesOf(desk, bill, act.when.day, { code: code.code, unitMinor: minor, text })
  const lines = routedLines(desk.terms.chart, bill.image, own)
  const posted = desk.books.post(bill, act, { kind: 'fee', lines, origin })
  bill.charges.push(...posted.lines.filter(({ folioId }) => folioId === bill.id))
}

/** Something off the last night, with a reason, by the manager. */
export function allow(desk: MoneyDesk, bill: Bill, { when }: Pick<Act, 'when'>): void {
  const { chart } = desk.terms
  const line = bill.charges.findLast(
    ({ codeId, grossMinor }) => codeId === codeOfRole(chart, 'room')?.id && grossMinor > 0,
  )
  const code = [...chart.codes.values()].find(({ kind, group }) => kind === 'allowance' && group === 'room')
  if (!line || !code || line.window !== 1) return
  const reason = bill.random.of(desk.world.words.money.allowance)
  const amountMinor = Math.min(line.grossMinor, desk.terms.price(bill.random.of([50, 80, 100, 150])))
  const act = { when, author: desk.diary.manager, operation: 'folio.allow', reason }
  desk.books.post(bill, act, {
    kind: 'allowance',
    lines: [allowanceLine(line, code.id, amountMinor, reason)],
    reason,
  })
}

/** A dinner that two who share the room pay in halves, each on a window. */
function share(desk: MoneyDesk, bill: Bill, act: Act): void {
  const stay = bill.stay as Stay
  // Who has an own bill pays there
  const companion = bill.sharer ? undefined : stay.companions[0]
  const line = bill.charges.find(
    ({ codeId, window, grossMinor }) =>
      window === 1 && grossMinor > 0 && codeId === desk.terms.code('REST').id,
  )
  if (companion === undefined || !line) return
  const parts = shareLine({ ...line, about: line.id }, [1, 1])
  if (!parts.ok) return
  const payee = { guestId: companion, accountId: null, name: '', address: '', taxNo: '', email: '' }
  const windows = { ...bill.image.windows, 3: payee }
  const { seq } = desk.books.post(
    bill,
    { ...act, operation: 'folio.split' },
    {
      kind: 'split',
      lines: [
        negationOf(line),
        ...parts.value.map(({ id: _id, postingId: _posting, businessDate: _date, ...part }, at) => ({
          ...part,
          window: at === 0 ? 1 : 3,
        })),
      ],
    },
  )
  const found = difference(bill.image as never, { ...bill.image, windows } as never)
  const told = { ...act, operation: 'folio.split', command: seq }
  if (found) desk.books.tell(told, 'folio', bill.id, found.before, found.after as object, stay.id)
  bill.image = { ...bill.image, windows }
  bill.version += 1
}

/** Everything that a folio owes is paid: by its accounts, by what it holds, and by the guest. */
export function settle(desk: MoneyDesk, bill: Bill, act: Act): void {
  const { random } = bill
  for (const [window, { accountId }] of Object.entries(bill.image.windows))
    if (accountId !== null)
      payOnAccount(desk, bill, { ...act, operation: 'folio.pay' }, Number(window), accountId)
  const applies = random.chance(moneyTruth.keyDepositApplied)
  for (const held of bill.deposits)
    if (held.image.kind === 'deposit' || applies) applyDeposit(desk, bill, act, held, 1)
  const capture = random.chance(0.8)
  for (const hold of bill.holds) endHold(desk, bill, act, hold, capture)
  payRest(desk, bill, { ...act, operation: 'folio.pay' })
  const lost = random.chance(moneyTruth.slipLost)
  for (const held of bill.deposits) refundDeposit(desk, bill, act, held, held.image.kind === 'key' && lost)
}

function payRest(desk: MoneyDesk, bill: Bill, act: Act): void {
  const { random, pay } = bill
  const nationality = nationalityOf(desk, bill)
  if (pay.method === 'cash' && nationality === 'USA' && balanceOf(bill, 1) > 0 && random.chance(0.5))
    payAbroad(desk, bill, act, 'USD')
  for (const window of [1, 2, 3]) {
    const owed = balanceOf(bill, window)
    if (owed === 0) continue
    const way = window === 1 ? pay : drawWay(random, desk.ways, nationality)
    if (window === 1 && owed > desk.terms.price(200) && random.chance(moneyTruth.twoMethods)) {
      const part = Math.floor(owed / 20_000) * 10_000
      payOn(desk, bill, act, drawWay(random, desk.ways, nationality), window, part)
    }
    const rest = balanceOf(bill, window)
    const isRefund = rest < 0
    payOn(desk, bill, isRefund ? { ...act, operation: 'folio.refund' } : act, way, window, rest)
  }
}

export function nationalityOf({ world }: MoneyDesk, { image: { guestId } }: Bill): string {
  return guestId === null ? '' : world.population.get(guestId).nationality
}

export function close(desk: MoneyDesk, bill: Bill, act: Act): void {
  if (balanceOf(bill) !== 0) throw new Error(`folio ${bill.id} is closed with ${balanceOf(bill)}`)
  const closedOn = desk.diary.date(act.when.day)
  desk.books.tell(
    { ...act, operation: 'folio.settle' },
    'folio',
    bill.id,
    { status: 'open', closedOn: null },
    { status: 'closed', closedOn },
    bill.image.bookingId,
  )
  bill.image = { ...bill.image, status: 'closed', closedOn }
  bill.version += 1
}

export function reopen(desk: MoneyDesk, bill: Bill, act: Act): void {
  const { closedOn } = bill.image
  desk.books.tell(
    { ...act, operation: 'folio.reopen' },
    'folio',
    bill.id,
    { status: 'closed', closedOn },
    { status: 'open', closedOn: null },
    bill.image.bookingId,
  )
  bill.image = { ...bill.image, status: 'open', closedOn: null }
  bill.version += 1
}

/** The guest is gone 跑单: what is held pays a part, the rest stays open. */
function skip(desk: MoneyDesk, bill: Bill, act: Act): void {
  for (const held of bill.deposits) applyDeposit(desk, bill, act, held, 1)
  for (const hold of bill.holds) endHold(desk, bill, act, hold, false)
  for (const held of bill.deposits) refundDeposit(desk, bill, act, held)
  const skippedOn = desk.diary.date(act.when.day)
  desk.books.tell(
    { ...act, operation: 'folio.markSkipped' },
    'folio',
    bill.id,
    { skippedOn: null },
    { skippedOn },
    bill.image.bookingId,
  )
  bill.image = { ...bill.image, skippedOn }
  bill.version += 1
}
