import {
  type AheadDay,
  type ArrivalRow,
  type Dashboard,
  sumAhead,
  weeksAhead,
} from '../domain/report/dashboard.ts'
import { differenceOf, figuresFor, shownAgainst } from '../domain/report/dashboard-figures.ts'
import { kindOf, ratioOf } from '../domain/report/measures.ts'
import type { ChartAsk, Column, ReportResult, Row, Table, TableKey } from '../domain/report/result.ts'
import { addDays } from '../values/index.ts'
import { aheadSays, dashboardSays } from './dashboard-text.ts'
import { daysText, dayText } from './day-text.ts'
import { momentText, moneyText, numberText } from './figure-text.ts'
import { type Key, words } from './index.ts'
import { type CellContext, cellText } from './report-cell.ts'
import { aboutFacts, choiceText, filterColumn } from './report-facts.ts'
import { columnHeading, type PageResult } from './report-text.ts'

/** What a page's paper needs beside the dashboard itself. */
export type DashboardShown = { dashboard: Dashboard; hotel: ReportResult['hotel']; basis: string }

type Writer = { own: (name: string, params?: Record<string, string>) => string; context: CellContext }

/** The dashboard as tables and drawings, for its paper and its files. */
export function dashboardPage({ dashboard, hotel, basis }: DashboardShown, context: CellContext): PageResult {
  const { language } = context
  const own: Writer['own'] = (name, params) =>
    words(language, `reportScreen.dashboard.${name}` as Key, params)
  const writer: Writer = { own, context }
  const tables: PageResult['tables'] = [
    spansTable(dashboard, writer),
    aheadTable(dashboard.ahead, writer),
    weeksTable(dashboard, writer),
    yearTable(dashboard),
    pickUpTable(dashboard, writer),
    arrivalTable('people', 'country', dashboard.arrivals.country, context),
    arrivalTable('kinds', 'segment', dashboard.arrivals.segment, context),
    requestTable(dashboard, writer),
    memberTable(dashboard, writer),
  ]
  const says = dashboardSays(dashboard, context)
  const noBudget = dashboard.spans.every(({ against }) => against.budget === null)
  const told = (text: string) => ({ code: text, params: {} })
  return {
    name: 'dashboard',
    title: own('title'),
    facts: aboutFacts(
      { hotel, period: null, tables, asOf: dashboard.asOf },
      [
        words(language, 'reportText.parameter', {
          label: words(language, 'report.parameter.basis'),
          value: choiceText('basis', basis, context),
        }),
      ],
      context,
    ),
    parameters: { basis },
    period: null,
    asOf: dashboard.asOf,
    weekStarts: dashboard.weekStarts,
    hotel,
    withoutRevenue: dashboard.withoutRevenue,
    says: says === null ? null : told(says),
    notes: [
      ...dashboard.notes,
      told(own('note.sameMoment')),
      ...(noBudget ? [told(own('note.noBudget'))] : []),
    ],
    names: {},
    tables,
    charts: chartsOf(dashboard, writer),
    headings: {
      curve: own('ahead.title'),
      moves: own('pickUp.title'),
      people: own('arrivals.country'),
      kinds: own('arrivals.segment'),
      status: own('requests.title'),
      house: own('loyalty.title'),
    },
    drawnOnly: ['days', 'bands'],
  }
}

function text(key: string, heading: string): Column {
  return { key, kind: 'text', heading }
}

function count(key: string, heading?: string): Column {
  return { key, kind: 'count', ...(heading === undefined ? {} : { heading }) }
}

/** Every span, and what it is held against with the difference, in lines. */
function spansTable(seen: Dashboard, { own, context }: Writer): Table {
  const names = figuresFor(seen)
  const columns = [
    text('span', own('paper.span')),
    text('against', own('paper.against')),
    ...names.flatMap((name): Column[] => {
      const heading = own('paper.change', { figure: columnHeading({ key: name }, context.language) })
      const kind = kindOf(name) === 'share' ? 'points' : 'share'
      return [
        { key: name, kind: kindOf(name), definition: name },
        { key: `${name}Change`, kind, heading },
      ]
    }),
  ]
  const rows = seen.spans.flatMap((span): Row[] => {
    const last = addDays(span.period.to, -1)
    const dates = daysText(span.period.from, last, context.language, 'plain')
    const figures = (of: typeof span.figures | null): Row =>
      Object.fromEntries(names.map((name) => [name, of?.[name] ?? null]))
    const changes = (of: typeof span.figures | null): Row =>
      Object.fromEntries(
        names.map((name) => {
          const difference = differenceOf(name, span.figures, of)
          const value = difference && ('points' in difference ? difference.points : difference.part)
          return [`${name}Change`, value]
        }),
      )
    return [
      { span: own(`span.${span.name}`), against: `${own('actual')} · ${dates}`, ...figures(span.figures) },
      ...shownAgainst.map((name) => ({
        span: own(`span.${span.name}`),
        against: own(`against.${name}`),
        ...figures(span.against[name]),
        ...changes(span.against[name]),
      })),
    ]
  })
  return { key: 'main', columns, rows: rows.map((row) => whole(row, columns)), total: null }
}

function whole(row: Row, columns: readonly Column[]): Row {
  return Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? null]))
}

const aheadNames = ['roomsSold', 'lastYear', 'sameMoment'] as const

