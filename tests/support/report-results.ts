import type { ReportResult } from '#shared/domain/report/result.ts'
import { addDays, businessDateOf, momentOf } from '#shared/values/index.ts'

const day = businessDateOf
const asOf: ReportResult['asOf'] = {
  moment: momentOf(Date.UTC(2026, 2, 10, 6, 30)),
  businessDate: day('2026-03-10'),
  seq: 4711,
  isNow: true,
}

/** Three nights of a small hotel, one without rooms known: figures of every usual kind, a total, a chart, a comparison. */
export const occupancyResult: ReportResult = {
  name: 'occupancy',
  parameters: {
    from: '2026-03-07',
    to: '2026-03-09',
    by: 'day',
    basis: 'usali',
    compare: 'last-year',
    roomType: '2',
  },
  period: { from: day('2026-03-07'), to: day('2026-03-10') },
  asOf,
  weekStarts: 'monday',
  hotel: { name: 'Harbour Hotel 海港酒店', currency: 'CNY' },
  withoutRevenue: false,
  names: { 'room-type:2': { en: 'Deluxe king', zh: '豪华大床房' } },
  says: {
    code: 'occupancy',
    params: {
      nights: 6795,
      occupancy: { cell: 0.625, column: { key: 'occupancy', kind: 'share' } },
      adr: { cell: 65_402, column: { key: 'adr', kind: 'money' } },
    },
  },
  notes: [
    { code: 'onBooksFrom', params: { date: '2026-03-09' } },
    { code: 'noRoomsBy', params: { by: 'reportColumn.channel' } },
  ],
  charts: [
    {
      kind: 'bars',
      table: 'main',
      x: 'day',
      y: ['occupancy'],
      says: {
        code: 'highest',
        params: {
          by: 'reportColumn.day',
          measure: 'reportColumn.occupancy',
          top: { cell: '2026-03-07', column: { key: 'day', kind: 'date' } },
          value: { cell: 0.9, column: { key: 'occupancy', kind: 'share' } },
        },
      },
    },
  ],
  tables: [
    {
      key: 'main',
      columns: [
        { key: 'day', kind: 'date', dimension: 'day' },
        { key: 'roomsSold', kind: 'count', definition: 'roomsSold' },
        { key: 'roomsAvailable', kind: 'count', definition: 'roomsAvailable' },
        { key: 'occupancy', kind: 'share', definition: 'occupancy' },
        { key: 'roomRevenue', kind: 'money', definition: 'roomRevenue', revenue: true },
        { key: 'adr', kind: 'money', definition: 'adr', revenue: true },
        { key: 'revpar', kind: 'money', definition: 'revpar', revenue: true },
      ],
      rows: [
        {
          day: '2026-03-07',
          roomsSold: 18,
          roomsAvailable: 20,
          occupancy: 0.9,
          roomRevenue: 1_234_550,
          adr: 68_586,
          revpar: 61_728,
        },
        {
          day: '2026-03-08',
          roomsSold: 7,
          roomsAvailable: 20,
          occupancy: 0.35,
          roomRevenue: 402_000,
          adr: 57_429,
          revpar: 20_100,
        },
        {
          day: '2026-03-09',
          roomsSold: 0,
          roomsAvailable: null,
          occupancy: null,
          roomRevenue: -1_500,
          adr: null,
          revpar: null,
        },
      ],
      total: {
        day: null,
        roomsSold: 25,
        roomsAvailable: 40,
        occupancy: 0.625,
        roomRevenue: 1_635_050,
        adr: 65_402,
        revpar: 40_876,
      },
    },
  ],
}

/** What people typed: texts that spreadsheets would take for formulas or numbers, in a report of several tables, as of a day in the past. */
export const typedResult: ReportResult = {
  name: 'requests',
  parameters: { from: '2026-03-01', to: '2026-03-09', by: 'user' },
  period: { from: day('2026-03-01'), to: day('2026-03-10') },
  asOf: { ...asOf, isNow: false },
  weekStarts: 'monday',
  hotel: { name: '=HYPERLINK("x") & <b>Inn</b>', currency: 'KWD' },
  withoutRevenue: true,
  names: {
    'user:1': { en: 'Wei Zhang, "Front"', zh: '张伟' },
    'user:2': { en: '+8613800138000', zh: '+8613800138000' },
    'booking:12': { en: 'K-00012', zh: 'K-00012' },
  },
  says: null,
  notes: [],
  charts: [],
  tables: [
    {
      key: 'main',
      columns: [
        { key: 'user', kind: 'name', of: 'user', dimension: 'segment' },
        { key: 'text', kind: 'text' },
        { key: 'booking', kind: 'booking' },
        { key: 'segment', kind: 'code', list: 'booking.segment' },
        { key: 'country', kind: 'code', list: 'country' },
        { key: 'hours', kind: 'hours' },
        { key: 'meanStay', kind: 'number', decimals: 2 },
        { key: 'cost', kind: 'money' },
      ],
      rows: [
        row(1, '=1+1', 12, 'corporate', 'CHN', 1.25, 2, 12_345),
        row(2, '+86 138 0013 8000', 12, 'group', 'DEU', 0.5, 1.005, -1),
        row(1, '+8613800138000', null, 'transient', 'TWN', null, null, 0),
        row(null, '-cmd|x', null, null, null, 1_234.5, 3, null),
        row(2, '@SUM(A1)', null, null, null, 0, 0, 5),
        row(2, "'quoted", null, null, null, 0, 0, 5),
        row(2, '007', null, null, null, 0, 0, 5),
        row(2, '12345678901234567890', null, null, null, 0, 0, 5),
        row(2, '-5', null, null, null, 0, 0, 5),
        row(2, 'two\nlines, "quoted" </script><script>alert(1)</script>', null, null, null, 0, 0, 5),
      ],
      total: null,
    },
    {
      key: 'status',
      columns: [
        { key: 'week', kind: 'week', dimension: 'week' },
        { key: 'month', kind: 'month' },
        { key: 'quarter', kind: 'quarter' },
        { key: 'year', kind: 'year' },
        { key: 'moment', kind: 'moment' },
        { key: 'bookings', kind: 'count' },
      ],
      rows: [
        {
          week: '2026-12-28',
          month: '2026-12',
          quarter: '2026-Q4',
          year: '2026',
          moment: '2026-12-31T16:30:00.000Z',
          bookings: 12_345,
        },
      ],
      total: { week: null, month: null, quarter: null, year: null, moment: null, bookings: 12_345 },
    },
  ],
}

