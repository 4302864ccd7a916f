import type { Reader, Writer } from '#db/handles.ts'
import { readNightsToPost, readStay, type StayFacts } from '#db/queries/folio/stay.ts'
import { readFeePolicies } from '#db/repositories/folio/chart.ts'
import { readStandingOf } from '#db/repositories/folio/ledger.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import {
  cancellationFee,
  earlyDepartureFee,
  type Fee,
  noShowFee,
  policyOf,
} from '#shared/domain/folio/fee.ts'
import type { FeeKind } from '#shared/domain/folio/fee-policy.ts'
import { type BookingId, isRefused, type PostingId, type Refused, refuse } from '#shared/values/index.ts'
import type { BackCode } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writes } from '../kernel/handler.ts'
import { hotelClock } from '../kernel/hotel-clock.ts'
import { type Change, done, type Outcome } from '../kernel/outcome.ts'
import { checkDate } from './guard.ts'
import { reversePosting } from './reverse.ts'
import { postByRole } from './role-charge.ts'

type FeeCode = 'BOOKING_UNKNOWN' | 'FEE_NOT_DUE'

/** What a fee would be by the hotel's policy now, with the policy that says so. */
export const previewFee = reads('folio.previewFee', async (db, input, ctx) => {
  const stay = await readStay(db, input.bookingId, ctx.businessDate)
  if (!stay) return refuse('BOOKING_UNKNOWN', { id: input.bookingId })
  const due = await feeOf(db, ctx, stay, input.fee)
  if (isRefused(due)) return due
  return { feeMinor: due.fee.feeMinor, policy: due.policy }
})

async function feeOf(
  db: Reader,
  ctx: Context,
  stay: StayFacts,
  kind: FeeKind,
): Promise<{ fee: Fee; policy: string } | Refused<FeeCode>> {
  const right = { cancellation: 'cancelled', 'no-show': 'no-show', 'early-departure': 'checked-out' }[kind]
  const early = kind === 'early-departure' && stay.status === 'in-house'
  // A cancellation's fee is asked before it, too: so that the guest hears it first
  const before = kind !== 'early-departure' && stay.status === 'confirmed'
  if (stay.status !== right && !early && !before) return refuse('FEE_NOT_DUE', { status: stay.status })
  const policy = policyOf(await readFeePolicies(db), stay.ratePlanId)
  if (!policy) return { fee: { kind, charge: { kind: 'none' }, feeMinor: 0 }, policy: '' }
  const booking = {
    arrival: stay.arrival,
    nights: (await readNightsToPost(db, stay.id)).map(({ night, rateMinor }) => ({ date: night, rateMinor })),
  }
  return { fee: feeBy(policy.terms, booking, kind, stay, ctx), policy: policy.code }
}

function feeBy(
  terms: Parameters<typeof noShowFee>[0],
  booking: Parameters<typeof noShowFee>[1],
  kind: FeeKind,
  stay: StayFacts,
  ctx: Context,
): Fee {
  if (kind === 'no-show') return noShowFee(terms, booking)
  if (kind === 'early-departure') return earlyDepartureFee(terms, booking, ctx.businessDate)
  const now = hotelClock(ctx)
  return cancellationFee(terms, booking, stay.cancelledOn ? { ...now, date: stay.cancelledOn } : now)
}

/** Posts a fee, by the policy or of an amount that somebody decided with a reason; once a booking and kind. */
export const postFee = writes('folio.postFee', (tx, ctx, input) => {
  return checkDate(ctx, input.businessDate) ?? postFeeOf(tx, ctx, input)
})

type FeeAsked = Pick<ParsedOf<'folio.postFee'>, 'bookingId' | 'fee' | 'amountMinor' | 'reason'>

/** The same for another command of the same transaction. Refused where it costs nothing: AMOUNT_ZERO. */
export async function postFeeOf(
  tx: Writer,
  ctx: Context,
  input: FeeAsked,
): Promise<Outcome<{ postingId: PostingId; feeMinor: number }, RefusalOf<'folio.postFee'>>> {
  const stay = await readStay(tx, input.bookingId, ctx.businessDate)
  if (!stay) return refuse('BOOKING_UNKNOWN', { id: input.bookingId })
  const due = await feeOf(tx, ctx, stay, input.fee)
  if (isRefused(due)) return due
  const amountMinor = input.amountMinor ?? due.fee.feeMinor
  if (amountMinor !== due.fee.feeMinor && !input.reason) return refuse('REASON_NEEDED')
  if (amountMinor <= 0) return refuse('AMOUNT_ZERO')
  const posted = await postByRole(tx, ctx, stay, {
    roles: [input.fee],
    amountMinor,
    text: '',
    origin: originOfFee(stay.id, input.fee),
    reason: input.reason,
  })
  if (!('done' in posted)) return posted
  return done({ ...posted.output, feeMinor: amountMinor }, posted.changes)
}

/** What a fee of a booking is posted by, once. */
function originOfFee(bookingId: BookingId, fee: FeeKind): string {
  return `fee:${bookingId}:${fee}`
}

/** What leaving now costs by the policy who is in house for nights to come, minor units, and whether it was charged. */
export async function earlyFeeOf(db: Reader, ctx: Context, bookingId: BookingId) {
  const stay = await readStay(db, bookingId, ctx.businessDate)
  const due = stay?.status === 'in-house' ? await feeOf(db, ctx, stay, 'early-departure') : null
  return {
    chargeMinor: due && !isRefused(due) ? due.fee.feeMinor : 0,
    posted: (await readStandingOf(db, originOfFee(bookingId, 'early-departure'))) !== null,
  }
}

/**
 * What a no-show costs by the policy, minor units, the guest being awaited still. Nothing where the fee stands already:
 * somebody who was awaited again pays for not coming once.
 */
export async function noShowFeeOf(db: Reader, ctx: Context, bookingId: BookingId): Promise<number> {
  if ((await readStandingOf(db, originOfFee(bookingId, 'no-show'))) !== null) return 0
  const stay = await readStay(db, bookingId, ctx.businessDate)
  const due = stay && (await feeOf(db, ctx, stay, 'no-show'))
  return due && !isRefused(due) ? due.fee.feeMinor : 0
}

/** A fee of a booking that was charged, minor units; `stands`: of a closed date, so that it stays. Null: none was. */
export async function chargedFeeOf(db: Reader, ctx: Context, bookingId: BookingId, fee: FeeKind) {
  const posting = await readStandingOf(db, originOfFee(bookingId, fee))
  return posting && { minor: posting.grossMinor, stands: posting.businessDate !== ctx.businessDate }
}

/**
 * Takes a fee of a booking off again on the business date it was posted on. `stands`: it was posted on a day that is
 * closed, and stays; null: there is none.
 */
export async function takeOffFee(
  tx: Writer,
  ctx: Context,
  bookingId: BookingId,
  fee: FeeKind,
): Promise<{ changes: Change[]; stands: boolean } | Refused<BackCode> | null> {
  const posting = await readStandingOf(tx, originOfFee(bookingId, fee))
  if (!posting) return null
  if (posting.businessDate !== ctx.businessDate) return { changes: [], stands: true }
  const changes = await reversePosting(tx, ctx, posting.id)
  return isRefused(changes) ? changes : { changes, stands: false }
}
