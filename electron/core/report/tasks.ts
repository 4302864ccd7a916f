import { type Read, readParameters } from '#shared/domain/report/parameters.ts'
import type { Cell, ReportResult, Table } from '#shared/domain/report/result.ts'
import { type BookingId, isRefused } from '#shared/values/index.ts'
import type { Task, TaskEnd } from '../heavy/public.ts'
import { byFigure } from './by-figure.ts'
import { catchUp } from './catch-up.ts'
import { type DashboardAsked, readDashboard } from './dashboard.ts'
import { type CellAsked, type ExploreAsked, findCellBookings, runExplore } from './explore/tasks.ts'
import { inOrder } from './in-order.ts'
import { knownNowNote, periodNote } from './notes.ts'
import { type OpenDesk, type ReportAsked, withDesk } from './open-desk.ts'
import { budgetTasks } from './plan/budget-tasks.ts'
import type { Report, ReportDesk } from './report.ts'
import { reports } from './reports/index.ts'
import { dashboardWithoutMoney, withoutMoney } from './without-money.ts'

export type BookingsAsked = ReportAsked & { row: { readonly [column: string]: Cell }; limit: number }

const run: Task = (task, asked: ReportAsked) => withDesk(task, asked, (opened) => runReport(opened, asked))

function runReport({ desk, asOf }: OpenDesk, asked: ReportAsked): TaskEnd {
  const read = readParameters(asked.name, asked.parameters, {
    today: desk.source.today,
    starts: asked.starts,
  })
  if (!read.ok) return { failure: read.refusal }
  const report = reports[asked.name]
  const body = report.run(desk, read.value)
  if (isRefused(body)) return { failure: body.refusal }
  const result: ReportResult = {
    ...body,
    notes: [...body.notes, ...periodNote(asked.parameters), ...knownNowNote(asOf)],
    tables: body.tables.map((table) => withBookings(report, table, read.value, desk)) as [Table, ...Table[]],
    name: asked.name,
    parameters: read.value.parameters,
    period: read.value.period,
    asOf,
    weekStarts: asked.starts,
    hotel: { name: asked.hotel.name, currency: asked.hotel.currency },
    withoutRevenue: asked.withoutRevenue,
  }
  const shown = byFigure(asked.withoutRevenue ? withoutMoney(result) : result)
  return read.value.order ? inOrder(shown, read.value.order) : { result: shown }
}

/** Says of a table what of it leads to bookings. */
function withBookings(report: Report, table: Table, read: Read, desk: ReportDesk): Table {
  if (!report.bookings || table.columns.every(({ dimension }) => dimension === undefined)) return table
  const all = table.total ? 'rows-and-total' : 'rows'
  const bookings = report.leads ? report.leads(table, read, desk) : all
  return bookings ? { ...table, bookings } : table
}

const dashboard: Task = (task, asked: ReportAsked & DashboardAsked) =>
  withDesk(
    task,
    asked,
    ({ desk, asOf }) => {
      const found = readDashboard(desk, asOf, asked)
      if (isRefused(found)) return { failure: found.refusal }
      return { result: asked.withoutRevenue ? dashboardWithoutMoney(found) : found }
    },
    // It is opened many times a day: figures of earlier moments may be missing for the minutes in which their file is made
    'goes-without',
  )

const bookings: Task = (task, asked: BookingsAsked) =>
  withDesk(task, asked, (opened) => findBookings(opened, asked))

function findBookings({ desk }: OpenDesk, asked: BookingsAsked): TaskEnd {
  const read = readParameters(asked.name, asked.parameters, {
    today: desk.source.today,
    starts: asked.starts,
  })
  if (!read.ok) return { failure: read.refusal }
  const found = reports[asked.name].bookings?.(desk, read.value, asked.row, asked.limit) ?? []
  return isRefused(found) ? { failure: found.refusal } : { result: found satisfies BookingId[] }
}

const explore: Task = (task, asked: ReportAsked & ExploreAsked) =>
  withDesk(task, asked, (opened) => runExplore(opened, asked))

const exploreBookings: Task = (task, asked: ReportAsked & CellAsked) =>
  withDesk(task, asked, (opened) => findCellBookings(opened, asked))

/** Goes on with the report file for a while; answers whether it has everything. */
const follow: Task = ({ store, report, pulse }, { forMs }: { forMs: number }) => ({
  result: report === null || catchUp(store, report, pulse, performance.now() + forMs),
})

export const reportTasks = {
  'report.follow': follow,
  'report.run': run,
  'report.dashboard': dashboard,
  'report.bookings': bookings,
  ...budgetTasks,
  'explore.run': explore,
  'explore.bookings': exploreBookings,
}
