import { findBookedBy, readBookingDates } from '#db/queries/report/books-then.ts'
import { readFirstNight } from '#db/queries/report/dashboard.ts'
import { runsOf } from '#shared/domain/report/compare.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import type { Read } from '#shared/domain/report/parameters.ts'
import { daysIn, type Period } from '#shared/domain/report/period.ts'
import type { Column, Row, Sentence, Table } from '#shared/domain/report/result.ts'
import {
  addDays,
  type BusinessDate,
  fromDayNumber,
  isBusinessDate,
  nightsBetween,
  toDayNumber,
} from '#shared/values/index.ts'
import { chartOf } from '../chart.ts'
import { differenceOf } from '../compared.ts'
import { counterpartOf } from '../counterpart.ts'
import { cellOf, emptyNote, firstDayNote } from '../notes.ts'
import type { Report, ReportDesk } from '../report.ts'
import { figureColumn } from '../table.ts'

/** So many days before the first night the curve begins at the earliest. */
const daysBefore = 365

const own: readonly Column[] = [
  { key: 'daysBefore', kind: 'count', definition: 'daysBefore' },
  { key: 'day', kind: 'date', heading: 'bookedBy', dimension: 'day' },
  figureColumn('nightsBooked', 'count'),
]

/** How the books of a period filled as it came nearer, beside those that it is held against. */
export const pace: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const now = cumulate(readBookingDates(desk.store, desk.source, period))
    const other = readOther(desk, read)
    const main = curveTable(period, desk.source.today, now, other)
    const last = main.rows.findLast(({ nightsBooked }) => nightsBooked !== null)
    return {
      tables: [main],
      says: last
        ? {
            code: other ? 'paceAgainst' : 'pace',
            params: {
              nights: cellOf(main, last, 'nightsBooked'),
              date: String(last.day),
              other: cellOf(main, last, `nightsBooked${other?.word}`),
            },
          }
        : null,
      notes: [
        { code: 'paceByDates', params: {} },
        ...(other?.notes ?? []),
        ...firstDayNote(desk, period),
        ...emptyNote(main, 'noPace'),
      ],
      charts: [
        {
          ...chartOf(main, 'line', 'nightsBooked', other ? [`nightsBooked${other.word}`] : undefined),
          says: curveSays(main),
        },
      ],
      names: {},
    }
  },
  bookings: (desk, read, row, limit) => {
    const on = isBusinessDate(row.day) ? row.day : desk.source.today
    return findBookedBy(desk.store, desk.source, { ...(read.period as Period), on }, limit)
  },
}

/** Where the curve stood a month before the first night, once it has come that far. */
function curveSays(table: Table): Sentence {
  const monthBefore = table.rows.find((row) => row.daysBefore === 30 && row.nightsBooked !== null)
  if (!monthBefore) return { code: 'paceCurve', params: {} }
  return { code: 'paceMonthBefore', params: { nights: cellOf(table, monthBefore, 'nightsBooked') } }
}

/** Nights on the books at the end of a date. */
type Books = { at: (date: BusinessDate) => number; first: BusinessDate | null; final: number }

type Dated = readonly { day: BusinessDate; nights: number }[]

function cumulate(dates: Dated): Books {
  const days = dates.map(({ day }) => day)
  let sum = 0
  const sums = dates.map(({ nights }) => {
    sum += nights
    return sum
  })
  return {
    at: (date) => sums[days.findLastIndex((day) => day <= date)] ?? 0,
    first: days[0] ?? null,
    final: sum,
  }
}

/** Every night that another is held against, its dates moved as far as the two lie apart. */
function readOther(desk: ReportDesk, read: Read): (Books & { word: string; notes: Sentence[] }) | null {
  const counterpart = counterpartOf(desk, read)
  if (!counterpart) return null
  const { word, pairs } = counterpart
  const first = readFirstNight(desk.store, desk.source)
  const early = pairs.filter(({ against }) => first === null || against < first)
  const notes = [...counterpart.notes]
  if (early.length > 0)
    return {
      word,
      at: () => 0,
      first: null,
      final: 0,
      notes: [...notes, { code: 'againstBeforeFirst', params: { date: first ?? '—', count: early.length } }],
    }
  const sums = new Map<BusinessDate, number>()
  for (const { from, to, apart } of runsOf(pairs))
    for (const { day, nights } of readBookingDates(desk.store, desk.source, { from, to })) {
      const moved = addDays(day, apart)
      sums.set(moved, (sums.get(moved) ?? 0) + nights)
    }
  const dates = [...sums].map(([day, nights]) => ({ day, nights })).sort((a, b) => (a.day < b.day ? -1 : 1))
  return { word, ...cumulate(dates), notes }
}

function curveTable(
  period: Period,
  today: BusinessDate,
  now: Books,
  other: (Books & { word: string }) | null,
): Table {
  const columns = [...own, ...(other ? otherColumns(other.word) : [])]
  const begins = [now.first, other?.first ?? null].filter((day) => day !== null).sort()[0]
  if (begins === undefined) return { key: 'main', columns, rows: [], total: null }
  const from = Math.max(toDayNumber(begins), toDayNumber(period.from) - daysBefore)
  const rows: Row[] = []
  for (let number = from; number < toDayNumber(period.from) + daysIn(period); number++) {
    const day = fromDayNumber(number)
    const nightsBooked = day > today ? null : now.at(day)
    const then = other && other.first !== null ? other.at(day) : null
    rows.push({
      daysBefore: nightsBetween(day, period.from),
      day,
      nightsBooked,
      ...(other
        ? {
            [`nightsBooked${other.word}`]: then,
            nightsBookedChange: differenceOf(nightsBooked, then),
            [`finalShare${other.word}`]: then === null ? null : ratioOf(then, other.final),
          }
        : {}),
    })
  }
  return { key: 'main', columns, rows, total: null }
}

function otherColumns(word: string): Column[] {
  return [
    figureColumn(`nightsBooked${word}`, 'count'),
    figureColumn('nightsBookedChange', 'count', { definition: 'againstChange' }),
    figureColumn(`finalShare${word}`, 'share'),
  ]
}
