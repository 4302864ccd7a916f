import { closeShift, currentShift, dropCash, openShift } from './shift.ts'
import { listShifts, reportShift } from './shift-report.ts'

export const cashierHandlers = {
  'shift.current': currentShift,
  'shift.open': openShift,
  'shift.drop': dropCash,
  'shift.close': closeShift,
  'shift.list': listShifts,
  'shift.report': reportShift,
}
