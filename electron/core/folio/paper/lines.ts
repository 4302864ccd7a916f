import type { LineTaxView, LineView } from '#db/queries/folio/view.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import type { PaperLanguage, PaperLine, PaperPayment, PaperTax } from '#shared/domain/folio/paper.ts'
import type { LineDraft, PaymentDraft } from '#shared/domain/folio/posting.ts'
import type { BusinessDate, TaxId, TransactionCodeId } from '#shared/values/index.ts'

/** Of a line what stands on paper. */
export type LineToPrint = Omit<
  LineView,
  | 'id'
  | 'postingId'
  | 'postingKind'
  | 'window'
  | 'group'
  | 'negates'
  | 'about'
  | 'at'
  | 'by'
  | 'reason'
  | 'invoice'
  | 'fapiao'
>
type TaxToPrint = Omit<LineTaxView, 'lineId'>

/** A line of a folio as it is printed, in the paper's language: what was typed stays as it was typed. */
export function paperLine(
  line: LineToPrint,
  taxes: readonly TaxToPrint[],
  chart: Chart,
  language: PaperLanguage,
): PaperLine {
  const code = chart.codes.get(line.codeId as TransactionCodeId)
  const kind =
    line.codeKind === 'payment' ? 'payment' : code?.role === 'rounding' ? 'rounding' : ('charge' as const)
  const printed = taxes.map((tax) => paperTax(tax, chart, language))
  return {
    kind,
    date: kind === 'charge' ? line.serviceDate : line.businessDate,
    code: line.code,
    text: textOf(line, language),
    quantity: line.quantity,
    unitMinor: line.unitMinor,
    netMinor: line.netMinor,
    taxMinor: printed.reduce((sum, { taxMinor }) => sum + taxMinor, 0),
    grossMinor: line.grossMinor,
    taxes: printed,
    roomNo: line.roomNo,
    payment: paymentOf(line),
  }
}

/** A line that is not posted yet, as it is printed. */
export function draftLine(
  line: Omit<LineDraft, 'payment'> & { businessDate?: BusinessDate; payment?: PaymentDraft | null },
  chart: Chart,
  language: PaperLanguage,
): PaperLine {
  const code = chart.codes.get(line.codeId)
  if (!code) throw new Error(`no code ${line.codeId}`)
  const { payment } = line
  const view = {
    ...line,
    businessDate: line.businessDate ?? line.serviceDate,
    code: code.code,
    codeKind: code.kind,
    nameEn: code.nameEn,
    nameZh: code.nameZh,
    roomNo: line.roomNo ?? '',
    method: payment?.method ?? null,
    currency: payment?.currency ?? null,
    foreignMinor: payment?.foreignMinor ?? null,
    rate: payment?.rate ?? null,
    tenderedMinor: payment?.tenderedMinor ?? null,
    changeMinor: payment?.changeMinor ?? null,
    brand: payment?.brand ?? null,
    lastFour: payment?.lastFour ?? null,
    reference: payment?.reference ?? null,
  }
  return paperLine(view, line.taxes, chart, language)
}

/** The code's name in the paper's language; a text that somebody typed stands behind it, or for it where it names the same. */
function textOf({ text, nameEn, nameZh }: LineToPrint, language: PaperLanguage): string {
  const name = language === 'zh' ? nameZh : nameEn
  if (text === '' || text === nameEn || text === nameZh) return name
  return text.includes(nameEn) || text.includes(nameZh) ? text : `${name} · ${text}`
}

function paperTax(tax: TaxToPrint, chart: Chart, language: PaperLanguage): PaperTax {
  const known = chart.taxes.get(tax.taxId as TaxId)
  return {
    name: (language === 'zh' ? known?.nameZh : known?.nameEn) ?? '',
    rate: tax.rate,
    baseMinor: tax.baseMinor,
    taxMinor: tax.taxMinor,
    vatCategory: known?.terms.vatCategory ?? '',
  }
}

function paymentOf(line: LineToPrint): PaperPayment | null {
  if (line.method === null) return null
  return {
    method: line.method as PaperPayment['method'],
    currency: line.currency ?? '',
    foreignMinor: line.foreignMinor,
    rate: line.rate,
    tenderedMinor: line.tenderedMinor,
    changeMinor: line.changeMinor,
    brand: line.brand ?? '',
    lastFour: line.lastFour ?? '',
    reference: line.reference ?? '',
  }
}
