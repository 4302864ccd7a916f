import type { LineOnFile } from '#db/queries/folio/read.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import { computeTaxes } from '#shared/domain/folio/compute-tax.ts'
import { lineTotal } from '#shared/domain/folio/convert.ts'
import {
  type DocumentDifference,
  documentDifference,
  type PricedLine,
} from '#shared/domain/folio/document-tax.ts'
import type { PaperLanguage } from '#shared/domain/folio/paper.ts'
import type { LineDraft } from '#shared/domain/folio/posting.ts'
import { words } from '#shared/i18n/index.ts'
import { isRefused, type PaperId } from '#shared/values/index.ts'
import { taxesOf } from '../lines.ts'

/** What is posted with an invoice is posted once for it. */
export function originOfRounding(invoice: PaperId): string {
  return `invoice-tax:${invoice}`
}

/**
 * The lines by which the taxes of an invoice are those of the whole paper: each tax and rate rounded once. Each is about the
 * last charge that has the tax, and of its code. On a closed folio nothing may be left to pay: the net takes the difference.
 */
export function roundingLines(
  chart: Chart,
  lines: readonly LineOnFile[],
  { language, isClosed }: { language: PaperLanguage; isClosed: boolean },
): LineDraft[] {
  const priced = lines.flatMap((line) => pricedLine(chart, line) ?? [])
  const differences = documentDifference(priced.map(({ price }) => price))
  return differences.flatMap((difference) => {
    const host = priced.findLast(({ line }) =>
      line.taxes.some(({ taxId, rate }) => taxId === difference.taxId && rate === difference.rate),
    )
    return host ? [lineOf(host.line, difference, words(language, 'paper.taxRounding'), isClosed)] : []
  })
}

/** A line as it was priced; null where its taxes are not what its price makes: a part of a line, an allowance. */
function pricedLine(chart: Chart, line: LineOnFile): { line: LineOnFile; price: PricedLine } | null {
  const code = chart.codes.get(line.codeId)
  const taxes = code && line.facts ? taxesOf(chart, code) : []
  if (isRefused(taxes) || !line.facts) return null
  const price: PricedLine = { taxes, priceMinor: lineTotal(line.quantity, line.unitMinor), facts: line.facts }
  const made = computeTaxes(taxes, price.priceMinor, price.facts)
  const isSame =
    made.netMinor === line.netMinor &&
    made.grossMinor === line.grossMinor &&
    made.taxes.every(({ taxMinor }, at) => taxMinor === line.taxes[at]?.taxMinor)
  return isSame ? { line, price } : null
}

function lineOf(
  host: LineOnFile,
  { taxId, rate, taxMinor, grossMinor }: DocumentDifference,
  text: string,
  isClosed: boolean,
): LineDraft {
  const gross = isClosed ? 0 : grossMinor
  const netMinor = gross - taxMinor
  return {
    folioId: host.folioId,
    window: host.window,
    codeId: host.codeId,
    serviceDate: host.serviceDate,
    text,
    quantity: 1000,
    unitMinor: gross,
    netMinor,
    grossMinor: gross,
    taxes: [{ taxId, rate, baseMinor: netMinor, taxMinor }],
    bookingId: host.bookingId,
    roomNo: host.roomNo,
    negates: null,
    about: host.id,
    facts: null,
  }
}
