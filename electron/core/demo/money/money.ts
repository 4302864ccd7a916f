/** The money of a demo hotel, hung on the course of its bookings: what is taken, charged, posted at night, paid and closed. */

import { convertMoney } from '#shared/domain/folio/convert.ts'
import { cancellationFee, noShowFee, policyOf } from '#shared/domain/folio/fee.ts'
import { limitState } from '#shared/domain/folio/limit.ts'
import type { Currency } from '#shared/values/index.ts'
import type { Author, When } from '../diary.ts'
import { departureOf, type Stay } from '../stay.ts'
import type { World } from '../world.ts'
import { accountsOf, type HouseAccounts } from './accounts.ts'
import { type Bill, balanceOf, securedOf } from './bill.ts'
import { type Act, createBooks } from './books.ts'
import { charge, correct, drawWants, itemOf, linesOf, postNight } from './charging.ts'
import type { Money, MoneyHappened, PostedNight } from './course.ts'
import type { MoneyDesk } from './desk.ts'
import { writeFapiao } from './fapiao.ts'
import { refundDeposit, takeDeposit, takeHold } from './holding.ts'
import { allow, close, leave, nationalityOf, postFee, reopen, settle } from './leaving.ts'
import { createNumbers } from './numbers.ts'
import { moneyRandom, openBill, paysAlone } from './opening.ts'
import { clock } from './papers.ts'
import { cardOf, payOn, payOutOf, payWays } from './paying.ts'
import type { MoneyHotel, MoneyTerms } from './set-up.ts'
import { leaveSharer, openSharer } from './sharing.ts'
import { createShifts, turnsEnd } from './shifts.ts'
import { type ExtraCode, moneyTruth } from './terms.ts'

const HOUR = 3600
/** After the last no-show, before midnight. */
const AUDIT = 24 * HOUR - 90

const nothing = () => undefined
/** Of a store that has a chart of its own. */
export const noMoney: Money = {
  happened: { waived: [], skipped: [], sharers: [] },
  openDay: nothing,
  booked: nothing,
  arrived: nothing,
  leaves: nothing,
  ended: nothing,
  takeOver: nothing,
  closeDay: nothing,
  nightOf: () => ({ nights: 0, roomMinor: 0 }),
  finish: nothing,
}

type Keeper = MoneyDesk & { happened: MoneyHappened; skips: number[]; accounts: HouseAccounts }

export function createMoney(world: World, terms: MoneyTerms, hotel: MoneyHotel): Money {
  const { bulk, diary, seed, takeover, today, agenda } = world
  const { currency, country } = hotel
  const books = createBooks(bulk, diary, terms, currency)
  const shifts = createShifts(bulk, diary, () => books, terms, seed, currency)
  const numbers = createNumbers(bulk, terms.series)
  const base = {
    world,
    bulk,
    diary,
    terms,
    currency,
    books,
    shifts,
    numbers,
    hotel,
    ways: payWays(country, terms.chart.settings.cashAllowed),
    bills: new Map<number, Bill>(),
    owing: new Map(),
    fapiao: [],
    convert: (minor: number, rate: string, from: string) =>
      convertMoney(minor, rate, from as Currency, currency as Currency) ?? 0,
  }
  shifts.begin(takeover)
  const accounts = accountsOf(base, takeover)
  const keeper: Keeper = {
    ...base,
    masters: accounts.masters,
    accounts,
    happened: { waived: [], skipped: [], sharers: [] },
    skips: moneyTruth.skippers.map((ago) => today.day - ago).filter((day) => day > takeover.day + 30),
  }
  let posted = { day: 0, nights: 0, roomMinor: 0 }
  return {
    happened: keeper.happened,
    openDay: (day) => {
      if (day < takeover.day) return
      for (const seconds of turnsEnd)
        agenda.add(day, seconds, (now) => shifts.close({ day, seconds: now }, false))
      agenda.add(day, AUDIT, (now) => {
        posted = { day, ...audit(keeper, { day, seconds: now }) }
      })
      accounts.openDay(keeper, day)
    },
    booked: (stay, made) => planDeposit(keeper, stay, made),
    arrived: (stay, when, author) => arrive(keeper, stay, when, author),
    leaves: (stay, when, author) => leaveHouse(keeper, stay, when, author),
    ended: (stay, when) => end(keeper, stay, when),
    takeOver: () => {
      for (const stay of world.open.values()) if (stay.status === 'in-house') takeOver(keeper, stay)
    },
    nightOf: (day) => {
      const { nights, roomMinor } = posted.day === day ? posted : { nights: 0, roomMinor: 0 }
      return { nights, roomMinor }
    },
    closeDay: (day) => {
      if (day >= takeover.day && day < today.day) books.closeDay(day)
    },
    finish: () => {
      shifts.finish()
      books.closeDay(today.day)
      books.finish()
      writeFapiao(keeper)
      numbers.finish()
    },
  }
}

