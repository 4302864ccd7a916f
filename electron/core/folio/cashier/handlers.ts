import { applyDeposit, refundDeposit, takeDeposit } from './deposit.ts'
import { forfeitDeposit, reportLostSlip } from './forfeit.ts'
import { captureHold, releaseHold, takeHold } from './hold.ts'
import { listDeposits, listHolds, listVouchers } from './registers.ts'
import { closeShift, currentShift, dropCash, openShift } from './shift.ts'
import { makeShiftFile } from './shift-file.ts'
import { listShifts, reportShift } from './shift-report.ts'
import { sellVoucher } from './voucher.ts'

export const cashierHandlers = {
  'shift.current': currentShift,
  'shift.open': openShift,
  'shift.drop': dropCash,
  'shift.close': closeShift,
  'shift.list': listShifts,
  'shift.report': reportShift,
  'shift.file': makeShiftFile,
  'deposit.take': takeDeposit,
  'deposit.apply': applyDeposit,
  'deposit.refund': refundDeposit,
  'deposit.forfeit': forfeitDeposit,
  'deposit.reportLost': reportLostSlip,
  'deposit.list': listDeposits,
  'hold.take': takeHold,
  'hold.capture': captureHold,
  'hold.release': releaseHold,
  'hold.list': listHolds,
  'voucher.sell': sellVoucher,
  'voucher.list': listVouchers,
}
