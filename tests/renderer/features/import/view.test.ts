import { describe, expect, it } from 'vitest'
import { csvFinding, csvHead, findingsName } from '#renderer/features/import/findings-csv.ts'
import {
  asksDecimalSign,
  type Choices,
  datesShownIn,
  filtersOf,
  hotelsIn,
  type Inspected,
  mappingOf,
  problemsOf,
  recognised,
  withColumn,
  withSaved,
} from '#renderer/features/import/mapping.ts'
import { noteReasons, rejectReasons } from '#renderer/features/import/rules.ts'
import { countOf, firstFilter, reasonsOf, statusesOf, summaryOf } from '#renderer/parts/import/summary.ts'
import { notes, rejections } from '#shared/domain/import/row.ts'
import { csvLine } from '#shared/domain/text/csv.ts'

const file = {
  columns: [
    { name: 'Check-in', field: 'arrival', samples: ['13/02/2026', '01/03/2026'], dates: 'dmy' },
    { name: 'Nights', field: 'nights', samples: ['2'], dates: null },
    { name: 'Room', field: null, samples: ['DLX'], dates: null },
  ],
  doubts: [],
  choices: [
    { column: 'hotel', values: ['City Hotel', 'Resort Hotel'] },
    { column: 'Meal', values: ['BB', ''] },
  ],
} as unknown as Inspected

describe('a mapping', () => {
  const choices = recognised(file)

  it('begins with what was recognised, and leaves to the file how its dates are written', () => {
    expect(choices).toEqual({ columns: { 'Check-in': 'arrival', Nights: 'nights', Room: '' }, where: '' })
    expect('dateOrder' in mappingOf(choices)).toBe(false)
    expect(mappingOf({ ...choices, dateOrder: 'mdy' }).dateOrder).toBe('mdy')
  })

  it('tells the order of each column of dates that is read, where the dates are not clear as written', () => {
    expect(datesShownIn(file, choices)).toEqual([{ name: 'Check-in', dates: 'dmy' }])
    expect(datesShownIn(file, { columns: { 'Check-in': '' } })).toEqual([])
    const clear = {
      ...file,
      columns: file.columns.map((column) => ({ ...column, dates: 'clear' })),
    } as Inspected
    expect(datesShownIn(clear, choices)).toEqual([])
  })

  it('names what is missing and what is given twice; nights stand for the departure', () => {
    expect(problemsOf(choices, file)).toEqual({ missing: ['roomType'], twice: [], doubts: [] })
    const twice: Choices = { ...choices, columns: { a: 'arrival', b: 'arrival', c: 'roomType' } }
    expect(problemsOf(twice, file)).toEqual({ missing: ['departure'], twice: ['arrival'], doubts: [] })
  })

  it('asks which of two columns is the field, until one is chosen or each is left out', () => {
    const doubts = [{ field: 'phone' as const, columns: ['Tel', 'Mobile'] }]
    const columns = ['Tel', 'Mobile'].map((name) => ({ name, field: null, samples: [] }))
    const two = { ...file, columns: [...file.columns, ...columns], doubts } as Inspected
    const asked = recognised(two)
    expect(asked.columns).toMatchObject({ Tel: '?', Mobile: '?', Room: '' })
    expect(problemsOf(asked, two).doubts).toEqual(doubts)
    expect(mappingOf(asked).columns).toEqual({ 'Check-in': 'arrival', Nights: 'nights' })
    const chosen = withColumn(asked, two, 'Mobile', 'phone')
    expect(chosen).toMatchObject({ Tel: '', Mobile: 'phone' })
    expect(problemsOf({ columns: chosen }, two).doubts).toEqual([])
    const one = withColumn(asked, two, 'Tel', '')
    expect(problemsOf({ columns: one }, two).doubts).toEqual(doubts)
    const none = withColumn({ ...asked, columns: one }, two, 'Mobile', '')
    expect(problemsOf({ columns: none }, two).doubts).toEqual([])
    // A required field in doubt is asked about once, and is not missing beside.
    const arrivals = {
      ...two,
      doubts: [{ field: 'arrival' as const, columns: ['Check-in', 'Tel'] }],
    } as Inspected
    const open = { columns: { 'Check-in': '?', Tel: '?', Nights: 'nights', Room: 'roomType' } as const }
    expect(problemsOf(open, arrivals)).toEqual({ missing: [], twice: [], doubts: arrivals.doubts })
  })

  it('leaves out what has no field, and takes a saved one as far as the file has its columns', () => {
    expect(mappingOf(choices).columns).toEqual({ 'Check-in': 'arrival', Nights: 'nights' })
    const saved = withSaved(choices, { columns: { Room: 'roomType', Gone: 'note' }, dateOrder: 'mdy' })
    expect(saved.columns).toEqual({ 'Check-in': '', Nights: '', Room: 'roomType' })
    expect(saved.dateOrder).toBe('mdy')
  })

  it('asks how amounts are written where one may be thousands or decimals', () => {
    const priced = (samples: string[]) =>
      ({ ...file, columns: [...file.columns, { name: 'Price', field: 'rate', samples }] }) as Inspected
    const asks = (one: Inspected, more: Partial<Choices> = {}, rejected = {}) =>
      asksDecimalSign(one, { ...recognised(one), ...more }, rejected)
    expect(asks(priced(['1.234']))).toBe(true)
    expect(asks(priced(['1234.50', '800']))).toBe(false)
    // The same text in a column that is no amount leaves nothing open
    expect(asks(priced(['1.234']), { columns: { Price: 'note' } })).toBe(false)
    expect(asks(priced(['800']), {}, { rateAmbiguous: 3 })).toBe(true)
    // Once chosen it can be taken back
    expect(asks(priced(['800']), { decimalSign: 'comma' })).toBe(true)
  })

  it('says how amounts are written only where it was chosen, and keeps what a saved one says', () => {
    expect('decimalSign' in mappingOf(choices)).toBe(false)
    expect(mappingOf({ ...choices, decimalSign: 'comma' }).decimalSign).toBe('comma')
    const saved = { columns: {}, dateOrder: 'ymd', decimalSign: 'comma' } as const
    expect(mappingOf(withSaved(choices, saved)).decimalSign).toBe('comma')
    expect(
      withSaved({ ...choices, decimalSign: 'comma' }, { columns: {}, dateOrder: 'ymd' }).decimalSign,
    ).toBeUndefined()
  })

  it('offers rows to choose by, and hotels where there are several', () => {
    expect(filtersOf(file).map(({ where }) => where)).toEqual([
      'hotel=City Hotel',
      'hotel=Resort Hotel',
      'Meal=BB',
    ])
    expect(hotelsIn(file)).toEqual(['City Hotel', 'Resort Hotel'])
    expect(hotelsIn({ ...file, choices: [{ column: 'hotel', values: ['One'] }] })).toEqual([])
  })
})