function row(
  user: number | null,
  text: string,
  booking: number | null,
  segment: string | null,
  country: string | null,
  hours: number | null,
  meanStay: number | null,
  cost: number | null,
) {
  return { user, text, booking, segment, country, hours, meanStay, cost }
}

/** A report that finds nothing. */
export const emptyResult: ReportResult = {
  ...occupancyResult,
  parameters: { from: '2026-03-07', to: '2026-03-09', by: 'day', basis: 'usali', compare: 'none' },
  charts: [],
  tables: [{ key: 'main', columns: occupancyResult.tables[0].columns, rows: [], total: null }],
}

/** A row for each type and segment, with more columns of large sums than any paper has room for, and a name that has no spaces. */
export function wideResult(figures: number): ReportResult {
  const keys = Array.from({ length: figures }, (_, at) => `figure${at}`)
  const cells = (step: number) =>
    Object.fromEntries(keys.map((key, at) => [key, 1_234_567_890 * step + 1_001 * at]))
  return {
    ...occupancyResult,
    charts: [],
    names: {
      'room-type:1': {
        en: 'Deluxe king with a view of the harbour',
        zh: '海景豪华大床房（含双早及行政酒廊）',
      },
      'room-type:2': { en: 'x'.repeat(180), zh: '长'.repeat(180) },
    },
    tables: [
      {
        key: 'main',
        columns: [
          { key: 'roomType', kind: 'name', of: 'room-type', dimension: 'roomType' },
          { key: 'segment', kind: 'code', list: 'booking.segment', dimension: 'segment' },
          ...keys.map((key, at) => ({
            key,
            kind: 'money' as const,
            heading:
              at % 2 === 0 ? 'roomRevenueLastYear' : `Long-distance travellers’ agencies · RevPAR ${at}`,
          })),
        ],
        rows: [
          { roomType: 1, segment: 'corporate', ...cells(1) },
          { roomType: 2, segment: 'group', ...cells(-2) },
          { roomType: 1, segment: 'transient', ...cells(3) },
        ],
        total: { roomType: null, segment: null, ...cells(4) },
      },
    ],
  }
}

/** So many days of figures with a chart of each kind, and rows enough for several printed pages. */
export function chartedResult(days: number): ReportResult {
  const from = day('2026-01-01')
  const rows = Array.from({ length: days }, (_, at) => {
    const date = addDays(from, at)
    const sold = at === 5 ? null : 60 + Math.round(35 * Math.sin(at / 9)) + (at % 7 > 4 ? 15 : 0)
    const lastYear = 70 + Math.round(20 * Math.cos(at / 11))
    const corporate = Math.round((sold ?? 0) / 3)
    return {
      day: date,
      roomsSold: sold,
      occupancy: sold === null ? null : sold / 120,
      lastYear: lastYear / 120,
      corporate,
      group: 20,
      transient: Math.max(0, (sold ?? 0) - corporate - 20),
      roomRevenue: sold === null ? null : sold * 61_250,
    }
  })
  const says = occupancyResult.charts[0]?.says ?? { code: 'nothingToDraw', params: {} }
  const drawn = (kind: 'bars' | 'line' | 'stacked' | 'heat', y: string[], quiet: string[] = []) => ({
    kind,
    table: 'main' as const,
    x: 'day',
    y,
    quiet,
    says,
  })
  return {
    ...occupancyResult,
    parameters: { from, to: addDays(from, days - 1), by: 'day', basis: 'usali', compare: 'last-year' },
    period: { from, to: addDays(from, days) },
    charts: [
      drawn('line', ['occupancy'], ['lastYear']),
      drawn('bars', ['roomRevenue']),
      drawn('stacked', ['corporate', 'group', 'transient']),
      drawn('heat', ['occupancy']),
      drawn('line', ['corporate', 'group', 'transient', 'roomRevenue']),
    ],
    tables: [
      {
        key: 'main',
        columns: [
          { key: 'day', kind: 'date', dimension: 'day' },
          { key: 'roomsSold', kind: 'count', definition: 'roomsSold' },
          { key: 'occupancy', kind: 'share', definition: 'occupancy' },
          { key: 'lastYear', kind: 'share', heading: 'revpar' },
          { key: 'corporate', kind: 'count', heading: 'company' },
          { key: 'group', kind: 'count' },
          { key: 'transient', kind: 'count', heading: 'segment' },
          { key: 'roomRevenue', kind: 'money', definition: 'roomRevenue' },
        ],
        rows,
        total: null,
      },
    ],
  }
}
