import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import { type Importing, openImporting, recognised, summaryOf } from './support.ts'

let hotel: Importing & { close: () => Promise<void> }
beforeEach(async () => {
  hotel = await openImporting()
})
afterEach(async () => {
  const { defects } = hotel.app
  const examined = await hotel.look(async (rawReader) => (await examine({ rawReader }, () => 0)).findings)
  await hotel.close()
  expect(defects).toEqual([])
  expect(examined).toEqual([])
})

const lines = [
  'Guest name,Arrival,Departure,Room type,Rate,Status,Breakfast,Channel',
  'S1,2026-03-25,2026-03-27,DBL,300,Held,是,Agent X',
  'S2,2026-03-25,2026-03-27,DBL,300,held,否,Booking.com',
  'S3,2026-03-25,2026-03-27,DBL,300,Confirmed,是,Agent X',
]

async function importLines(dryRun: boolean, words?: object) {
  const token = hotel.give('a.csv', `${lines.join('\n')}\n`)
  const mapping = { ...(await recognised(hotel.app, token)), ...(words ? { words } : {}) }
  return summaryOf(await hotel.run({ file: token, profile: 'generic', mapping, dryRun }))
}
const booked = () =>
  hotel.look((raw) => raw.prepare('select status, meal, channel from bookings order by id').raw().all())

describe('unknown words', () => {
  test('are listed with their rows, given a meaning once for all, and read so from then on', async () => {
    const dry = await importLines(true)
    expect(dry).toMatchObject({ imported: 1, rejected: { statusUnknown: 2 } })
    expect(dry.unknownWords).toEqual([
      { field: 'status', word: 'Held', rows: 2 },
      { field: 'meal', word: '是', rows: 1 },
      { field: 'channel', word: 'Agent X', rows: 1 },
    ])
    await hotel.app.must('import.mapWord', { field: 'status', word: 'Held', means: 'confirmed' })
    await hotel.app.must('import.mapWord', { field: 'meal', word: '是', means: 'breakfast' })
    await hotel.app.must('import.mapWord', { field: 'meal', word: '否', means: 'room-only' })
    await hotel.app.must('import.mapWord', { field: 'channel', word: 'agent x', means: 'travel-agent' })
    const summary = await importLines(false)
    expect(summary).toMatchObject({ imported: 3, rejected: {}, notes: {} })
    expect(summary.unknownWords).toBeUndefined()
    expect(booked()).toEqual([
      ['confirmed', 'breakfast', 'travel-agent'],
      ['confirmed', 'room-only', 'online-agency'],
      ['confirmed', 'breakfast', 'travel-agent'],
    ])
  })

  test('may be given their meaning by the file of a mapping, before what the store says', async () => {
    await hotel.app.must('import.mapWord', { field: 'status', word: 'Held', means: 'cancelled' })
    const words = { status: { HELD: 'waitlisted' }, meal: { 是: 'half-board' } }
    expect(await importLines(false, words)).toMatchObject({ imported: 3, rejected: {} })
    expect(booked().map((row) => (row as string[])[0])).toEqual(['waitlisted', 'waitlisted', 'confirmed'])
  })

  test('a meaning is logged, changed, forgotten, and undone', async () => {
    const means = async () =>
      (await hotel.app.must('import.words', {})).map(({ word, means }) => [word, means])
    await hotel.app.must('import.mapWord', { field: 'status', word: 'Held', means: 'enquiry' })
    await hotel.app.must('import.mapWord', { field: 'status', word: 'held', means: 'confirmed' })
    expect(await hotel.app.must('import.words', {})).toMatchObject([
      {
        field: 'status',
        word: 'Held',
        means: 'confirmed',
        by: expect.stringMatching(/./),
        at: expect.stringMatching(/Z$/),
      },
    ])
    const changes = hotel.look((raw) =>
      raw
        .prepare("select seq, before, after from changes where entity = 'import-word' order by seq")
        .raw()
        .all(),
    ) as [number, string | null, string | null][]
    expect(
      changes.map(([, before, after]) => [before && JSON.parse(before), after && JSON.parse(after)]),
    ).toEqual([
      [null, { field: 'status', word: 'Held', means: 'enquiry' }],
      [{ means: 'enquiry' }, { means: 'confirmed' }],
    ])
    await hotel.app.must('change.undo', { change: changes[1]?.[0] ?? 0 })
    expect(await means()).toEqual([['Held', 'enquiry']])
    await hotel.app.must('import.mapWord', { field: 'status', word: 'HELD', means: null })
    expect(await means()).toEqual([])
    const gone = hotel.look((raw) => raw.prepare('select max(seq) from changes').pluck().get())
    await hotel.app.must('change.undo', { change: Number(gone) })
    expect(await means()).toEqual([['Held', 'enquiry']])
    expect(
      await hotel.app.call('import.mapWord', { field: 'meal', word: 'Held', means: null }),
    ).toMatchObject({
      refusal: { code: 'WORD_UNKNOWN', params: { word: 'Held' } },
    })
    expect(
      await hotel.app.call('import.mapWord', { field: 'meal', word: 'Held', means: 'confirmed' } as never),
    ).toMatchObject({ fault: { code: 'INVALID_INPUT' } })
  })
})