describe('a report', () => {
  const summary = {
    rejected: { dateForm: 2, phone: 5 },
    notes: { zeroNights: 1 },
    byStatus: { cancelled: 1, confirmed: 3 },
    byStatusRead: { cancelled: 1, confirmed: 5, unknown: 5 },
  }

  it('puts rejected before noted, the frequent first; statuses in the order of a stay', () => {
    expect(reasonsOf(summary).map(({ reason }) => reason)).toEqual(['phone', 'dateForm', 'zeroNights'])
    expect(statusesOf(summary)).toEqual([
      { status: 'confirmed', read: 5, kept: 3 },
      { status: 'cancelled', read: 1, kept: 1 },
      { status: 'unknown', read: 5, kept: 0 },
    ])
  })

  it('counts what a filter passes, and begins with the rejected', () => {
    expect(firstFilter(summary)).toEqual({ kind: 'rejected', reason: null })
    expect(firstFilter({ rejected: {} }).kind).toBe('all')
    const counts = [
      { kind: 'all', reason: null },
      { kind: 'noted', reason: null },
      { kind: 'rejected', reason: 'phone' },
    ] as const
    expect(counts.map((filter) => countOf(summary, filter))).toEqual([8, 1, 5])
  })

  it('knows a summary from another job’s result', () => {
    expect(summaryOf(null)).toBeNull()
    expect(summaryOf({ guests: 1 })).toBeNull()
    expect(summaryOf(summary)).toBe(summary)
  })

  it('states every rule that the core has, in one of the profiles', () => {
    expect(new Set(Object.values(rejectReasons).flat())).toEqual(new Set(rejections))
    expect(new Set(Object.values(noteReasons).flat())).toEqual(new Set(notes))
  })
})

describe('findings as CSV', () => {
  it('quotes what must be quoted and disarms what a spreadsheet would calculate', () => {
    expect(csvLine(['a,b', 'say "x"', '=1+1', '-5.00', '-cmd', '@x', '+86 138'])).toBe(
      '"a,b","say ""x""",\'=1+1,-5.00,\'-cmd,\'@x,\'+86 138\r\n',
    )
  })

  it('begins with a byte order mark and is named after its file', () => {
    expect(csvHead(['1', '2', '3', '4', '5', '6', '7'])).toBe('\uFEFF1,2,3,4,5,6,7\r\n')
    const row = { line: 3, kind: 'rejected', reason: 'phone', field: 'Tel', value: '12', row: 'x' } as const
    expect(csvFinding(row, 'Rejected', 'No number')).toBe('3,Rejected,No number,phone,Tel,12,x\r\n')
    expect(findingsName('bookings.csv.gz')).toBe('bookings-findings.csv')
    expect(findingsName('.csv')).toBe('import-findings.csv')
  })
})
