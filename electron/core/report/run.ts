import type { Reader } from '#db/handles.ts'
import { readFavourites } from '#db/repositories/report/favourites.ts'
import { loadMemory } from '#db/repositories/report/memory.ts'
import { allows, type OutputOf, type ParsedOf } from '#shared/contract/index.ts'
import { isReportName, type ReportName, reportNames, specOf } from '#shared/domain/report/catalogue.ts'
import { findReport } from '#shared/i18n/report-names.ts'
import { type BookingId, ok, type Result, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { reads, works } from '../kernel/handler.ts'
import { bookingRows, maxBookings } from './booking-rows.ts'
import type { ReportAsked } from './open-desk.ts'
import { reportSettings } from './plan/settings.ts'
import { askUnderName, askWorker, cancelNamed } from './running.ts'
import type { BookingsAsked } from './tasks.ts'

/** Whether the one who asks may open a report: by the right it asks for, and without `reports-all` as the hotel wishes. Nobody signed in is the command line. */
export function mayOpen(ctx: Pick<Context, 'user'>, name: ReportName, clerksSee: string): boolean {
  if (!ctx.user) return true
  if (!allows(ctx.user.rights, 'reports-all') && clerksSee === 'nothing') return false
  return allows(ctx.user.rights, specOf(name).permission)
}

/** What the worker is asked, with what the hotel's settings say; refuses a name that there is not, and what may not be opened. */
export async function askedOf(
  db: Reader,
  ctx: Context,
  { name, parameters, asOf }: Pick<ParsedOf<'report.run'>, 'name' | 'parameters' | 'asOf'>,
): Promise<Result<ReportAsked, 'REPORT_UNKNOWN' | 'REPORT_NOT_PERMITTED'>> {
  const found = findReport(name)
  if (!found.ok) return found
  const settings = await reportSettings.read(db)
  const { file, trouble } = ctx.store.report
  if (!mayOpen(ctx, found.value, settings.clerksSee))
    return refuse('REPORT_NOT_PERMITTED', { report: found.value, needed: specOf(found.value).permission })
  return ok({
    name: found.value,
    parameters,
    asOf: asOf ?? null,
    moment: ctx.moment as ReportAsked['moment'],
    today: ctx.businessDate,
    starts: settings.weekStarts,
    hotel: { name: ctx.hotel.hotelName, currency: ctx.hotel.currency, country: ctx.hotel.country },
    withoutRevenue:
      ctx.user !== null && !allows(ctx.user.rights, 'reports-all') && settings.clerksSee !== 'all',
    noFile: trouble === null ? null : { file, why: trouble },
  })
}

export const listReports = reads('report.list', async (db, _input, ctx) => {
  const { clerksSee } = await reportSettings.read(db)
  const userId = ctx.user?.id ?? null
  const memory = userId === null ? null : await loadMemory(db, userId)
  const favourites = userId === null ? [] : await readFavourites(db, userId)
  return {
    reports: reportNames
      .filter((name) => mayOpen(ctx, name, clerksSee))
      .map((name) => ({
        name,
        group: specOf(name).group,
        remembered: parsed(memory?.image.reports[name]),
      })),
    favourites: favourites
      .filter(({ image }) => isReportName(image.report))
      .map(({ id, version, image }) => ({
        id,
        version,
        name: image.name,
        report: image.report as ReportName,
        parameters: parsed(image.parameters) ?? {},
      })),
  }
})

function parsed(text: string | undefined): Record<string, string> | null {
  return text === undefined ? null : (JSON.parse(text) as Record<string, string>)
}

/** Worked out while the caller waits, by the worker that is there for reports. */
export const runReport = reads('report.run', async (db, { run, ...input }, ctx) => {
  const asked = await askedOf(db, ctx, input)
  if (!asked.ok) return asked
  const found = await askUnderName<OutputOf<'report.run'>>(ctx, run, 'report.run', asked.value)
  return found.ok ? found.value : found
})

/** What the worker is asked for the dashboard: who may open the daily report may see it. */
export async function dashboardAsked(
  db: Reader,
  ctx: Context,
  { basis, since, asOf }: Omit<ParsedOf<'report.dashboard'>, 'run'>,
) {
  const asked = await askedOf(db, ctx, { name: 'daily', parameters: {}, asOf })
  return asked.ok ? ok({ ...asked.value, basis, since: since ?? null }) : asked
}

/** Everything on the dashboard. */
export const readDashboardOf = reads('report.dashboard', async (db, { run, ...input }, ctx) => {
  const asked = await dashboardAsked(db, ctx, input)
  if (!asked.ok) return asked
  const found = await askUnderName<OutputOf<'report.dashboard'>>(ctx, run, 'report.dashboard', asked.value)
  return found.ok ? found.value : found
})

export const cancelReport = works('report.cancel', (_ctx, { run }) => ({ stopped: cancelNamed(run) }))

/** The bookings behind a row, by arrival. */
export const reportBookings = reads('report.bookings', async (db, { row, ...input }, ctx) => {
  const asked = await askedOf(db, ctx, input)
  if (!asked.ok) return asked
  const question: BookingsAsked = { ...asked.value, row, limit: maxBookings + 1 }
  const found = await askWorker<BookingId[]>(ctx, 'report.bookings', question)
  return found.ok ? bookingRows(db, ctx, found.value, asked.value.withoutRevenue) : found
})