function aheadColumns({ own }: Writer): Column[] {
  return aheadNames.map((name) => count(name, own(`ahead.${name}`)))
}

function aheadTable(days: readonly AheadDay[], writer: Writer): Table {
  return {
    key: 'days',
    columns: [{ key: 'day', kind: 'date' }, ...aheadColumns(writer)],
    rows: days,
    total: null,
  }
}

function weeksTable({ ahead, weekStarts }: Dashboard, writer: Writer): Table {
  const { language } = writer.context
  const day = (date: AheadDay['day']) => dayText(date, language, 'plain')
  const rows = weeksAhead(ahead, weekStarts).map(({ from, to, ...sums }) => ({
    days: `${day(from)} – ${day(addDays(to, -1))}`,
    ...sums,
  }))
  const columns = [text('days', words(language, 'reportColumn.week')), ...aheadColumns(writer)]
  return { key: 'curve', columns, rows, total: { ...sumAhead(ahead) } }
}

function yearTable({ days }: Dashboard): Table {
  const columns: Column[] = [
    { key: 'day', kind: 'date' },
    { key: 'roomsSold', kind: 'count' },
    { key: 'occupancy', kind: 'share' },
  ]
  const rows = days.map(({ day, roomsSold, roomsAvailable }) => ({
    day,
    roomsSold,
    occupancy: ratioOf(roomsSold, roomsAvailable),
  }))
  return { key: 'bands', columns, rows, total: null }
}

function pickUpTable({ pickUps, withoutRevenue }: Dashboard, { own, context }: Writer): Table {
  const { language, locale, timeZone } = context
  const columns: Column[] = [
    text('since', words(language, 'report.parameter.since')),
    count('roomsSold'),
    ...(withoutRevenue ? [] : [{ key: 'roomRevenue', kind: 'money' } as const]),
  ]
  const rows = pickUps.map(({ since, moment, net }) => ({
    since: since === 'moment' ? momentText(moment, locale, timeZone) : own(`pickUp.${since}`),
    roomsSold: net?.roomNights ?? null,
    ...(withoutRevenue ? {} : { roomRevenue: net?.roomRevenue ?? null }),
  }))
  return { key: 'moves', columns, rows, total: null }
}

function arrivalTable(
  key: TableKey,
  by: 'country' | 'segment',
  rows: readonly ArrivalRow[],
  context: CellContext,
): Table {
  const column: Column = { ...filterColumn(by), dimension: by }
  return {
    key,
    columns: [text('name', columnHeading(column, context.language)), count('arrivals'), count('guestNights')],
    rows: rows.map(({ key: one, ...counts }) => ({ name: cellText(one, column, context), ...counts })),
    total: null,
  }
}

function requestTable({ requests }: Dashboard, { own }: Writer): Table {
  const { asked: _asked, ...states } = requests
  return {
    key: 'status',
    columns: [text('state', own('requests.state')), count('count', own('requests.count'))],
    rows: Object.entries(states).map(([name, number]) => ({ state: own(`requests.${name}`), count: number })),
    total: null,
  }
}

function memberTable({ loyalty, withoutRevenue }: Dashboard, { own, context }: Writer): Table {
  const { memberNights, nights, memberRevenue, revenue } = loyalty
  const figure = (key: string) => columnHeading({ key }, context.language)
  const columns: Column[] = [
    text('figure', own('figure')),
    { key: 'members', kind: 'text', heading: own('loyalty.members') },
    { key: 'house', kind: 'text', heading: own('loyalty.house') },
    { key: 'share', kind: 'share', heading: own('loyalty.share') },
  ]
  const number = (value: number) => numberText(value, context.locale)
  const money = (value: number) => moneyText(value, context.currency, context.locale)
  const rows = [
    {
      figure: figure('roomsSold'),
      members: number(memberNights),
      house: number(nights),
      share: ratioOf(memberNights, nights),
    },
    {
      figure: figure('roomRevenue'),
      members: money(memberRevenue),
      house: money(revenue),
      share: ratioOf(memberRevenue, revenue),
    },
  ]
  return { key: 'house', columns, rows: withoutRevenue ? rows.slice(0, 1) : rows, total: null }
}

function chartsOf(seen: Dashboard, writer: Writer): ChartAsk[] {
  const { own, context } = writer
  const { ahead, days, arrivals } = seen
  const known = aheadNames.filter((name) => ahead.some((day) => day[name] !== null))
  const byRooms = days.every(({ roomsAvailable }) => roomsAvailable === null)
  const told = (code: string) => ({ code, params: {} })
  const bars = (table: TableKey, name: string, rows: readonly ArrivalRow[]): ChartAsk[] =>
    rows.length === 0 ? [] : [{ kind: 'bars', table, x: 'name', y: ['arrivals'], says: told(name) }]
  return [
    {
      kind: 'line',
      table: 'days',
      x: 'day',
      y: known.filter((name) => name !== 'lastYear'),
      quiet: known.filter((name) => name === 'lastYear'),
      says: told(aheadSays(ahead, context)),
    },
    {
      kind: 'heat',
      table: 'bands',
      x: 'day',
      y: [byRooms ? 'roomsSold' : 'occupancy'],
      says: told(own(byRooms ? 'year.sold' : 'year.occupancy')),
    },
    ...bars('people', own('arrivals.country'), arrivals.country),
    ...bars('kinds', own('arrivals.segment'), arrivals.segment),
  ]
}
