import type { StayFacts } from '#db/queries/folio/stay.ts'
import type { TransactionCode } from '#shared/domain/folio/chart.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import { computeTaxes } from '#shared/domain/folio/compute-tax.ts'
import { lineTotal } from '#shared/domain/folio/convert.ts'
import { partsOf } from '#shared/domain/folio/package-split.ts'
import type { LineDraft } from '#shared/domain/folio/posting.ts'
import type { Tax, TaxFacts } from '#shared/domain/folio/tax.ts'
import {
  type BusinessDate,
  type FolioId,
  isRefused,
  nightsBetween,
  ok,
  type Refused,
  type Result,
  refuse,
  type TransactionCodeId,
} from '#shared/values/index.ts'

/** Where a charge goes and what it is for. */
export type Place = {
  folioId: FolioId
  window: number
  serviceDate: BusinessDate
  stay: StayFacts | null
}

/** What is charged: `quantity` in thousandths, `unitMinor` the stated price of one. */
export type ChargeItem = { codeId: TransactionCodeId; quantity: number; unitMinor: number; text: string }

export type ChargeCode =
  | 'CODE_UNKNOWN'
  | 'CODE_NOT_CHARGED'
  | 'CODE_WITHOUT_TAX_RULE'
  | 'AMOUNT_ZERO'
  | 'AMOUNT_TOO_LARGE'

/** The largest amount of a line, minor units. */
const maxLine = 1_000_000_000_00

/** The lines of one charge with their taxes; a package becomes a line for each of its parts. */
export function chargeLines(chart: Chart, item: ChargeItem, place: Place): Result<LineDraft[], ChargeCode> {
  const code = chart.codes.get(item.codeId)
  if (!code?.active) return refuse('CODE_UNKNOWN', { id: item.codeId })
  const total = lineTotal(item.quantity, item.unitMinor)
  if (total === 0) return refuse('AMOUNT_ZERO')
  if (Math.abs(total) > maxLine) return refuse('AMOUNT_TOO_LARGE')
  if (code.kind !== 'package') {
    const line = lineOf(chart, code, item, total, place)
    return line.ok ? ok([line.value]) : line
  }
  const lines: LineDraft[] = []
  for (const part of partsOf(code, total)) {
    const partCode = chart.codes.get(part.codeId)
    if (!partCode) return refuse('CODE_UNKNOWN', { id: part.codeId })
    const alone = { ...item, codeId: part.codeId, quantity: 1000, unitMinor: part.amountMinor }
    const line = lineOf(chart, partCode, alone, part.amountMinor, place)
    if (!line.ok) return line
    lines.push(line.value)
  }
  return ok(lines)
}

/** One line of a code for a stated total. A voucher that is sold is no revenue and has no tax. */
export function lineOf(
  chart: Chart,
  code: TransactionCode,
  item: ChargeItem,
  totalMinor: number,
  place: Place,
): Result<LineDraft, ChargeCode> {
  if (code.kind === 'payment' || code.kind === 'package')
    return refuse('CODE_NOT_CHARGED', { code: code.code })
  const taxes = taxesOf(chart, code)
  if (isRefused(taxes)) return taxes
  const facts = factsOf(code, item.quantity, place)
  const taxed = computeTaxes(taxes, totalMinor, facts)
  return ok({
    folioId: place.folioId,
    window: place.window,
    codeId: code.id,
    serviceDate: place.serviceDate,
    text: item.text,
    quantity: item.quantity,
    unitMinor: item.unitMinor,
    netMinor: taxed.netMinor,
    grossMinor: taxed.grossMinor,
    taxes: taxed.taxes,
    bookingId: place.stay?.id ?? null,
    roomNo: place.stay?.roomNo || null,
    negates: null,
    about: null,
    facts: taxes.length > 0 ? facts : null,
  })
}

/** The taxes of a code in order; refused where it has no rule, which is a mistake of the chart. */
export function taxesOf(chart: Chart, code: TransactionCode): Tax[] | Refused<'CODE_WITHOUT_TAX_RULE'> {
  if (code.kind === 'voucher' || code.kind === 'paid-out') return []
  const rule = code.taxRuleId === null ? undefined : chart.rules.get(code.taxRuleId)
  if (!rule) return refuse('CODE_WITHOUT_TAX_RULE', { code: code.code })
  return rule.taxes.flatMap((id) => chart.taxes.get(id) ?? [])
}

/** Facts that the taxes of a code need. Which night it is counts for the room alone. */
export function factsOf(code: TransactionCode, quantity: number, { serviceDate, stay }: Place): TaxFacts {
  const isNight =
    code.group === 'room' && stay !== null && serviceDate >= stay.arrival && serviceDate < stay.departure
  return {
    date: serviceDate,
    quantity,
    adults: stay?.adults ?? 1,
    childAges: Array.from({ length: stay?.children ?? 0 }, () => null),
    nightNo: isNight ? nightsBetween(stay.arrival, serviceDate) + 1 : 0,
    nights: stay ? nightsBetween(stay.arrival, stay.departure) : 0,
    business: stay?.segment === 'corporate',
  }
}