/** A deposit that was asked for comes in by its day, mostly. */
function planDeposit(keeper: Keeper, stay: Stay, made: When): void {
  const { world, terms, diary } = keeper
  const { depositMinor, depositDueOn } = stay
  if (depositMinor === null || depositDueOn === null) return
  const random = moneyRandom(world.seed, stay.id, 1)
  const day = random.between(Math.min(made.day + 1, depositDueOn), depositDueOn)
  const seconds = random.between(9 * HOUR, 20 * HOUR)
  if (!random.chance(moneyTruth.depositPaid)) return
  world.agenda.add(day, seconds, (now) => {
    if (stay.written || stay.status !== 'confirmed' || !stay.logged || stay.arrival <= day) return
    const when = { day, seconds: now }
    const act = { when, author: diary.cashier(random, when), operation: 'deposit.take' }
    const bill = keeper.bills.get(stay.id) ?? openBill(keeper, stay, act)
    const own = bill.pay
    const pay = own.method === 'cash' ? { ...own, method: 'transfer' as const } : own
    takeDeposit(keeper, bill, act, 'deposit', depositMinor || terms.price(moneyTruth.keyDepositYuan), pay)
  })
}

function arrive(keeper: Keeper, stay: Stay, when: When, author: Author): void {
  if (!stay.logged || when.day < keeper.world.takeover.day) return
  const act = { when, author, operation: 'deposit.take' }
  const bill = keeper.bills.get(stay.id) ?? openBill(keeper, stay, act)
  bill.planned = stay.nights
  bill.wants = drawWants(bill)
  secure(keeper, bill, act)
  const shares = openSharer(keeper, bill, act)
  if (shares) keeper.happened.sharers.push(shares)
  planPaidOut(keeper, bill, when.day)
  planDay(keeper, bill, when.day, when.seconds)
}

/** The desk pays a taxi for a guest, in cash, on the evening after the arrival. */
function planPaidOut(keeper: Keeper, bill: Bill, arrived: number): void {
  const { world, diary, terms } = keeper
  const code = [...terms.chart.codes.values()].find(({ kind }) => kind === 'paid-out')
  const random = moneyRandom(world.seed, bill.image.bookingId as number, 4)
  if (!code || !terms.chart.settings.cashAllowed || !random.chance(moneyTruth.paidOut)) return
  const day = arrived + 1
  world.agenda.add(day, random.between(17 * HOUR, 19 * HOUR), (now) => {
    if (bill.stay?.status !== 'in-house') return
    const when = { day, seconds: now }
    const reason = world.words.money.taxi
    const act = { when, author: diary.cashier(random, when), operation: 'folio.payOut', reason }
    payOutOf(keeper, bill, act, code, terms.price(random.between(30, 120)))
  })
}

/** A 押金 by the length of the stay, or the card authorised for it all. */
function secure(keeper: Keeper, bill: Bill, act: Act): void {
  const { random, pay, planned } = bill
  const drawn = random.next()
  if (!paysAlone(bill)) return
  const usual = keeper.terms.chart.settings.keyDepositMinor
  if (pay.method === 'card') {
    const whole = planned.reduce((sum, { rateMinor }) => sum + rateMinor, usual)
    if (drawn < moneyTruth.hold) takeHold(keeper, bill, act, whole)
    return
  }
  if (drawn >= moneyTruth.keyDeposit) return
  const key = pay.method === 'transfer' ? { ...pay, method: 'wechat' as const } : pay
  takeDeposit(keeper, bill, act, 'key', usual * Math.max(1, Math.ceil(planned.length / 3)), key)
}

/** When on a day what is bought; `chance`: on each day of the stay. `later`: not on the day of arrival. */
const habits: readonly { code: ExtraCode; from: number; to: number; chance: number; later: boolean }[] = [
  { code: 'BRKF', from: 7, to: 9.4, chance: 0.75, later: true },
  { code: 'LAUN', from: 9.5, to: 11, chance: 0.4, later: true },
  { code: 'MINI', from: 10, to: 12, chance: 0.45, later: true },
  { code: 'TEL', from: 9, to: 20, chance: 0.5, later: false },
  { code: 'SHOP', from: 10, to: 20, chance: 0.5, later: false },
  { code: 'REST', from: 18, to: 21, chance: 0.45, later: false },
  { code: 'BAR', from: 20, to: 22.5, chance: 0.4, later: false },
]

