/** Accounts without a stay: passer-by sales, staff meals, and the master accounts of agencies that send groups. */

import { randomOf } from '#core/demo/data/random.ts'
import type { AccountId, FolioId } from '#shared/values/index.ts'
import type { When } from '../diary.ts'
import { type Bill, balanceOf } from './bill.ts'
import { charge } from './charging.ts'
import { payDay, planPayments } from './companies.ts'
import type { MoneyDesk } from './desk.ts'
import { openAccountBill } from './opening.ts'
import { drawWay, payOn, payOnAccount } from './paying.ts'

const SALES = 102
const HOUR = 3600

export type HouseAccounts = {
  masters: ReadonlyMap<number, FolioId>
  openDay: (desk: MoneyDesk, day: number) => void
}

export function accountsOf(desk: Omit<MoneyDesk, 'masters'>, when: When): HouseAccounts {
  const { words, house } = desk.world
  const passerBy = openAccountBill(desk, when, 'house', 'PM', words.money.passerBy, null)
  const staff = openAccountBill(desk, when, 'house', 'STAFF', words.money.staff, null)
  const groups = house.agencies.map((account, at) => ({
    account,
    bill: openAccountBill(desk, when, 'master', `GRP${at + 1}`, `GRP ${at + 1}`, account),
  }))
  return {
    masters: new Map(groups.map(({ account, bill }) => [account as number, bill.id])),
    openDay: (whole, day) => {
      putRates(whole, day)
      const random = randomOf(whole.world.seed, SALES, day)
      for (let sale = random.below(2 + Math.round(whole.world.house.rooms.length / 30)); sale > 0; sale--)
        planSale(whole, passerBy, day, random.between(11 * HOUR, 21 * HOUR))
      planStaff(whole, staff, day)
      if (dayOfMonth(whole, day) === 1)
        for (const { account, bill } of groups) planMonth(whole, bill, account, day)
      if (dayOfMonth(whole, day) === payDay) planPayments(whole, day)
    },
  }
}

function dayOfMonth({ diary }: MoneyDesk, day: number): number {
  return Number(diary.date(day).slice(8))
}

/** Somebody from the street eats, drinks or buys something, and pays at once. */
function planSale(desk: MoneyDesk, bill: Bill, day: number, seconds: number): void {
  desk.world.agenda.add(day, seconds, (now) => {
    const { random } = bill
    const when = { day, seconds: now }
    const author = desk.diary.cashier(random, when)
    const code = random.of(['REST', 'REST', 'REST', 'BAR', 'SHOP'])
    const unitMinor = desk.terms.price(random.between(30, 380))
    charge(desk, bill, { when, author, operation: 'folio.charge' }, [{ code, unitMinor }])
    const way = drawWay(random, desk.ways, random.chance(0.9) ? 'CHN' : '')
    payOn(desk, bill, { when, author, operation: 'folio.pay' }, way, 1, balanceOf(bill))
    bill.charges = []
  })
}

/** Meals of the staff once a week, paid by the hotel's owner once a month. */
function planStaff(desk: MoneyDesk, bill: Bill, day: number): void {
  const { world, diary } = desk
  if (day % 7 === 0)
    world.agenda.add(day, 16 * HOUR, (now) => {
      const when = { day, seconds: now }
      const author = diary.cashier(bill.random, when)
      const quantity = 1000 * (5 + bill.random.below(Math.max(5, world.house.rooms.length)))
      const unitMinor = desk.terms.price(18)
      charge(desk, bill, { when, author, operation: 'folio.charge' }, [{ code: 'REST', unitMinor, quantity }])
      bill.charges = []
    })
  if (dayOfMonth(desk, day) === 1)
    world.agenda.add(day, 10 * HOUR, (now) => {
      const act = { when: { day, seconds: now }, author: diary.manager, operation: 'folio.pay' }
      payOn(desk, bill, act, { method: 'transfer', brand: '', lastFour: '' }, 1, balanceOf(bill))
    })
}

/** What a master account owes goes to its agency's ledger on the first of the month. */
function planMonth(desk: MoneyDesk, bill: Bill, account: AccountId, day: number): void {
  desk.world.agenda.add(day, 10.5 * HOUR - 60, (now) => {
    const act = { when: { day, seconds: now }, author: desk.diary.manager, operation: 'folio.pay' }
    payOnAccount(desk, bill, act, 1, account)
  })
}

/** The day's new rates of exchange. */
function putRates({ world, terms, bulk, diary, books }: MoneyDesk, day: number): void {
  for (const [currency, rates] of terms.rates) {
    const found = rates.find((one) => one.day === day)
    if (!found) continue
    world.agenda.add(day, Math.max(9 * HOUR, world.takeover.seconds), (now) => {
      const id = bulk.nextId('exchange_rates')
      const image = { currency, validFrom: diary.date(day), rate: found.rate }
      bulk.into.exchange_rates({
        id: id as never,
        currency,
        valid_from: image.validFrom,
        rate: found.rate,
        version: 1,
      })
      const act = { when: { day, seconds: now }, author: diary.manager, operation: 'chart.saveExchangeRate' }
      books.tell(act, 'exchange-rate', id, null, image)
    })
  }
}
