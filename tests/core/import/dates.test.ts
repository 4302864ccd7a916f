import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Mapping } from '#shared/contract/import.ts'
import { closeHotel, column, findingsOf, hotel, openHotel } from './lists.ts'
import { summaryOf } from './support.ts'

beforeEach(openHotel)
afterEach(async () => {
  expect(await closeHotel()).toEqual([])
})

const columns = { Arrival: 'arrival', Departure: 'departure', 'Room type': 'roomType', Rate: 'rate' } as const

/** Imports stays “arrival departure”; without a stated order the file settles it. */
async function stays(name: string, rows: readonly string[], dateOrder?: Mapping['dateOrder']) {
  const lines = ['Arrival,Departure,Room type,Rate', ...rows.map((row) => `${row.replace(' ', ',')},KING,1`)]
  const file = hotel.give(name, `${lines.join('\n')}\n`)
  const mapping = dateOrder ? { mapping: { columns, dateOrder } } : {}
  return summaryOf(await hotel.run({ file, profile: 'generic', dryRun: false, ...mapping }))
}
const arrivals = () => column('select arrival from bookings order by id')

describe('the order of dates', () => {
  test('is settled by whatever row settles it, and told in the summary', async () => {
    const summary = await stays('a.csv', [
      '03/04/2026 05/04/2026',
      '04/04/2026 06/04/2026',
      '13/04/2026 14/04/2026',
    ])
    expect(summary).toMatchObject({
      imported: 3,
      rejected: {},
      dateOrders: { Arrival: 'dmy', Departure: 'dmy' },
    })
    expect(arrivals()).toEqual(['2026-04-03', '2026-04-04', '2026-04-13'])
    expect(await stays('b.csv', ['03/04/2026 03/06/2026', '04/13/2026 04/14/2026'])).toMatchObject({
      dateOrders: { Arrival: 'mdy', Departure: 'mdy' },
    })
    expect(arrivals().slice(3)).toEqual(['2026-03-04', '2026-04-13'])
  })

  test('that nothing settles keeps the rows of two readings out, and those alone', async () => {
    const summary = await stays('a.csv', [
      '03/04/2026 05/04/2026',
      '2026-04-03 2026-04-05',
      '05/05/2026 06/06/2026',
    ])
    expect(summary).toMatchObject({
      imported: 2,
      rejected: { dateAmbiguous: 1 },
      dateOrders: { Arrival: 'open', Departure: 'open' },
    })
    expect(
      (await findingsOf(summary.batchId)).map(({ line, reason, field }) => [line, reason, field]),
    ).toEqual([
      [2, 'dateAmbiguous', 'Arrival'],
      [2, 'dateAmbiguous', 'Departure'],
    ])
    expect(arrivals()).toEqual(['2026-04-03', '2026-05-05'])
  })

  test('is settled by stays where only one makes any', async () => {
    expect(await stays('a.csv', ['11/04/2026 02/05/2026', '03/04/2026 05/04/2026'])).toMatchObject({
      imported: 2,
    })
    expect(arrivals()).toEqual(['2026-04-11', '2026-04-03'])
  })

  test('of two kinds in one column rejects what may be either, and says so', async () => {
    const summary = await stays('a.csv', [
      '13/04/2026 2026-04-15',
      '04/13/2026 2026-04-15',
      '03/04/2026 2026-04-15',
    ])
    expect(summary).toMatchObject({
      imported: 2,
      rejected: { dateAmbiguous: 1 },
      notes: { dateOrderMixed: 1 },
      dateOrders: { Arrival: 'mixed', Departure: 'clear' },
    })
  })

  test('that is stated is read, where nothing settles it', async () => {
    expect(await stays('a.csv', ['03/04/2026 05/04/2026'], 'dmy')).toMatchObject({ imported: 1, notes: {} })
    expect(await stays('b.csv', ['03/04/2026 03/05/2026'], 'mdy')).toMatchObject({ imported: 1, notes: {} })
    expect(arrivals()).toEqual(['2026-04-03', '2026-03-04'])
  })

  test.each(['mdy', 'ymd'] as const)(
    'stated as %s, where all dates fit another, lets no wrong stay in and names it',
    async (stated) => {
      const summary = await stays(
        'a.csv',
        ['03/04/2026 04/04/2026', '13/04/2026 14/04/2026', '2026-04-03 2026-04-04'],
        stated,
      )
      expect(summary).toMatchObject({
        imported: 1,
        notes: { dateOrderFits: 2 },
        dateOrders: { Arrival: 'dmy', Departure: 'dmy' },
      })
      expect(arrivals()).toEqual(['2026-04-03'])
      const named = (await findingsOf(summary.batchId)).filter(({ reason }) => reason === 'dateOrderFits')
      expect(named.map(({ line, field, value }) => [line, field, value])).toEqual([
        [0, 'Arrival', 'dmy'],
        [0, 'Departure', 'dmy'],
      ])
    },
  )

  test('is told by inspect, column by column', async () => {
    const file = hotel.give(
      'a.csv',
      'Arrival,Departure,Booked on,Room type,Rate\n11/04/2026,28/04/2026,2026-01-05,KING,1\n',
    )
    const { columns: found } = await hotel.app.must('import.inspect', { file })
    expect(found.map(({ name, dates }) => [name, dates])).toEqual([
      ['Arrival', 'dmy'],
      ['Departure', 'dmy'],
      ['Booked on', 'clear'],
      ['Room type', null],
      ['Rate', null],
    ])
  })
})
