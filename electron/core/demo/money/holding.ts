/** Deposits before arrival, 押金 at check-in and pre-authorisations of a demo hotel: taken, applied, given back. */

import type { DepositImage, DepositKind, DepositMove, HoldImage } from '#shared/domain/folio/deposit.ts'
import { accountOfRole, paymentSide } from '#shared/domain/folio/entries.ts'
import { addDays, type DepositId, type HoldId } from '#shared/values/index.ts'
import { paymentLine } from '../../folio/public.ts'
import { type Bill, balanceOf, type Held, type HeldCard, type PayWay } from './bill.ts'
import type { Act } from './books.ts'
import type { MoneyDesk } from './desk.ts'
import { issueSlip } from './papers.ts'
import { paymentOf, payOn, today } from './paying.ts'

/** Takes a deposit on a folio; its slip has a number. */
export function takeDeposit(
  desk: MoneyDesk,
  bill: Bill,
  act: Act,
  kind: DepositKind,
  amountMinor: number,
  pay: PayWay,
): void {
  const { bulk, books, numbers } = desk
  const { businessDate } = today(desk, act)
  const { payment, codeId } = paymentOf(desk, bill, act, pay, amountMinor)
  const id = bulk.nextId('deposits') as DepositId
  const slip = kind === 'key' ? 'key-deposit-slip' : 'deposit-receipt'
  const drawn = numbers.next(slip, businessDate)
  const image: DepositImage = {
    kind,
    slipNo: drawn.label,
    folioId: bill.id,
    bookingId: bill.image.bookingId,
    takenOn: businessDate,
    codeId,
    amountMinor,
    heldMinor: amountMinor,
    slipLost: false,
    note: '',
  }
  bill.deposits.push({ id, image, version: 1, pay })
  const posted = books.post(
    bill,
    { ...act, operation: 'deposit.take' },
    {
      kind: 'deposit',
      lines: [],
      payments: [{ ...payment, codeId, depositId: id }],
      sides: sidesOf(desk, bill, { id, image }, payment, codeId),
      depositMoves: [{ deposit_id: id, kind: 'taken', amount_minor: amountMinor }],
      shiftId: payment.shiftId,
    },
  )
  const told = { ...act, operation: 'deposit.take', command: posted.seq }
  books.tell(told, 'deposit', id, null, image, image.bookingId)
  issueSlip(desk, bill, told, slip, drawn, { codeId, payment })
}

type Payment = ReturnType<typeof paymentOf>['payment']

/** The two sides of a deposit that comes in (or goes out, below zero). */
function sidesOf(
  { terms }: MoneyDesk,
  _bill: Bill,
  { id, image }: Pick<Held, 'id' | 'image'>,
  payment: Payment,
  codeId: DepositImage['codeId'],
) {
  const { chart } = terms
  const code = chart.codes.get(codeId)
  if (!code) throw new Error(`no code ${codeId}`)
  const role = image.kind === 'key' ? 'key-deposits' : 'deposits'
  return [
    paymentSide(chart, code, payment),
    { accountId: accountOfRole(chart.roles, role), amountMinor: -payment.amountMinor, depositId: id },
  ]
}

/** Pays what a window owes with a deposit, as far as both go. */
export function applyDeposit(desk: MoneyDesk, bill: Bill, act: Act, held: Held, window: number): void {
  const amountMinor = Math.min(balanceOf(bill, window), held.image.heldMinor)
  if (amountMinor <= 0) return
  const operation = 'deposit.apply'
  const payment = { amountMinor } as Payment
  const { payment: _none, ...line } = paymentLine(
    bill,
    { id: held.image.codeId },
    window,
    payment,
    today(desk, act),
    held.image.slipNo,
  )
  const { seq } = desk.books.post(
    bill,
    { ...act, operation },
    {
      kind: 'deposit-applied',
      lines: [{ ...line, depositId: held.id, depositKind: held.image.kind }],
      depositMoves: moveOf(held, 'applied', amountMinor),
    },
  )
  takeFromHeld(desk, { ...act, operation, command: seq }, held, amountMinor)
}

