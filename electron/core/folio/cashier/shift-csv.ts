import { csvFileHead, csvLine } from '#shared/domain/text/csv.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import { shiftKindText } from '#shared/i18n/shift-text.ts'
import type { Language } from '#shared/i18n/types.ts'
import { type Currency, minorToDecimal } from '#shared/values/index.ts'
import type { Report } from './shift-report.ts'

/** A line of the table: amounts in minor units, of their own currency and of the hotel's. */
type Line = {
  part: Key
  item: string
  detail?: string
  currency?: string
  count?: number
  units?: number
  amountMinor?: number | null
}

/** The report of a shift as one table: a line for each figure, amounts as plain decimals. */
export function shiftCsv(
  report: Report,
  { currency: home }: { currency: string },
  language: Language,
): string {
  const head = (key: 'part' | 'item' | 'detail' | 'inCurrency' | 'inHotels') =>
    words(language, `shift.paper.${key}`, { currency: home })
  const decimal = (minor: number | null | undefined, currency: string) =>
    minor === null || minor === undefined ? '' : minorToDecimal(minor, currency as Currency)
  return [
    csvFileHead([
      head('part'),
      head('item'),
      head('detail'),
      words(language, 'cashierScreen.currency'),
      words(language, 'cashierScreen.times'),
      head('inCurrency'),
      head('inHotels'),
    ]),
    ...linesOf(report, language).map(({ part, item, detail = '', currency = home, ...figures }) =>
      csvLine([
        words(language, part),
        item,
        detail,
        currency,
        figures.count === undefined ? '' : String(figures.count),
        decimal(figures.units, currency),
        decimal(figures.amountMinor, home),
      ]),
    ),
  ].join('')
}

function linesOf(report: Report, language: Language): Line[] {
  const { shift } = report
  const sum = (key: Key, amountMinor: number | null): Line => ({
    part: 'shift.paper.shift',
    item: words(language, key),
    amountMinor,
  })
  const name = ({ nameEn, nameZh }: Report['payments'][number]) => (language === 'zh' ? nameZh : nameEn)
  return [
    {
      part: 'shift.paper.shift',
      item: words(language, 'shift.paper.number', { id: shift.id }),
      detail: shift.userName,
    },
    { part: 'shift.paper.shift', item: words(language, 'cashierScreen.day'), detail: shift.businessDate },
    { part: 'shift.paper.shift', item: words(language, 'cashierScreen.since'), detail: shift.openedAt },
    {
      part: 'shift.paper.shift',
      item: words(language, 'cashierScreen.closedAt'),
      detail: shift.closedAt ?? '',
    },
    sum('cashierScreen.float', shift.floatMinor),
    sum('cashierScreen.dropped', shift.droppedMinor),
    sum('cashierScreen.expected', shift.expectedMinor),
    sum('cashierScreen.over', shift.overMinor),
    sum('cashierScreen.toSafe', report.toSafeMinor),
    ...report.payments.map((row): Line => {
      const line: Line = {
        part: 'cashierScreen.taken',
        item: name(row),
        detail: shiftKindText(row.kind, language),
        currency: row.currency,
        count: row.count,
        amountMinor: row.amountMinor,
      }
      return row.foreignMinor === null ? line : { ...line, units: row.foreignMinor }
    }),
    ...report.drops.map(
      ({ at, by, currency, units, amountMinor }): Line => ({
        part: 'shift.paper.drops',
        item: at,
        detail: by,
        currency,
        units,
        amountMinor,
      }),
    ),
    ...report.cash.flatMap((row): Line[] => {
      const line = (key: Key, units: number): Line => ({
        part: 'cashierScreen.drawer',
        item: words(language, key),
        currency: row.currency,
        units,
      })
      return [
        line('cashierScreen.expected', row.expectedUnits),
        line('cashierScreen.counted', row.countedUnits),
        { ...line('cashierScreen.over', row.overUnits), amountMinor: row.overMinor },
      ]
    }),
    ...report.counted.flatMap(({ currency, faces }) =>
      faces.map(
        ({ faceMinor, pieces, totalMinor }): Line => ({
          part: 'cashierScreen.counted',
          item: minorToDecimal(faceMinor, currency as Currency),
          currency,
          count: pieces,
          units: totalMinor,
        }),
      ),
    ),
  ]
}