function planDay(keeper: Keeper, bill: Bill, day: number, after: number): void {
  const stay = bill.stay as Stay
  const { agenda } = keeper.world
  for (const { code, from, to, chance, later } of habits) {
    if (!bill.wants.has(code) || !bill.random.chance(chance)) continue
    const seconds = bill.random.between(from * HOUR, to * HOUR)
    if (seconds <= after || (later && day === stay.arrival)) continue
    agenda.add(day, seconds, (now) => buy(keeper, bill, { day, seconds: now }, code))
  }
}

function buy(keeper: Keeper, bill: Bill, when: When, code: ExtraCode): void {
  const stay = bill.stay as Stay
  if (stay.status !== 'in-house' || bill.image.status === 'closed') return
  if (stateOf(keeper, bill) === 'over') return
  const { random } = bill
  const act = { when, author: keeper.diary.cashier(random, when), operation: 'folio.charge' }
  const item = itemOf(keeper, bill, code)
  bill.had.add(code)
  const isWrong = (code === 'REST' || code === 'MINI') && random.chance(moneyTruth.correction)
  if (!isWrong) {
    charge(keeper, bill, act, [item])
    return
  }
  const wrong = charge(keeper, bill, act, [{ ...item, quantity: 2000 }])
  const seconds = when.seconds + random.between(120, 900)
  if (!wrong || seconds > AUDIT - 60) return
  keeper.world.agenda.add(when.day, seconds, (now) => {
    if (bill.image.status === 'closed' || stay.status !== 'in-house') return
    const at = { day: when.day, seconds: now }
    const author = keeper.diary.cashier(random, at)
    const reason = random.of(keeper.world.words.money.wrong)
    correct(keeper, bill, { when: at, author, operation: 'folio.correct', reason }, wrong)
    charge(keeper, bill, { when: at, author, operation: 'folio.charge' }, [item])
  })
}

function stateOf({ terms }: Keeper, bill: Bill) {
  const { creditLimitMinor, warnPercent } = terms.chart.settings
  return limitState({
    balanceMinor: balanceOf(bill),
    securedMinor: securedOf(bill),
    limitMinor: bill.image.creditLimitMinor ?? creditLimitMinor,
    warnPercent,
  })
}

/** Room and tax of everybody who stays, who owes too much is asked to pay, and the drawers that are still open are counted. */
function audit(keeper: Keeper, when: When): PostedNight {
  const { diary, bills, shifts } = keeper
  const act = { when, author: diary.night, operation: 'folio.postRoom' }
  const posted = { nights: 0, roomMinor: 0 }
  for (const bill of bills.values()) {
    const stay = bill.stay as Stay
    if (stay.status !== 'in-house' || when.day < stay.arrival || when.day >= departureOf(stay)) continue
    posted.nights += 1
    posted.roomMinor += postNight(keeper, bill, act, when.day)
    for (const one of bill.sharer ? [bill, bill.sharer] : [bill])
      if (stateOf(keeper, one) !== 'within' && one.random.chance(moneyTruth.interim))
        planInterim(keeper, one, when.day + 1)
    planDay(keeper, bill, when.day + 1, 0)
  }
  shifts.close(when, true)
  return posted
}

function planInterim(keeper: Keeper, bill: Bill, day: number): void {
  const seconds = bill.random.between(17 * HOUR, 21 * HOUR)
  keeper.world.agenda.add(day, seconds, (now) => {
    const owed = balanceOf(bill, 1)
    if (bill.stay?.status !== 'in-house' || owed <= 0) return
    const when = { day, seconds: now }
    const author = keeper.diary.cashier(bill.random, when)
    payOn(keeper, bill, { when, author, operation: 'folio.pay' }, bill.pay, 1, owed)
  })
}

function leaveHouse(keeper: Keeper, stay: Stay, when: When, author: Author): void {
  const bill = keeper.bills.get(stay.id)
  if (!bill) return
  const act = { when, author, operation: 'folio.settle' }
  if (bill.sharer) leaveSharer(keeper, bill.sharer, act)
  const [next] = keeper.skips
  const skips =
    next !== undefined &&
    when.day >= next &&
    paysAlone(bill) &&
    bill.deposits.length > 0 &&
    stay.nights.length > 1
  const paid = leave(keeper, bill, act, skips)
  if (!paid) {
    keeper.skips.shift()
    keeper.happened.skipped.push(stay.id)
  }
}

function end(keeper: Keeper, stay: Stay, when: When): void {
  if (!stay.logged || when.day < keeper.world.takeover.day) return
  if (stay.status === 'cancelled' || stay.status === 'no-show') payFee(keeper, stay, when)
  const bill = keeper.bills.get(stay.id)
  keeper.bills.delete(stay.id)
  if (!bill || bill.image.status === 'open') return
  if (stay.status === 'checked-out' && planAfter(keeper, bill, when)) return
  keeper.books.done(bill)
}

