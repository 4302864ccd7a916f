import { addDays, type BookingId, type BusinessDate, type FolioId } from '#shared/values/index.ts'
import { type TestApp, testBusinessDate } from './app.ts'
import { codeIn, type FolioHotel, folioHotel, lineIdOf } from './folio.ts'

export type MoneyHotel = FolioHotel & { house: FolioId; day: BusinessDate }

/** A hotel whose desk has posted all that a folio takes: every kind of posting there is an operation for. */
export async function moneyHotel(app: TestApp): Promise<MoneyHotel> {
  const made = await folioHotel(app)
  const { must } = app
  const { folio, booking } = made
  const code = (name: string) => codeIn(made, name)
  const charge = async (name: string, unitMinor: number, on: FolioId = folio) =>
    (await must('folio.charge', { folioId: on, items: [{ codeId: code(name), unitMinor }] }))
      .lineIds[0] as never
  await must('folio.postRoom', { bookingId: booking, nights: [testBusinessDate as BusinessDate] })
  await charge('LAUN', 10_600)
  await charge('MINI', 3_333)
  await charge('TEL', 1_999)
  const wrong = await charge('SHOP', 9_999)
  await must('folio.correct', { lineIds: [wrong], reason: 'Wrong room' })
  const dinner = await charge('REST', 25_001)
  await must('folio.allow', { lineId: dinner, amountMinor: 5_000, reason: 'Cold soup' })
  const view = await must('folio.get', { id: folio })
  await must('folio.split', {
    lineId: lineIdOf(view, 'LAUN'),
    way: { by: 'shares', shares: [1, 2] },
    windows: [1, 2],
  })
  const { id: house } = await must('folio.openAccount', { kind: 'house', code: 'PM', name: 'Passers-by' })
  await must('folio.transfer', { lineIds: [lineIdOf(view, 'TEL')], toFolioId: house, toWindow: 1 })
  await must('chart.saveExchangeRate', {
    currency: 'USD',
    validFrom: addDays(testBusinessDate as BusinessDate, -10),
    rate: '7.1234',
  })
  await must('folio.pay', {
    folioId: folio,
    codeId: code('CASH'),
    amountMinor: 1,
    currency: 'USD',
    foreignMinor: 5_000,
  })
  await must('folio.pay', {
    folioId: folio,
    codeId: code('CARD'),
    amountMinor: 20_000,
    lastFour: '1111',
    brand: 'visa',
  })
  await must('folio.refund', {
    folioId: folio,
    codeId: code('CARD'),
    amountMinor: 1_000,
    reason: 'Paid too much',
  })
  await must('folio.payOut', { folioId: folio, codeId: code('PAIDOUT'), amountMinor: 3_000, reason: 'Taxi' })
  await must('folio.pay', { folioId: house, codeId: code('WECHAT'), amountMinor: 1_999 })
  return { ...made, house, day: testBusinessDate as BusinessDate }
}

/** The folio of another booking that arrives today. */
export async function secondFolio(app: TestApp, first: BookingId): Promise<FolioId> {
  const { rows } = await app.must('booking.list', { view: 'due-in' })
  const other = rows.find(({ id }) => id !== first)
  if (!other) throw new Error('no second arrival')
  return (await app.must('folio.openForBooking', { bookingId: other.id })).id
}
