import type { Reader } from '#db/handles.ts'
import { type LineOnFile, readLines, readOnFapiao } from '#db/queries/folio/read.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import type { FapiaoCharge } from '#shared/domain/folio/fapiao-batch.ts'
import { type FolioId, type FolioLineId, type Refused, refuse } from '#shared/values/index.ts'
import { checkAllThere } from '../guard.ts'

export type ChargeCode = 'LINE_UNKNOWN' | 'LINE_GONE' | 'LINE_NOT_CHARGE' | 'LINE_ON_FAPIAO'

/** Lines of a folio that a 发票 may be asked for: charges that stand, on no live request. */
export async function readFreeCharges(
  db: Reader,
  chart: Chart,
  folioId: FolioId,
  ids: readonly FolioLineId[],
): Promise<FapiaoCharge[] | Refused<ChargeCode>> {
  const lines = (await readLines(db, ids)).filter((line) => line.folioId === folioId)
  const missing = checkAllThere(ids, lines)
  if (missing) return missing
  const gone = lines.find((line) => line.negatedBy !== null || line.negates !== null)
  if (gone) return refuse('LINE_GONE', { text: gone.text })
  const [taken] = await readOnFapiao(db, ids)
  if (taken) return refuse('LINE_ON_FAPIAO', { status: taken.status, number: taken.number ?? '' })
  const kinds = ['charge', 'allowance', 'package']
  const other = lines.find((line) => !kinds.includes(chart.codes.get(line.codeId)?.kind ?? ''))
  if (other) return refuse('LINE_NOT_CHARGE')
  return lines.map((line) => chargeOf(line, chart))
}

/** A line as the tax platform needs it: its code's name and 税收编码, and the rate of its VAT. */
export function chargeOf(line: LineOnFile, chart: Chart): FapiaoCharge {
  const code = chart.codes.get(line.codeId)
  return {
    code: code?.code ?? '',
    name: code?.nameZh ?? '',
    item: code?.invoiceItem ?? '',
    rate: line.taxes[0]?.rate ?? '',
    grossMinor: line.grossMinor,
  }
}
