import { countChangesSince } from '#db/queries/report/settings.ts'
import { reads } from '../kernel/handler.ts'
import { askReport } from './ask.ts'
import { exploreHandlers } from './explore/handlers.ts'
import { exportDashboard, exportExplore, exportReport } from './export.ts'
import { deleteOne, remember, saveOne } from './favourites.ts'
import { planHandlers } from './plan/handlers.ts'
import { cancelReport, listReports, readDashboardOf, reportBookings, runReport } from './run.ts'
import { deleteOneSchedule, listSchedules, runSchedule, saveOneSchedule } from './schedules.ts'

const changesSince = reads('report.changesSince', async (db, { seq }, ctx) => ({
  changes: await countChangesSince(db, seq),
  moment: ctx.moment,
}))

export const reportHandlers = {
  'report.list': listReports,
  'report.run': runReport,
  'report.dashboard': readDashboardOf,
  'report.cancel': cancelReport,
  'report.bookings': reportBookings,
  'report.remember': remember,
  'report.saveFavourite': saveOne,
  'report.deleteFavourite': deleteOne,
  'report.ask': askReport,
  'report.changesSince': changesSince,
  ...planHandlers,
  'report.export': exportReport,
  'report.exportDashboard': exportDashboard,
  'explore.export': exportExplore,
  'report.schedules': listSchedules,
  'report.saveSchedule': saveOneSchedule,
  'report.deleteSchedule': deleteOneSchedule,
  'report.runSchedule': runSchedule,
  ...exploreHandlers,
}
