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

/** The same with what is kept beside folios: a shift, deposits, a hold, a voucher, an account's item, papers, a fee, a package. */
export async function wholeMoneyHotel(app: TestApp): Promise<MoneyHotel> {
  const made = await moneyHotel(app)
  const { must } = app
  const { folio, booking: bookingId } = made
  const code = (name: string) => codeIn(made, name)
  const names = { nameEn: 'Standard', nameZh: '标准', active: true }
  await must('chart.savePackage', {
    ...names,
    code: 'BB',
    terms: {
      ratePlanIds: [],
      meals: [],
      elements: [{ codeId: code('BRKF'), per: 'adult', amountMinor: 5_000, basisPoints: null }],
    },
  })
  const free = { kind: 'none' } as const
  const noShow = { kind: 'percent', basisPoints: 5_000 } as const
  await must('chart.saveFeePolicy', {
    ...names,
    code: 'STD',
    terms: { ratePlanIds: [], cancellation: [], noShow, earlyDeparture: free },
  })
  await must('folio.postFee', { bookingId, fee: 'no-show', amountMinor: 5_000, reason: 'Agreed' })
  const shift = await must('shift.open', { floatMinor: 50_000 })
  const cash = { bookingId, codeId: code('CASH') }
  const deposit = await must('deposit.take', { ...cash, kind: 'deposit', amountMinor: 40_000 })
  const key = await must('deposit.take', { ...cash, kind: 'key', amountMinor: 30_000 })
  await must('deposit.apply', { id: deposit.id, version: 1, amountMinor: 15_000, window: 1 })
  await must('deposit.refund', { id: key.id, version: 1, amountMinor: 10_000 })
  const card = { bookingId, amountMinor: 80_000, brand: 'visa', lastFour: '1234' } as const
  const { id: held } = await must('hold.take', card)
  await must('hold.capture', { id: held, version: 1, amountMinor: 5_000 })
  await must('hold.release', { id: (await must('hold.take', card)).id, version: 1 })
  const sold = { folioId: folio, codeId: code('GIFTSALE'), number: 'GV-1', amountMinor: 20_000 }
  await must('voucher.sell', sold)
  const pays = { folioId: folio, window: 1 }
  await must('folio.pay', { ...pays, codeId: code('VOUCHER'), voucherNo: 'GV-1', amountMinor: 8_000 })
  const { id: accountId } = await must('account.save', { kind: 'company', code: 'ACME', name: 'Acme' })
  await must('folio.pay', { ...pays, codeId: code('CITY'), accountId, amountMinor: 12_000 })
  await must('shift.drop', { amountMinor: 20_000 })
  await must('shift.close', { id: shift.id, version: shift.version + 1, counted: { CNY: { 10000: 7 } } })
  const view = await must('folio.get', { id: folio })
  const lineIds = [lineIdOf(view, 'MINI')]
  const { paperId } = await must('paper.issue', { folioId: folio, window: 1, language: 'zh', lineIds })
  await must('paper.credit', { paperId, reason: 'Wrong payee' })
  await must('paper.issue', { folioId: folio, window: 1, language: 'zh', lineIds })
  await must('fapiao.ask', {
    folioId: folio,
    lineIds: [lineIdOf(view, 'REST')],
    title: '张伟',
    details: { person: true },
  })
  return made
}

/** The folio of another booking that arrives today. */
export async function secondFolio(app: TestApp, first: BookingId): Promise<FolioId> {
  const { rows } = await app.must('booking.list', { view: 'due-in' })
  const other = rows.find(({ id }) => id !== first)
  if (!other) throw new Error('no second arrival')
  return (await app.must('folio.openForBooking', { bookingId: other.id })).id
}
