import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { describeReply } from '#shared/i18n/index.ts'
import type { AccountId, RoomTypeId } from '#shared/values/index.ts'
import { openFilledApp, type TestApp, tempFolder } from '#tests/support/app.ts'
import { type SmallHotel, smallHotel } from '#tests/support/small-hotel.ts'

let t: TestApp & { made: SmallHotel & { agency: AccountId; company: AccountId } }
let folder: ReturnType<typeof tempFolder>
beforeEach(async () => {
  folder = tempFolder()
  t = await openFilledApp(import.meta.filename, async (app) => {
    const account = (kind: 'agency' | 'company', code: string) =>
      app.must('account.save', { kind, code, name: code })
    const { id: agency } = await account('agency', 'CTRIP')
    const { id: company } = await account('company', 'ACME')
    return { ...(await smallHotel(app)), agency, company }
  })
})
afterEach(async () => {
  await t.close()
  folder.remove()
  expect(t.defects).toEqual([])
})

const cell = (month: number, nights: number, revenueMinor: number, line = {}) => ({
  month,
  roomTypeId: 0 as const,
  segment: '' as const,
  nights,
  revenueMinor,
  ...line,
})
const house = {
  year: 2026,
  version: 0,
  level: 'house' as const,
  cells: [cell(3, 200, 9_000_000), cell(4, 0, 0)],
}

const undoLast = async () => {
  const [row] = (await t.must('change.list', { limit: 1 })).rows
  return t.call('change.undo', { change: row?.seq ?? 0 })
}
const images = () => {
  const raw = openRaw(t.file, { readonly: true })
  const faults = examineImages(raw, () => undefined)
  raw.close()
  return faults
}
const give = (name: string, text: string) => {
  const path = join(folder.path, name)
  writeFileSync(path, text)
  return t.app.files.give({ path, name, temporary: false })
}

describe('a budget', () => {
  test('is called by its year in the log, in text as everything there is', async () => {
    await t.must('budget.save', house)
    const { rows } = await t.must('change.list', { limit: 1 })
    expect(rows[0]).toMatchObject({ entity: 'budget', label: '2026' })
  })

  test('is written, read, changed, undone and deleted, as the log has it', async () => {
    expect(await t.must('budget.get', { year: 2026 })).toMatchObject({
      level: 'house',
      cells: [],
      version: 0,
      years: [],
    })
    await t.must('budget.save', house)
    expect(await t.must('budget.get', { year: 2026 })).toEqual({
      year: 2026,
      level: 'house',
      cells: [cell(3, 200, 9_000_000)],
      version: 1,
      years: [2026],
    })
    const types = [
      cell(3, 150, 7_000_000, { roomTypeId: t.made.types.DLX }),
      cell(3, 50, 4_000_000, { roomTypeId: t.made.types.STE }),
    ]
    await t.must('budget.save', { ...house, version: 1, level: 'type', cells: types })
    expect((await t.must('budget.get', { year: 2026 })).cells).toEqual(types)
    expect(images()).toEqual([])
    await undoLast()
    expect(await t.must('budget.get', { year: 2026 })).toMatchObject({
      level: 'house',
      cells: [cell(3, 200, 9_000_000)],
    })
    await t.must('budget.delete', { year: 2026, version: 3 })
    expect((await t.must('budget.get', { year: 2026 })).years).toEqual([])
    await undoLast()
    expect((await t.must('budget.get', { year: 2026 })).cells).toEqual([cell(3, 200, 9_000_000)])
    expect(images()).toEqual([])
  })

  test('that somebody saved meanwhile is not written over', async () => {
    await t.must('budget.save', house)
    const conflict = { ok: false, fault: { code: 'CONFLICT' } }
    expect(await t.call('budget.save', house)).toMatchObject(conflict)
    await t.must('budget.save', { ...house, version: 1, cells: [cell(3, 210, 9_000_000)] })
    expect(
      await t.call('budget.save', { ...house, version: 1, cells: [cell(3, 220, 9_000_000)] }),
    ).toMatchObject(conflict)
    expect(await t.call('budget.delete', { year: 2026, version: 1 })).toMatchObject(conflict)
    expect((await t.must('budget.get', { year: 2026 })).cells).toEqual([cell(3, 210, 9_000_000)])
    expect(await t.call('budget.save', { ...house, year: 2027, version: 4 })).toMatchObject(conflict)
  })

  test('is refused for a type that there is not and lines that do not fit', async () => {
    const strange = [cell(3, 1, 1, { roomTypeId: 999 as RoomTypeId })]
    expect(await t.call('budget.save', { ...house, level: 'type', cells: strange })).toMatchObject({
      refusal: { code: 'ROOM_TYPE_UNKNOWN' },
    })
    const twice = await t.call('budget.save', { ...house, cells: [cell(3, 1, 1), cell(3, 2, 1)] })
    expect(describeReply(twice as never, 'en', 'budget.save')).toBe(
      'A line of month 3 is there twice. Nothing was changed.',
    )
    expect(await t.call('budget.delete', { year: 2026, version: 1 })).toMatchObject({
      refusal: { code: 'BUDGET_UNKNOWN' },
    })
    for (const name of ['budget.get', 'budget.save'] as const)
      expect(await t.deskAs('clerk').call(name, house)).toMatchObject({ fault: { code: 'NOT_PERMITTED' } })
  })

  test('keeps its room types', async () => {
    await t.must('room.saveType', {
      code: 'NEW',
      nameEn: 'New',
      nameZh: '新',
      maxPersons: 2,
      baseRateMinor: 1,
      position: 9,
    })
    const made = (await t.must('change.list', { limit: 1 })).rows[0]!
    const type = made.entityId as RoomTypeId
    await t.must('budget.save', { ...house, level: 'type', cells: [cell(3, 5, 5, { roomTypeId: type })] })
    expect(await t.call('change.undo', { change: made.seq })).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { what: 'budget' } },
    })
  })

  test('copies what a year brought: days that are over, at its level', async () => {
    // Nobody has stayed before the business date
    expect(await t.must('budget.readActual', { year: 2026, level: 'type' })).toEqual({ cells: [], days: 60 })
    expect((await t.must('budget.readActual', { year: 2025, level: 'house' })).days).toBe(365)
    expect((await t.must('budget.readActual', { year: 2027, level: 'house' })).days).toBe(0)
  })
})

