import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import type { BookingId, FolioId, FolioLineId, TransactionCodeId } from '#shared/values/index.ts'
import type { TestApp } from './app.ts'
import { type SmallHotel, smallHotel } from './small-hotel.ts'

export type FolioHotel = SmallHotel & {
  /** Transaction codes by what the chart calls them. */
  codes: { [code: string]: TransactionCodeId }
  /** The booking of Zhang Wei who arrives today, and its folio. */
  booking: BookingId
  folio: FolioId
}

/** The small hotel with a chart, and the folio of the guest who arrives today. */
export async function folioHotel(
  app: TestApp,
  chart: InputOf<'chart.load'>['chart'] = 'cn-general',
): Promise<FolioHotel> {
  const hotel = await smallHotel(app)
  await app.must('chart.load', { chart })
  const { rows } = await app.must('booking.list', { view: 'due-in' })
  const booking = rows.find(({ guestId }) => guestId === hotel.guests.zhangWei)?.id as BookingId
  const { id: folio } = await app.must('folio.openForBooking', { bookingId: booking })
  return { ...hotel, codes: await codesOf(app), booking, folio }
}

/** The codes of the hotel's chart by their own names. */
export async function codesOf(app: TestApp): Promise<{ [code: string]: TransactionCodeId }> {
  const chart = await app.must('chart.get', {})
  return Object.fromEntries(chart.codes.map(({ code, id }) => [code, id]))
}

/** The lines that stand on a folio's bill. */
export function linesOf(folio: OutputOf<'folio.get'>) {
  return folio.lines.filter(({ live }) => live)
}

/** The id of the only live line of a code. */
export function lineIdOf(folio: OutputOf<'folio.get'>, code: string): FolioLineId {
  const lines = linesOf(folio).filter((line) => line.code === code)
  if (lines.length !== 1) throw new Error(`${lines.length} lines of ${code}`)
  return lines[0]?.id as FolioLineId
}

/** The id of a code; a name that the chart has not is a mistake of the test. */
export function codeIn({ codes }: Pick<FolioHotel, 'codes'>, code: string): TransactionCodeId {
  const id = codes[code]
  if (id === undefined) throw new Error(`no code ${code}`)
  return id
}
