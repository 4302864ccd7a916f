import { expect, it } from 'vitest'
import { type FapiaoCharge, fapiaoLinesOf, fapiaoRows } from '#shared/domain/folio/fapiao-batch.ts'

const room: FapiaoCharge = { code: '1000', name: '房费', item: '307', rate: '6', grossMinor: 58800 }
const breakfast: FapiaoCharge = { code: '2000', name: '早餐', item: '308', rate: '6', grossMinor: 8800 }

it('charges of one code and rate are one line, and catering another', () => {
  const corrected = { ...room, grossMinor: -8800 }
  expect(fapiaoLinesOf([room, breakfast, room, corrected])).toEqual({
    ok: true,
    value: [
      { name: '房费', item: '307', rate: '6', grossMinor: 108800 },
      { name: '早餐', item: '308', rate: '6', grossMinor: 8800 },
    ],
  })
  expect(fapiaoLinesOf([room, { ...room, rate: '1' }])).toMatchObject({ value: { length: 2 } })
})

it.each([
  ['FAPIAO_NO_ITEM', [{ ...room, item: '' }]],
  ['FAPIAO_NO_RATE', [room, { ...breakfast, rate: '' }]],
  ['FAPIAO_NOT_POSITIVE', [{ ...room, grossMinor: -1 }]],
  ['FAPIAO_NOT_POSITIVE', [room, { ...room, grossMinor: -58800 }]],
  ['FAPIAO_NOT_POSITIVE', []],
])('refuses %s', (code, charges) => {
  expect(fapiaoLinesOf(charges)).toMatchObject({ ok: false, refusal: { code } })
})

it.each([
  ['6', '0.06'],
  ['13', '0.13'],
  ['1', '0.01'],
  ['1.5', '0.015'],
  ['0', '0'],
  ['10', '0.1'],
])('a rate of %s %% is written %s', (rate, text) => {
  const details = { person: true, address: '', phone: '', bank: '', account: '', email: '', remark: '' }
  const lines = [{ name: 'x', item: '1', rate, grossMinor: 100 }]
  const request = { serial: '1', kind: 'ordinary' as const, title: 'x', taxNo: '', details, lines }
  expect(fapiaoRows([request]).detail[0]?.税率).toBe(text)
})
