import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import type { FolioId, FolioLineId } from '#shared/values/index.ts'
import { type TestApp, testBusinessDate } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'
import { factRows, factRowsOnDay, refreshInsight } from '#tests/support/insight.ts'

let t: TestApp

beforeAll(async () => {
  t = await openDemoHotel()
  await refreshInsight(t)
}, 180_000)
afterAll(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

function one<R>(sql: string): R {
  const raw = openRaw(t.file, { readonly: true })
  raw.prepare('attach ? as insight').run(`${t.file}-insight`)
  const row = raw.prepare(sql).get() as R
  raw.close()
  return row
}

async function outputOf<K extends 'value' | 'facts'>(kind: K): Promise<RunOutputOf<K>> {
  return (await t.must('insight.output', { kind }))?.output as RunOutputOf<K>
}

const factsOf = (guest: number) => factRows(t.file).find((row) => row.guest_id === guest)

test('what guests brought says what of it the ledger knows', async () => {
  const { ledger, revenueMinor } = await outputOf('value')
  const sums = one<{ total: number; other: number }>(
    'select sum(monetary_minor) as total, sum(other_minor) as other from insight.guest_value',
  )
  expect([revenueMinor, ledger.otherMinor]).toEqual([sums.total, sums.other])
  expect(ledger.posted).toBeGreaterThan(100)
  expect(ledger.posted).toBeLessThan(ledger.bookings)
  expect(sums.other).toBeGreaterThan(0)
})

test('a late charge is a guest’s revenue from the next refresh on, and nobody else is read', async () => {
  const folio = one<{ id: FolioId; version: number; guest: number }>(
    `select f.id, f.version, b.guest_id as guest from folios f join bookings b on b.id = f.booking_id
       join guests g on g.id = b.guest_id
     where f.status = 'closed' and b.status = 'checked-out' and g.unnamed = 0
       and not exists (select 1 from folio_routings r where r.folio_id = f.id) order by f.id desc limit 1`,
  )
  const before = factsOf(folio.guest)
  await t.must('folio.reopen', { id: folio.id, version: folio.version, reason: 'Minibar' })
  const code = (await t.must('chart.get', {})).codes.find((each) => each.code === 'MINI')
  await t.must('folio.charge', {
    folioId: folio.id,
    items: [{ codeId: code?.id as never, unitMinor: 11_300 }],
  })
  await refreshInsight(t)
  expect((await outputOf('facts')).rebuilt).toBe(false)
  const after = factsOf(folio.guest)
  // 13 % of tax are in the price
  expect(Number(after?.total_revenue) - Number(before?.total_revenue)).toBe(10_000)
  expect(Number(after?.other_revenue) - Number(before?.other_revenue)).toBe(10_000)
  expect(after?.room_revenue).toBe(before?.room_revenue)
  expect(factRows(t.file)).toEqual(factRowsOnDay(t.file, testBusinessDate))
})

test('so is what is taken off on the account of a party', async () => {
  const line = one<{ id: FolioLineId; guest: number; net: number; gross: number }>(
    `select l.id, b.guest_id as guest, l.net_minor as net, l.gross_minor as gross from folio_lines l
       join folios f on f.id = l.folio_id join bookings b on b.id = l.booking_id
       join transaction_codes c on c.id = l.code_id join guests g on g.id = b.guest_id
     where f.kind = 'master' and b.status = 'checked-out' and l.gross_minor > 10600 and c.revenue_group = 'room' and g.unnamed = 0
       and not exists (select 1 from folio_lines o where o.negates = l.id) order by l.id desc limit 1`,
  )
  const before = factsOf(line.guest)
  await t.must('folio.allow', { lineId: line.id, amountMinor: 10_600, reason: 'Noise' })
  await refreshInsight(t)
  expect((await outputOf('facts')).rebuilt).toBe(false)
  expect(Number(factsOf(line.guest)?.total_revenue) - Number(before?.total_revenue)).toBe(-10_000)
  expect(factRows(t.file)).toEqual(factRowsOnDay(t.file, testBusinessDate))
})
