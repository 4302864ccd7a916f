import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BookingId } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { codesOf, linesOf } from '#tests/support/folio.ts'
import { ledgerFaults } from '#tests/support/ledger-check.ts'
import { smallHotel } from '#tests/support/small-hotel.ts'

/** A hotel whose room has a tax in the price and a fee of 350 a night on top, free from the third night back to the first. */
async function taxedHotel(app: TestApp) {
  const hotel = await smallHotel(app)
  await app.must('chart.load', { chart: 'cn-general' })
  const chart = await app.must('chart.get', {})
  const room = chart.codes.find(({ role }) => role === 'room')
  const vat = chart.rules.find(({ id }) => id === room?.taxRuleId)?.taxes[0]
  const account = chart.taxes.find(({ id }) => id === vat)?.accountId
  const fee = await app.must('chart.saveTax', {
    code: 'FEE',
    nameEn: 'Night fee',
    nameZh: '过夜费',
    accountId: account as never,
    terms: {
      included: false,
      addsToBase: false,
      ignoresEarlier: true,
      exemptUnderAge: null,
      exemptBusiness: false,
      exemptFromNight: 3,
      exemptBackToFirst: true,
      vatCategory: '',
      rates: [{ from: null, basis: { kind: 'per-night', amountMinor: 350 } }],
    },
    active: true,
  })
  const rule = await app.must('chart.saveTaxRule', {
    code: 'ROOMFEE',
    nameEn: 'Room with fee',
    nameZh: '房费含过夜费',
    taxes: [vat as never, fee.id],
    active: true,
  })
  const { version, id, ...code } = room as NonNullable<typeof room>
  await app.must('chart.saveCode', { ...code, id, version, taxRuleId: rule.id } as never)
  const { rows } = await app.must('booking.list', { view: 'due-in' })
  const booking = rows.find(({ guestId }) => guestId === hotel.guests.zhangWei)?.id as BookingId
  return { ...hotel, booking, codes: await codesOf(app) }
}

let app: TestApp & { made: Awaited<ReturnType<typeof taxedHotel>> }

beforeEach(async () => {
  app = await openFilledApp(import.meta.filename, taxedHotel)
})
afterEach(async () => {
  expect(app.defects).toEqual([])
  expect(ledgerFaults(app.file)).toEqual([])
  await app.close()
})

const nights = ['2026-03-02' as never]

test('a fee of the night is charged once, however many share the room, also of a free night', async () => {
  const { booking, guests } = app.made
  const { id: own } = await app.must('folio.openForBooking', { bookingId: booking })
  const { id } = await app.must('folio.openForBooking', { bookingId: booking, guestId: guests.anna as never })
  const terms = { creditLimitMinor: null, noPost: false, share: 1, shareFrom: null, shareTo: null }
  await app.must('folio.setTerms', { id, version: 1, ...terms })
  await app.must('folio.postRoom', { bookingId: booking, nights })
  const lines = [
    ...linesOf(await app.must('folio.get', { id: own })),
    ...linesOf(await app.must('folio.get', { id })),
  ]
  expect(lines.map(({ grossMinor }) => grossMinor)).toEqual([34_175, 34_175])
  expect(lines.flatMap(({ taxes }) => taxes.map(({ taxMinor }) => taxMinor)).sort((a, b) => a - b)).toEqual([
    175, 175, 1_924, 1_925,
  ])
  // Of the whole night they are right, though not of each part by itself
  expect(await app.call('folio.adjustTaxes', { bookingId: booking })).toMatchObject({
    refusal: { code: 'TAXES_RIGHT' },
  })
})

test('a stay that becomes long enough is free of a fee back to its first night, and short again it is due again', async () => {
  const { booking } = app.made
  await app.must('folio.postRoom', { bookingId: booking, nights })
  const { folios } = await app.must('folio.ofBooking', { bookingId: booking })
  const id = folios[0]?.id as never
  expect(await app.must('folio.get', { id })).toMatchObject({ balanceMinor: 68_350 })
  expect(await app.must('folio.previewTaxes', { bookingId: booking })).toEqual({ lines: 0, grossMinor: 0 })
  expect(await app.call('folio.adjustTaxes', { bookingId: booking })).toMatchObject({
    refusal: { code: 'TAXES_RIGHT' },
  })
  const view = await app.must('booking.get', { id: booking })
  const stay = { id: booking, arrival: view.arrival }
  await app.must('booking.changeDates', { ...stay, version: view.version, departure: '2026-03-06' as never })
  expect(await app.must('folio.previewTaxes', { bookingId: booking })).toEqual({ lines: 1, grossMinor: -350 })
  await app.must('folio.adjustTaxes', { bookingId: booking })
  expect(await app.must('folio.get', { id })).toMatchObject({ balanceMinor: 68_000 })
  expect(await app.must('folio.previewTaxes', { bookingId: booking })).toMatchObject({ lines: 0 })
  await app.must('booking.changeDates', {
    ...stay,
    version: view.version + 1,
    departure: '2026-03-04' as never,
  })
  await app.must('folio.adjustTaxes', { bookingId: booking })
  expect(await app.must('folio.get', { id })).toMatchObject({ balanceMinor: 68_350 })
})
