import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DressedFile, dressedFile, type TrueStay } from './dressed-files.ts'
import { closeHotel, hotel, openHotel, rowsOf } from './lists.ts'
import { summaryOf } from './support.ts'

beforeAll(openHotel)
afterAll(async () => {
  expect(await closeHotel()).toEqual([])
})

type Found = { number: string; guest: string; phone: string } & Omit<
  TrueStay,
  'fault' | 'number' | 'guest' | 'phone'
>

/** What the store says of the bookings of an import. */
function foundIn(batch: number | null): Found[] {
  return rowsOf<Found & { rates: string }>(
    `select b.source ->> '$.confirmationNo' as number, g.native_name as guest, b.arrival, b.departure, t.code as roomType, b.adults,
      (select group_concat(c.value) from guest_contacts c where c.guest_id = g.id) as phone,
      (select group_concat(distinct n.rate_minor) from room_nights n where n.booking_id = b.id) as rates
    from bookings b join guests g on g.id = b.guest_id join room_types t on t.id = b.room_type_id where b.import_batch_id = ${batch ?? 0}`,
  ).map(({ rates, ...row }) => ({ ...row, rateMinor: Number(rates) }))
}

/** Imports a file as a person would who sees it: says its order of dates and its decimal sign, and nothing else. */
async function importFile({ name, bytes, encoding, order, sign }: DressedFile) {
  const file = hotel.give(name, bytes)
  const asked = encoding ? { encoding } : {}
  const look = await hotel.app.call('import.inspect', { file, ...asked })
  if (!look.ok) return look
  const named = look.output.columns.flatMap(({ name: column, field }) =>
    field ? [[column, field] as const] : [],
  )
  const mapping = { columns: Object.fromEntries(named), dateOrder: order, decimalSign: sign }
  return summaryOf(await hotel.run({ file, profile: 'generic', mapping, dryRun: false, ...asked }))
}

test('stays in any dress come in as they truly are, or are refused with the true reason', async () => {
  const counts = { clean: 0, imported: 0, faulty: 0 }
  let serial = 0
  await fc.assert(
    fc.asyncProperty(dressedFile, async (make) => {
      serial += 1
      const file = make(serial)
      const clean = file.stays.filter(({ fault }) => fault === null)
      counts.clean += clean.length
      const answer = await importFile(file)
      if ('ok' in answer) {
        // A few names may be text in two encodings: then a person is asked.
        expect(answer).toMatchObject({ refusal: { code: 'FILE_ENCODING', params: { why: 'choices' } } })
        return
      }
      const truth = new Map(file.stays.map((one) => [one.number, one]))
      for (const { phone, ...found } of foundIn(answer.batchId)) {
        const {
          fault,
          phone: truePhone,
          ...stay
        } = truth.get(found.number) ?? { fault: 'unknown', phone: '' }
        expect({ ...found, fault }).toEqual({ ...stay, fault: null })
        expect((phone ?? '').split(','), JSON.stringify(file.stays)).toContain(`+86${truePhone}`)
        counts.imported++
      }
      const source = answer.batchId === null ? null : `batch:${answer.batchId}`
      const rows = source
        ? (await hotel.app.must('import.findings', { source, kind: 'rejected', limit: 1000 })).rows
        : []
      for (const { number, fault } of file.stays.filter((one) => one.fault !== null)) {
        counts.faulty++
        if (source)
          expect(rows.filter(({ row }) => row.includes(number)).map(({ reason }) => reason)).toContain(fault)
      }
    }),
    { numRuns: 60, endOnFailure: true },
  )
  expect(counts.imported / counts.clean).toBeGreaterThanOrEqual(0.95)
  expect(counts.faulty).toBeGreaterThan(0)
})
