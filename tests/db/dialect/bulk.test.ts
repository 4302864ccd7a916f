import { afterEach, expect, test } from 'vitest'
import { chainHash } from '#db/chain-hash.ts'
import { readWith } from '#db/dialect/building.ts'
import { bulkAccess } from '#db/dialect/sqlite/bulk.ts'
import type { OpenStore } from '#db/dialect/sqlite/open-store.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { bulkOver } from '#db/repositories/bulk/bulk.ts'
import { appendChanges, type ChangeHeader, readChangeHead } from '#db/repositories/change/repository.ts'
import { inTransaction } from '#db/transaction.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { tempFolder } from '#tests/support/app.ts'

const day = (text: string) => text as BusinessDate
const header: ChangeHeader = {
  moment: '2026-03-02T04:00:00.000Z',
  businessDate: day('2026-03-02'),
  actor: 'admin',
  workstation: 'TEST-PC',
  operation: 'import.start',
  reason: null,
  requestId: null,
  undoes: null,
}
const guest = (id: number) => ({
  id: id as GuestId,
  native_name: '',
  family_name: '',
  given_name: '',
  sort_key: '',
  salutation: '',
  gender: '',
  birth_date: null,
  nationality: 'PRT',
  language: '',
  unnamed: 1 as const,
  created_at: header.moment,
  version: 1,
})

let store: OpenStore | null = null
const folder = tempFolder()
afterEach(() => {
  store?.close()
  store = null
})

async function open(name: string): Promise<OpenStore> {
  const opened = await openStore(`${folder.path}/${name}`, { mode: 'new' })
  if ('trouble' in opened) throw new Error(opened.trouble.code)
  store = opened
  return opened
}

const indexes = (opened: OpenStore) =>
  opened.rawReader.prepare("select name from sqlite_master where type = 'index' order by name").pluck().all()

test('ids count on, unnamed guests stay out of the search, and rows of the log are chained', async () => {
  const { writer, rawWriter } = await open('a.keyrack')
  const bulk = bulkOver(bulkAccess(rawWriter))
  await inTransaction(writer, async () => {
    expect(bulk.nextId('guests')).toBe(1)
    expect(bulk.nextId('guests')).toBe(2)
    bulk.insertGuest(guest(1), '')
    bulk.insertGuest(guest(2), 'zhang wei')
    const entry = {
      entity: 'guest',
      entityId: 1,
      bookingId: null as BookingId | null,
      before: null,
      after: { unnamed: true },
    }
    const first = bulk.insertChange(header, entry)
    bulk.insertChange(header, { ...entry, entityId: 2 }, first)
    bulk.finish()
  })
  bulk.release()
  expect(
    rawWriter.prepare('select rowid from guest_search where guest_search match ?').pluck().all('wei'),
  ).toEqual([2])
  const rows = await readWith(writer).selectFrom('changes').selectAll().orderBy('seq').execute()
  let hash = ''
  for (const { hash: found, ...row } of rows) {
    hash = chainHash(hash, row)
    expect(found).toBe(hash)
    expect(row.command).toBe(1)
  }
  const head = await inTransaction(writer, async (tx) => {
    expect(await readChangeHead(tx)).toEqual({ seq: 2, hash })
    return appendChanges(tx, { seq: 2, hash }, header, [
      { entity: 'guest', entityId: 3, bookingId: null, before: null, after: {} },
    ])
  })
  expect(head.seq).toBe(3)
})

test('indexes taken down for the time of the work stand again after it, and after a rollback', async () => {
  const opened = await open('b.keyrack')
  const before = indexes(opened)
  const bulk = bulkOver(bulkAccess(opened.rawWriter))
  await inTransaction(opened.writer, async () => {
    await bulk.withoutIndexes(async () => bulk.insertGuest(guest(1), ''))
  })
  expect(indexes(opened)).toEqual(before)
  const failed = inTransaction(opened.writer, async () => {
    await bulk.withoutIndexes(async () => {
      bulk.insertGuest(guest(1), '')
    })
  })
  await expect(failed).rejects.toThrow('UNIQUE')
  expect(indexes(opened)).toEqual(before)
  bulk.release()
  expect(opened.rawWriter.pragma('cache_size', { simple: true })).toBe(-16000)
  expect(opened.rawWriter.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('what came in bulk is measured for the query planner of every open connection', async () => {
  const { writer, rawWriter, rawReader } = await open('e.keyrack')
  rawReader.prepare('select count(*) from guests').get()
  const bulk = bulkOver(bulkAccess(rawWriter))
  await inTransaction(writer, async () => {
    await bulk.withoutIndexes(async () => {
      for (let id = 1; id <= 300; id++) bulk.insertGuest(guest(id), '')
    })
  })
  bulk.release()
  const measured = rawReader
    .prepare("select stat from sqlite_stat1 where idx = 'guests_by_nationality'")
    .pluck()
    .get()
  expect(measured).toMatch(/^300 300 /)
  // Samples of values would have each statement planned again at every other value.
  expect(rawReader.prepare('select count(*) from sqlite_stat4').pluck().get()).toBe(0)
})

test('an id that stands in the log is never given twice', async () => {
  const { writer, rawWriter } = await open('d.keyrack')
  const bulk = bulkOver(bulkAccess(rawWriter))
  await inTransaction(writer, async () => {
    bulk.insertChange(header, { entity: 'guest', entityId: 41, bookingId: null, before: null, after: {} })
    expect(bulk.nextId('guests')).toBe(42)
    expect(bulk.nextId('room_nights')).toBe(1)
    bulk.finish()
  })
  bulk.release()
})

test('a column without a value is refused, not forgotten', async () => {
  const { writer, rawWriter } = await open('c.keyrack')
  const bulk = bulkOver(bulkAccess(rawWriter))
  const { nationality: _left, ...short } = guest(1)
  await expect(
    inTransaction(writer, async () => bulk.into.guests(short as ReturnType<typeof guest>)),
  ).rejects.toThrow()
  bulk.release()
})
