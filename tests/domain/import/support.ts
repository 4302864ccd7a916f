import { genericRule } from '#shared/domain/import/generic.ts'
import type { ImportField, RowAnswer } from '#shared/domain/import/row.ts'
import type { BusinessDate, Currency } from '#shared/values/index.ts'

const hotel = {
  currency: 'CNY' as Currency,
  country: 'CHN',
  businessDate: '2026-03-02' as BusinessDate,
  timeZone: 'Asia/Shanghai',
  serialDates: false,
  decimalSign: null,
}
/** A row by its fields. */
export type Row = Partial<Record<ImportField, string>>
const usual: Row = { arrival: '2026-03-05', departure: '2026-03-08', roomType: 'KING' }

/** The answer of the generic rule to a usual row with these cells. */
export function read(row: Row, more = {}): RowAnswer {
  const whole = { ...usual, ...row }
  const fields = Object.keys(whole) as ImportField[]
  const rule = genericRule(
    fields,
    { columns: Object.fromEntries(fields.map((field) => [field, field])), dateOrder: 'ymd' },
    { ...hotel, ...more },
  )
  return rule(fields.map((field) => whole[field] ?? ''))
}
export const booking = (row: Row) => {
  const answer = read(row)
  if ('rejected' in answer) throw new Error(JSON.stringify(answer))
  return answer.booking
}
export const rejected = (row: Row) => {
  const answer = read(row)
  return 'rejected' in answer ? answer.rejected.map(({ reason, field }) => [reason, field]) : null
}
export const notesOf = (row: Row) => {
  const answer = read(row)
  return 'rejected' in answer ? null : answer.notes.map(({ reason, field }) => [reason, field])
}