describe('a budget from a file', () => {
  test('is looked at, then written whole', async () => {
    const file = give(
      'budget.csv',
      'Month,Type,Nights,Revenue\r\n1,DLX,200,"13,600.00"\r\n1,套房,40,5120\r\n',
    )
    const seen = await t.must('budget.readFile', { file, year: 2026 })
    expect(seen).toMatchObject({ level: 'type', lines: 2, wrong: [], wrongLines: 0 })
    expect((await t.must('budget.get', { year: 2026 })).version).toBe(0)
    await t.must('budget.import', { file, year: 2026, version: 0 })
    expect(await t.must('budget.get', { year: 2026 })).toMatchObject({
      level: 'type',
      cells: [
        { month: 1, roomTypeId: t.made.types.DLX, nights: 200, revenueMinor: 1_360_000 },
        { month: 1, roomTypeId: t.made.types.STE, nights: 40, revenueMinor: 512_000 },
      ],
    })
    expect(await t.call('budget.import', { file, year: 2026, version: 0 })).toMatchObject({
      fault: { code: 'CONFLICT' },
    })
  })

  test('with a wrong line changes nothing, and names every one', async () => {
    await t.must('budget.save', house)
    const file = give('budget.csv', 'Month;Nights;Revenue\n1;200;13600\n14;40;5120\n2;many;3\n')
    const { wrong, cells } = await t.must('budget.readFile', { file, year: 2026 })
    expect(wrong.map(({ line, column, text }) => [line, column, text])).toEqual([
      [3, 'month', '14'],
      [4, 'nights', 'many'],
    ])
    expect(cells.length).toBe(1)
    const reply = await t.call('budget.import', { file, year: 2026, version: 1 })
    expect(describeReply(reply as never, 'en', 'budget.import')).toBe(
      'Wrong lines in the file: 2, the first is line 3. Nothing was changed.',
    )
    expect((await t.must('budget.get', { year: 2026 })).version).toBe(1)
  })

  test.each([
    ['that is no table', 'a.csv', '{"month": 1}', 'FILE_NOT_TABLE'],
    ['without a column that it needs', 'b.csv', 'Month,Nights\n1,2\n', 'FILE_COLUMNS_MISSING'],
    ['that is empty', 'c.csv', '', 'FILE_EMPTY'],
  ])('%s is refused', async (_what, name, text, code) => {
    const file = give(name, text)
    expect(await t.call('budget.readFile', { file, year: 2026 })).toMatchObject({ refusal: { code } })
    expect(await t.call('budget.import', { file, year: 2026, version: 0 })).toMatchObject({
      refusal: { code },
    })
  })

  test('that is gone is refused', async () => {
    expect(await t.call('budget.readFile', { file: 'gone', year: 2026 })).toMatchObject({
      refusal: { code: 'FILE_UNKNOWN' },
    })
  })
})

