/** The rows of a budget's grid: nights, revenue and rates of each line, with their sums. */
import type { T } from '#renderer/base/language.ts'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import {
  type BudgetCell,
  type BudgetFigures,
  type BudgetLevel,
  cellKey,
  months,
  sumCells,
} from '#shared/domain/report/budget.ts'
import { moneyPer } from '#shared/domain/report/measures.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { RoomTypeId } from '#shared/values/index.ts'
import { figureOf, type Line, linesOf, type Measure, moneyShown, rowKey } from './budget-form.ts'
import type { GridRow } from './Grid.tsx'
import { monthName } from './months.ts'

export type TypeCode = { id: RoomTypeId; code: string }

type Asked = {
  level: BudgetLevel
  cells: readonly BudgetCell[]
  types: readonly TypeCode[]
  currency: string
  t: T
  locale: string
}

type Sums = {
  byLine: ReadonlyMap<string, BudgetFigures>
  byMonth: ReadonlyMap<number, BudgetFigures>
  year: BudgetFigures
}

const nothing: BudgetFigures = { nights: 0, revenueMinor: 0 }

export function budgetRows({ level, cells, types, currency, t, locale }: Asked): GridRow[] {
  const lines = linesOf(
    level,
    types.map(({ id }) => id),
  )
  const sums: Sums = {
    byLine: sumCells(cells, ({ roomTypeId, segment }) => `${roomTypeId}/${segment}`),
    byMonth: sumCells(cells, ({ month }) => month),
    year: sumCells(cells, () => 0).get(0) ?? nothing,
  }
  const { byLine, byMonth, year } = sums
  const text: Record<Measure, (figure: number) => string> = {
    nights: (figure) => formatNumber(figure, locale),
    revenue: (figure) => moneyShown(figure, currency, locale),
  }
  const figure = { nights: (of: BudgetFigures) => of.nights, revenue: (of: BudgetFigures) => of.revenueMinor }
  const typedPart = (measure: Measure): GridRow[] => [
    { kind: 'head', key: measure, label: t(`budget.${measure}`) },
    ...lines.map(
      (line): GridRow => ({
        kind: 'typed',
        key: rowKey(measure, line),
        label: lineName(line, types, t),
        total: text[measure](figure[measure](byLine.get(`${line.roomTypeId}/${line.segment}`) ?? nothing)),
        show: (typed) => shown(measure, typed, currency, text[measure]),
      }),
    ),
    ...(lines.length > 1
      ? [
          {
            kind: 'shown',
            key: `${measure}:all`,
            label: t('budget.total'),
            total: text[measure](figure[measure](year)),
            cells: months.map((month) => text[measure](figure[measure](byMonth.get(month) ?? nothing))),
          } satisfies GridRow,
        ]
      : []),
  ]
  return [
    ...typedPart('nights'),
    ...typedPart('revenue'),
    ...rateRows({ lines, sums, cells, types, currency, t, locale }),
  ]
}

type RateAsked = Omit<Asked, 'level'> & { lines: readonly Line[]; sums: Sums }

/** Worked out: revenue over nights. */
function rateRows({ lines, sums, cells, types, currency, t, locale }: RateAsked): GridRow[] {
  const { byLine, byMonth, year } = sums
  const byCell = sumCells(cells, cellKey)
  const rate = (of: BudgetFigures | undefined) => {
    const minor = of && moneyPer(of.revenueMinor, of.nights)
    return minor == null ? '—' : formatMoney(minor, currency, locale)
  }
  const row = (
    key: string,
    label: string,
    of: (month: number) => BudgetFigures | undefined,
    total: BudgetFigures | undefined,
  ): GridRow => ({
    kind: 'shown',
    key,
    label,
    total: rate(total),
    cells: months.map((month) => rate(of(month))),
  })
  return [
    { kind: 'head', key: 'rate', label: t('budget.rate') },
    ...lines.map((line) =>
      row(
        `rate:${line.roomTypeId}/${line.segment}`,
        lineName(line, types, t),
        (month) => byCell.get(cellKey({ ...line, month })),
        byLine.get(`${line.roomTypeId}/${line.segment}`),
      ),
    ),
    ...(lines.length > 1 ? [row('rate:all', t('budget.total'), (month) => byMonth.get(month), year)] : []),
  ]
}

function shown(measure: Measure, typed: string, currency: string, text: (figure: number) => string): string {
  if (typed.trim() === '') return ''
  const figure = figureOf(measure, typed, currency)
  return figure === null ? typed : text(figure)
}

export function lineName({ roomTypeId, segment }: Line, types: readonly TypeCode[], t: T): string {
  const type = roomTypeId === 0 ? '' : (types.find(({ id }) => id === roomTypeId)?.code ?? '—')
  const ofSegment = segment === '' ? '' : t(`booking.segment.${segment as 'direct'}`)
  return [type, ofSegment].filter(Boolean).join(' · ') || t('budget.level.house')
}

/** A field of the form in words: `nights:3/@2` is “DLX, Feb, Room-nights”. */
export function cellName(field: string, types: readonly TypeCode[], t: T, language: Language): string {
  const [, measure, type, segment, month] = /^(nights|revenue):(\d+)\/(.*)@(\d+)$/.exec(field) ?? []
  if (measure === undefined) return t('field.name.level')
  const line = { roomTypeId: Number(type) as RoomTypeId, segment: segment ?? '' }
  return `${lineName(line, types, t)}, ${monthName(Number(month), language)}, ${t(`budget.${measure as Measure}`)}`
}