/** Gives the rest of a deposit back, by the way it came. */
export function refundDeposit(desk: MoneyDesk, bill: Bill, act: Act, held: Held, slipLost = false): void {
  const { heldMinor, codeId } = held.image
  if (heldMinor === 0) return
  const operation = 'deposit.refund'
  const { payment } = paymentOf(desk, bill, act, held.pay, -heldMinor)
  const note = slipLost ? desk.world.words.money.slipLost : ''
  const { seq } = desk.books.post(
    bill,
    { ...act, operation, reason: note || null },
    {
      kind: 'deposit-refund',
      lines: [],
      payments: [{ ...payment, codeId, depositId: held.id }],
      sides: sidesOf(desk, bill, held, payment, codeId),
      depositMoves: moveOf(held, 'refunded', heldMinor),
      shiftId: payment.shiftId,
      reason: note || null,
    },
  )
  takeFromHeld(desk, { ...act, operation, command: seq }, held, heldMinor, slipLost ? note : null)
}

function moveOf({ id }: Held, kind: DepositMove, amount_minor: number) {
  return [{ deposit_id: id, kind, amount_minor: -amount_minor }]
}

function takeFromHeld(
  desk: MoneyDesk,
  act: Act,
  held: Held,
  amountMinor: number,
  lost: string | null = null,
) {
  const before = held.image
  held.image = { ...before, heldMinor: before.heldMinor - amountMinor }
  held.version += 1
  const told = { before: { heldMinor: before.heldMinor }, after: { heldMinor: held.image.heldMinor } }
  if (lost !== null) {
    held.image = { ...held.image, slipLost: true, note: lost }
    Object.assign(told.before, { slipLost: false, note: '' })
    Object.assign(told.after, { slipLost: true, note: lost })
  }
  desk.books.tell(act, 'deposit', held.id, told.before, told.after, before.bookingId)
}

/** Has an amount authorised on the guest's card. */
export function takeHold(desk: MoneyDesk, bill: Bill, act: Act, amountMinor: number): void {
  const { bulk, books, terms } = desk
  const { businessDate } = today(desk, act)
  const id = bulk.nextId('holds') as HoldId
  const image: HoldImage = {
    folioId: bill.id,
    amountMinor,
    brand: bill.pay.brand,
    lastFour: bill.pay.lastFour,
    approval: String(bill.random.below(1_000_000)).padStart(6, '0'),
    takenOn: businessDate,
    expiresOn: addDays(businessDate, terms.chart.settings.holdDays),
    status: 'held',
    capturedMinor: null,
    endedOn: null,
  }
  bill.holds.push({ id, image, version: 1 })
  books.tell({ ...act, operation: 'hold.take' }, 'hold', id, null, image, bill.image.bookingId)
}

/** Takes what a window owes from a card's authorisation, or lets it go where nothing is owed. */
export function endHold(desk: MoneyDesk, bill: Bill, act: Act, hold: HeldCard, capture: boolean): void {
  if (hold.image.status !== 'held') return
  const { businessDate } = today(desk, act)
  const owed = Math.max(0, balanceOf(bill, 1))
  const isExpired = businessDate > hold.image.expiresOn
  const capturedMinor = capture && !isExpired ? Math.min(owed, hold.image.amountMinor) : 0
  const isCaptured = capturedMinor > 0
  const operation = isCaptured ? 'hold.capture' : 'hold.release'
  const paid = isCaptured ? payOn(desk, bill, { ...act, operation }, bill.pay, 1, capturedMinor) : null
  const before = { status: 'held', capturedMinor: null, endedOn: null }
  const after: Pick<HoldImage, 'status' | 'capturedMinor' | 'endedOn'> = {
    status: isCaptured ? 'captured' : 'released',
    capturedMinor: isCaptured ? capturedMinor : null,
    endedOn: businessDate,
  }
  const changed = isCaptured
    ? { before, after }
    : {
        before: { status: before.status, endedOn: null },
        after: { status: after.status, endedOn: businessDate },
      }
  hold.image = { ...hold.image, ...after }
  hold.version += 1
  const told = { ...act, operation, ...(paid ? { command: paid.seq } : {}) }
  desk.books.tell(told, 'hold', hold.id, changed.before, changed.after, bill.image.bookingId)
}