describe('the competitor set', () => {
  const march = { roomsAvailable: 3100, roomsSold: 2100, revenueMinor: 90_000_000 }
  const nothing = { roomsAvailable: 0, roomsSold: 0, revenueMinor: 0 }
  const set = {
    year: 2026,
    version: 0,
    hotels: 'Grand, Plaza',
    cells: { '2026-03': march, '2026-04': nothing },
  }

  test('is written, changed, undone and checked', async () => {
    expect(await t.must('compSet.get', { year: 2026 })).toEqual({
      year: 2026,
      hotels: '',
      cells: {},
      version: 0,
    })
    await t.must('compSet.save', set)
    expect(await t.must('compSet.get', { year: 2026 })).toMatchObject({
      hotels: 'Grand, Plaza',
      cells: { '2026-03': march },
    })
    await t.must('compSet.save', { ...set, version: 1, hotels: 'Grand', cells: { '2026-04-01': march } })
    expect(images()).toEqual([])
    await undoLast()
    expect(await t.must('compSet.get', { year: 2026 })).toMatchObject({
      hotels: 'Grand, Plaza',
      cells: { '2026-03': march },
    })
    expect(await t.call('compSet.save', set)).toMatchObject({ fault: { code: 'CONFLICT' } })
    const sold = { ...march, roomsSold: 3200 }
    expect(await t.call('compSet.save', { ...set, version: 3, cells: { '2026-03': sold } })).toMatchObject({
      refusal: { code: 'COMP_SET_INVALID', params: { why: 'sold', period: '2026-03' } },
    })
    expect(images()).toEqual([])
  })
})

describe('commissions', () => {
  const own = async () =>
    (await t.must('commission.list', {})).map(({ code, basisPoints, version }) => [
      code,
      basisPoints,
      version,
    ])

  test('are of agencies, agreed, changed, ended and undone', async () => {
    const id = t.made.agency
    expect(await own()).toEqual([['CTRIP', null, 0]])
    await t.must('commission.save', { id, version: 0, basisPoints: 1500 })
    await t.must('commission.save', { id, version: 1, basisPoints: 1250 })
    expect(await own()).toEqual([['CTRIP', 1250, 2]])
    expect(await t.call('commission.save', { id, version: 1, basisPoints: 100 })).toMatchObject({
      fault: { code: 'CONFLICT' },
    })
    await t.must('commission.save', { id, version: 2, basisPoints: null })
    expect(await own()).toEqual([['CTRIP', null, 0]])
    await undoLast()
    expect(await own()).toEqual([['CTRIP', 1250, 1]])
    expect(images()).toEqual([])
    expect(await t.call('commission.save', { id: t.made.company, version: 0, basisPoints: 1 })).toMatchObject(
      {
        refusal: { code: 'ACCOUNT_UNKNOWN' },
      },
    )
    expect(await t.call('commission.save', { id, version: 1, basisPoints: 10_001 })).toMatchObject({
      ok: false,
    })
  })

  test('keep their agency an agency', async () => {
    const id = t.made.agency
    await t.must('commission.save', { id, version: 0, basisPoints: 1500 })
    const change = { id, version: 1, kind: 'company' as const, code: 'CTRIP', name: 'CTRIP' }
    expect(await t.call('account.save', change)).toMatchObject({ refusal: { code: 'ACCOUNT_IN_USE' } })
  })
})

describe('settings of reports', () => {
  test('are what a hotel begins with until somebody changes them', async () => {
    expect(await t.must('report.settings', {})).toEqual({
      clerksSee: 'without-revenue',
      weekStarts: 'monday',
      version: 0,
    })
    await t.must('report.saveSettings', { version: 0, clerksSee: 'nothing', weekStarts: 'sunday' })
    expect(await t.must('report.settings', {})).toEqual({
      clerksSee: 'nothing',
      weekStarts: 'sunday',
      version: 1,
    })
    const stale = { version: 0, clerksSee: 'all' as const, weekStarts: 'sunday' as const }
    expect(await t.call('report.saveSettings', stale)).toMatchObject({ fault: { code: 'CONFLICT' } })
    expect(images()).toEqual([])
    await undoLast()
    expect((await t.must('report.settings', {})).version).toBe(0)
  })
})
