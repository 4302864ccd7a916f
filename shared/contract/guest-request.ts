import { z } from 'zod'
import { businessDate } from './fields.ts'
import { requestView } from './request.ts'

/** A request with what a guest's page shows of its booking. */
export const requestOfGuest = requestView.extend({
  arrival: businessDate,
  confirmationNo: z.string(),
  /** Its booking was cancelled or nobody came: open or not, it is nobody’s work any more. */
  calledOff: z.boolean(),
})
