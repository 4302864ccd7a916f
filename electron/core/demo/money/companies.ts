/** What companies and agencies owe a demo hotel, and when they pay it. */
import { randomOf } from '#core/demo/data/random.ts'
import { accountOfRole, paymentSide } from '#shared/domain/folio/entries.ts'
import type { PaymentDraft } from '#shared/domain/folio/posting.ts'
import type { AccountId } from '#shared/values/index.ts'
import type { MoneyDesk } from './desk.ts'
import { moneyTruth } from './terms.ts'

const PAYS = 103
const HOUR = 3600
/** The day of the month on which what was put on account before it is paid. */
export const payDay = 12

/** Most pay what is of the months before; the others with the next month. */
export function planPayments(desk: MoneyDesk, day: number): void {
  desk.world.agenda.add(day, 11 * HOUR, (now) => {
    const random = randomOf(desk.world.seed, PAYS, day)
    for (const [account, items] of desk.owing) {
      const pays = random.chance(moneyTruth.accountPays)
      const due = items.filter((item) => item.day <= day - payDay)
      const amountMinor = due.reduce((sum, item) => sum + item.amountMinor, 0)
      if (!pays || amountMinor <= 0) continue
      pay(desk, account, amountMinor, { day, seconds: now })
      desk.owing.set(
        account,
        items.filter((item) => item.day > day - payDay),
      )
    }
  })
}

function pay(
  { terms, currency, diary, books }: MoneyDesk,
  accountId: AccountId,
  amountMinor: number,
  when: { day: number; seconds: number },
): void {
  const { chart } = terms
  const code = terms.code('TRANSFER')
  const date = diary.date(when.day)
  const payment: PaymentDraft = {
    method: 'transfer',
    amountMinor,
    currency,
    foreignMinor: null,
    rate: null,
    tenderedMinor: null,
    changeMinor: null,
    brand: '',
    lastFour: '',
    reference: `A${accountId}-${date.slice(0, 7)}`,
    accountId,
    voucherId: null,
    shiftId: null,
  }
  const city = { accountId: accountOfRole(chart.roles, 'city-ledger'), partyAccountId: accountId }
  const item = { account_id: accountId, dated: date, due_on: date, reference: payment.reference }
  books.post(
    null,
    { when, author: diary.manager, operation: 'folio.pay' },
    {
      kind: 'payment',
      lines: [],
      payments: [{ ...payment, codeId: code.id, depositId: null }],
      sides: [paymentSide(chart, code, payment), { ...city, amountMinor: -amountMinor }],
      accountItems: [{ ...item, amount_minor: -amountMinor, paper_id: null }],
    },
  )
}
