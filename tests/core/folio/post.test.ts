import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { codeIn, type FolioHotel, folioHotel, lineIdOf, linesOf } from '#tests/support/folio.ts'

let app: TestApp & { made: FolioHotel }

beforeEach(async () => {
  app = await openFilledApp(import.meta.filename, folioHotel)
})
afterEach(async () => {
  expect(app.defects).toEqual([])
  await app.close()
})

const code = (name: string) => codeIn(app.made, name)
const get = () => app.must('folio.get', { id: app.made.folio })

test('a charge with its tax, paid in cash with change, closes the folio', async () => {
  const { folio } = app.made
  await app.must('folio.charge', {
    folioId: folio,
    items: [{ codeId: code('LAUN'), quantity: 2000, unitMinor: 5_300 }],
  })
  let view = await get()
  expect(view.balanceMinor).toBe(10_600)
  expect(linesOf(view)).toMatchObject([{ code: 'LAUN', netMinor: 10_000, taxMinor: 600, grossMinor: 10_600 }])
  const paid = await app.must('folio.pay', {
    folioId: folio,
    codeId: code('CASH'),
    amountMinor: 10_600,
    tenderedMinor: 20_000,
  })
  expect(paid).toMatchObject({ balanceMinor: 0, changeMinor: 9_400 })
  view = await get()
  await app.must('folio.close', { id: folio, version: view.version })
  expect(
    await app.call('folio.charge', { folioId: folio, items: [{ codeId: code('LAUN'), unitMinor: 100 }] }),
  ).toMatchObject({
    refusal: { code: 'FOLIO_CLOSED' },
  })
})

test('what was posted wrong is corrected to the minor unit, and the correction undone', async () => {
  const { folio } = app.made
  await app.must('folio.charge', { folioId: folio, items: [{ codeId: code('MINI'), unitMinor: 3_333 }] })
  const line = lineIdOf(await get(), 'MINI')
  await app.must('folio.correct', { lineIds: [line], reason: 'Wrong room' })
  expect(await get()).toMatchObject({ balanceMinor: 0, chargedMinor: 0 })
  const { rows } = await app.must('change.list', { operation: 'folio.correct' })
  await app.must('change.undo', { change: rows[0]?.command as number })
  expect(await get()).toMatchObject({ balanceMinor: 3_333, chargedMinor: 3_333 })
  expect(linesOf(await get())).toHaveLength(1)
})
