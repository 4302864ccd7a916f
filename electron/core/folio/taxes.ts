import type { Reader } from '#db/handles.ts'
import { type ChargeOfStay, readChargesOf } from '#db/queries/folio/charges.ts'
import { readStay, type StayFacts } from '#db/queries/folio/stay.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import { computeTaxes } from '#shared/domain/folio/compute-tax.ts'
import { lineTotal } from '#shared/domain/folio/convert.ts'
import type { LineDraft } from '#shared/domain/folio/posting.ts'
import type { LineTax } from '#shared/domain/folio/tax.ts'
import { type BookingId, isRefused, type Refused, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'
import { checkDate, checkOpen } from './guard.ts'
import { factsOf, taxesOf } from './lines.ts'
import { post } from './post.ts'

/** What the taxes of a stay would change by, as the booking is now: longer, with other guests. */
export const previewTaxes = reads('folio.previewTaxes', async (db, input, ctx) => {
  const changes = await taxChanges(db, ctx, input.bookingId)
  if (isRefused(changes)) return changes
  return { lines: changes.length, grossMinor: changes.reduce((sum, { grossMinor }) => sum + grossMinor, 0) }
})

/**
 * Posts what the taxes of a stay change by since they were charged: a stay that has become long enough is exempt, back to
 * its first night where the law says so. Each difference is a line of its own, about the charge.
 */
export const adjustTaxes = writes('folio.adjustTaxes', async (tx, ctx, input) => {
  const closed = checkDate(ctx, input.businessDate)
  if (closed) return closed
  const lines = await taxChanges(tx, ctx, input.bookingId)
  if (isRefused(lines)) return lines
  const [first] = lines
  if (!first) return refuse('TAXES_RIGHT')
  const notOpen = await checkOpen(tx, lines)
  if (notOpen) return notOpen
  const posted = await post(tx, ctx, await readChart(tx), {
    kind: 'tax-change',
    folioId: first.folioId,
    bookingId: input.bookingId,
    lines,
  })
  return done({ postingId: posted.postingId, lineIds: posted.lineIds }, posted.changes)
})

async function taxChanges(
  db: Reader,
  ctx: Context,
  bookingId: BookingId,
): Promise<LineDraft[] | Refused<'BOOKING_UNKNOWN'>> {
  const stay = await readStay(db, bookingId, ctx.businessDate)
  if (!stay) return refuse('BOOKING_UNKNOWN', { id: bookingId })
  const chart = await readChart(db)
  return (await readChargesOf(db, bookingId)).flatMap((charge) => changeOf(chart, stay, charge) ?? [])
}

/** The line that puts a charge's taxes right; null where they are. */
function changeOf(chart: Chart, stay: StayFacts, charge: ChargeOfStay): LineDraft | null {
  const code = chart.codes.get(charge.codeId)
  const taxes = code && taxesOf(chart, code)
  if (!code || !taxes || isRefused(taxes)) return null
  const { serviceDate, quantity, unitMinor, folioId, window, roomNo } = charge
  const facts = factsOf(code, quantity, { folioId, window, serviceDate, stay })
  const right = computeTaxes(taxes, lineTotal(quantity, unitMinor), facts)
  const change = differenceOf(right.taxes, charge.taxes)
  const grossMinor = right.grossMinor - charge.grossMinor
  const netMinor = right.netMinor - charge.netMinor
  if (change.length === 0 && grossMinor === 0 && netMinor === 0) return null
  return {
    folioId,
    window,
    codeId: charge.codeId,
    serviceDate,
    text: charge.text,
    quantity: 0,
    unitMinor: 0,
    netMinor,
    grossMinor,
    taxes: change,
    bookingId: stay.id,
    roomNo: roomNo || null,
    negates: null,
    about: charge.id,
    facts: null,
  }
}

/** What is due now less what was charged, by tax and rate; what comes to nothing is left out. */
function differenceOf(due: readonly LineTax[], charged: readonly LineTax[]): LineTax[] {
  const byRate = new Map<string, LineTax>()
  const add = (tax: LineTax, sign: 1 | -1) => {
    const key = `${tax.taxId} ${tax.rate}`
    const sum = byRate.get(key) ?? { ...tax, baseMinor: 0, taxMinor: 0 }
    sum.baseMinor += sign * tax.baseMinor
    sum.taxMinor += sign * tax.taxMinor
    byRate.set(key, sum)
  }
  for (const tax of due) add(tax, 1)
  for (const tax of charged) add(tax, -1)
  return [...byRate.values()].filter(({ baseMinor, taxMinor }) => baseMinor !== 0 || taxMinor !== 0)
}