/** The fee of the policy, but for those that are let off; what was paid before goes towards it, the rest is given back. */
function payFee(keeper: Keeper, stay: Stay, when: When): void {
  const { diary, terms, world, happened } = keeper
  const { words, house, seed } = world
  const known = keeper.bills.get(stay.id)
  const random = known?.random ?? moneyRandom(seed, stay.id, 3)
  const isNoShow = stay.status === 'no-show'
  const author = isNoShow ? diary.night : diary.cashier(random, when)
  const act = { when, author, operation: 'folio.postFee' }
  const policy = policyOf(terms.policies, house.plans[stay.plan].id)
  const isFirm = stay.guarantee !== 'none' && !unsold(words.cancelled, stay.cancelReason)
  const booking = {
    arrival: diary.date(stay.arrival),
    nights: stay.nights.map(({ rateMinor }, at) => ({ date: diary.date(stay.arrival + at), rateMinor })),
  }
  const at = { date: diary.date(when.day), time: clock(when.seconds) }
  const due =
    !policy || !isFirm
      ? null
      : isNoShow
        ? noShowFee(policy.terms, booking)
        : cancellationFee(policy.terms, booking, at)
  const feeMinor = due?.feeMinor ?? 0
  const waived = feeMinor > 0 && random.chance(moneyTruth.feeWaived)
  if (waived) happened.waived.push(stay.id)
  if (feeMinor > 0 && !waived) {
    const bill = known ?? openBill(keeper, stay, act)
    if (bill.pay.method === 'cash') bill.pay = cardOf(random, nationalityOf(keeper, bill) === 'CHN')
    postFee(keeper, bill, act, isNoShow ? 'no-show' : 'cancellation', feeMinor)
    settle(keeper, bill, act)
    close(keeper, bill, act)
  } else if (known) {
    for (const held of known.deposits) refundDeposit(keeper, known, act, held)
    close(keeper, known, act)
  }
}

/** What was never sold costs nothing. */
function unsold({ full, enquiry }: World['words']['cancelled'], reason: string | null): boolean {
  return reason === full || reason === enquiry
}

/** What is on an invoice or a 发票 is not changed without taking that back. */
function hasInvoice({ papers, onFapiao }: Bill): boolean {
  return onFapiao || papers.some(({ row }) => row.kind === 'invoice')
}

/** A day or two later: a minibar that was found, or something charged too much. True when there is to be more. */
function planAfter(keeper: Keeper, bill: Bill, left: When): boolean {
  const { world, diary, books } = keeper
  const { random } = bill
  const drawn = random.next()
  const day = left.day + random.between(1, 2)
  if (
    !paysAlone(bill) ||
    hasInvoice(bill) ||
    day >= world.today.day ||
    drawn > moneyTruth.lateCharge + moneyTruth.refund
  )
    return false
  const isLate = drawn < moneyTruth.lateCharge
  const seconds = random.between(10 * HOUR, 16 * HOUR)
  world.agenda.add(day, seconds, (now) => {
    const when = { day, seconds: now }
    const author = diary.cashier(random, when)
    const act = { when, author, operation: 'folio.pay' }
    const pay = bill.pay.method === 'cash' ? { method: 'wechat' as const, brand: '', lastFour: '' } : bill.pay
    reopen(keeper, bill, act)
    if (isLate) {
      const item = { ...itemOf(keeper, bill, 'MINI'), text: world.words.money.late }
      charge(keeper, bill, { ...act, operation: 'folio.charge' }, [item])
      bill.had.add('MINI')
    } else allow(keeper, bill, act)
    const owed = balanceOf(bill, 1)
    const reason = owed < 0 ? world.words.money.refund : null
    payOn(keeper, bill, { ...act, operation: owed < 0 ? 'folio.refund' : 'folio.pay', reason }, pay, 1, owed)
    close(keeper, bill, act)
    books.done(bill)
  })
  return true
}

/** What a guest in the house owed in the system before comes over as one amount. */
function takeOver(keeper: Keeper, stay: Stay): void {
  const { world, diary, books } = keeper
  const act = { when: world.takeover, author: diary.manager, operation: 'job.startDemo' }
  const bill = openBill(keeper, stay, act)
  bill.wants = drawWants(bill)
  const slept = stay.nights.slice(0, Math.max(0, world.takeover.day - stay.arrival))
  const owed = slept.reduce((sum, { rateMinor }) => sum + rateMinor, 0)
  if (owed === 0) return
  const lines = linesOf(keeper, bill, world.takeover.day, { code: 'OPEN', unitMinor: owed })
  books.post(bill, act, { kind: 'opening', lines })
}
