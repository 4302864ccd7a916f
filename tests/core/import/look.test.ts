import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demandFile } from '#tests/support/booking-demand.ts'
import { closeHotel, hotel, openHotel, rowsOf } from './lists.ts'

beforeEach(openHotel)
afterEach(async () => {
  expect(await closeHotel()).toEqual([])
})

describe('a look into a file', () => {
  test('repeats no payment card’s number, neither of a heading nor of the file’s name', async () => {
    const file = hotel.give('4111 1111 1111 1111.csv', 'Arrival,Card 4111-1111-1111-1111\n2026-03-05,x\n')
    const look = await hotel.app.must('import.inspect', { file })
    expect(look.name).toBe('[visa …1111].csv')
    expect(look.columns.map(({ name }) => name)).toEqual(['Arrival', 'Card [visa …1111]'])
  })

  test('shows twenty rows, five samples of each column, and columns of few values to choose from', async () => {
    const rows = Array.from({ length: 30 }, (_, index) =>
      [
        `n${index}`,
        `c${index % 12}`,
        `d${index % 13}`,
        ' ',
        index % 2 === 0 ? ` yes ` : '',
        'one',
        `e${index % 15}`,
      ].join(),
    )
    const file = hotel.give(
      'a.csv',
      `Arrival,Twelve,Thirteen,Blank,Two,One,Fifteen\n${rows.join('\n')}\nshort\n`,
    )
    const look = await hotel.app.must('import.inspect', { file })
    expect(look.preview).toHaveLength(20)
    expect(look.preview[0]).toEqual(['n0', 'c0', 'd0', ' ', ' yes ', 'one', 'e0'])
    expect(look.columns.map(({ samples }) => samples)).toEqual([
      ['n0', 'n1', 'n2', 'n3', 'n4'],
      ['c0', 'c1', 'c2', 'c3', 'c4'],
      ['d0', 'd1', 'd2', 'd3', 'd4'],
      [],
      [' yes '],
      ['one'],
      ['e0', 'e1', 'e2', 'e3', 'e4'],
    ])
    expect(look.columns.map(({ field }) => field)).toEqual(['arrival', null, null, null, null, null, null])
    // A column is to choose from with up to twelve values, an empty cell one of them, over more than twice as many rows.
    expect(look.choices.map(({ column: name, values }) => [name, values.length])).toEqual([
      ['Two', 2],
      ['One', 2],
    ])
    expect(look).toMatchObject({
      name: 'a.csv',
      format: 'csv',
      compressed: false,
      profile: 'generic',
      sheets: [],
      mappings: [],
    })
  })

  test('twelve values over twenty-five rows are to choose from, over twenty-four they are not', async () => {
    const choices = async (rows: number) => {
      const lines = Array.from({ length: rows }, (_, index) => `n${index},c${index % 12}`)
      const file = hotel.give('a.csv', `Arrival,Twelve\n${lines.join('\n')}\n`)
      return (await hotel.app.must('import.inspect', { file })).choices
    }
    expect(await choices(24)).toEqual([])
    expect(await choices(25)).toEqual([
      { column: 'Twelve', values: Array.from({ length: 12 }, (_, index) => `c${index}`) },
    ])
  })

  test('long cells are cut, short rows filled up', async () => {
    const file = hotel.give('a.csv', `Arrival,Rate\n${'x'.repeat(300)},1\nshort\n`)
    const look = await hotel.app.must('import.inspect', { file })
    expect(look.preview).toEqual([
      ['x'.repeat(200), '1'],
      ['short', ''],
    ])
    expect(look.columns[0]?.samples).toEqual(['x'.repeat(200), 'short'])
  })

  test('of a file that breaks off says so; of another sheet, that sheet', async () => {
    const file = hotel.give('broken.csv', `Arrival,Rate\n${'1,2\n'.repeat(30_000)}"3,4\n`)
    expect(await hotel.app.call('import.inspect', { file })).toMatchObject({
      refusal: { code: 'FILE_NOT_TABLE', params: { file: 'broken.csv', line: 30_002 } },
    })
  })

  test('the data set is known by its columns, and its fields are the set’s', async () => {
    const file = hotel.give('d.csv', demandFile([{}]))
    const look = await hotel.app.must('import.inspect', { file })
    expect(look.profile).toBe('hotel-booking-demand')
    expect(look.columns.filter(({ name }) => ['adr', 'hotel', 'agent'].includes(name))).toMatchObject([
      { name: 'hotel', field: null, samples: ['City Hotel'] },
      { name: 'agent', field: 'agency' },
      { name: 'adr', field: 'rate' },
    ])
  })

  test('a mapping that is kept anew is logged with what it was', async () => {
    const columns = { Arrival: 'arrival' } as const
    await hotel.app.must('import.saveMapping', { name: 'Ours', mapping: { columns } })
    await hotel.app.must('import.saveMapping', { name: 'Ours', mapping: { columns, dateOrder: 'dmy' } })
    const logged = rowsOf<{ before: string | null; after: string; entity_id: number }>(
      "select entity_id, before, after from changes where entity = 'import-mapping' order by seq",
    )
    const [first, second] = [{ columns }, { columns, dateOrder: 'dmy' }].map((one) => JSON.stringify(one))
    expect(logged.map(({ before, after }) => [before && JSON.parse(before), JSON.parse(after)])).toEqual([
      [null, { name: 'Ours', mapping: first }],
      [{ mapping: first }, { mapping: second }],
    ])
  })
})
