import type { OperationName } from '#shared/contract/index.ts'
import { accessHandlers } from './access/handlers.ts'
import { accountHandlers } from './account/handlers.ts'
import { auditHandlers } from './audit/handlers.ts'
import { backupHandlers } from './backup/handlers.ts'
import { bookingHandlers } from './booking/handlers.ts'
import { changeHandlers } from './change/handlers.ts'
import { confirmationHandlers } from './confirmation/handlers.ts'
import { deviceHandlers } from './device/handlers.ts'
import { cashierHandlers } from './folio/cashier/handlers.ts'
import { chartHandlers } from './folio/chart/handlers.ts'
import { cutoverHandlers } from './folio/cutover/handlers.ts'
import { fapiaoHandlers } from './folio/fapiao/handlers.ts'
import { folioHandlers } from './folio/handlers.ts'
import { paperHandlers } from './folio/paper/handlers.ts'
import { guestHandlers } from './guest/handlers.ts'
import { hotelHandlers } from './hotel/handlers.ts'
import { houseHandlers } from './house/handlers.ts'
import { housekeepingHandlers } from './housekeeping/handlers.ts'
import { importingHandlers } from './import/handlers.ts'
import { insightChoiceHandlers } from './insight/choice-handlers.ts'
import { futureHandlers } from './insight/future/read.ts'
import { kindHandlers } from './insight/groups/handlers.ts'
import { insightHandlers } from './insight/handlers.ts'
import { leavingHandlers } from './insight/leaving/handlers.ts'

import { insightNextHandlers } from './insight/next/handlers.ts'
import { segmentHandlers } from './insight/segments/handlers.ts'
import { jobHandlers } from './jobs/handlers.ts'
import type { HandlerOf } from './kernel/handler.ts'
import { loyaltyHandlers } from './loyalty/handlers.ts'
import { rateHandlers } from './rate/handlers.ts'
import { registrationHandlers } from './registration/handlers.ts'
import { reportHandlers } from './report/handlers.ts'
import { requestHandlers } from './request/handlers.ts'
import { roomHandlers } from './room/handlers.ts'
import { searchHandlers } from './search/handlers.ts'
import { setupHandlers } from './setup/handlers.ts'
import { stayHandlers } from './stay/handlers.ts'
import { todayHandlers } from './today/handlers.ts'

/** The total map: an operation of the contract without a handler, or the reverse, does not compile. */
export const handlers: { [N in OperationName]: HandlerOf<N> } = {
  ...accessHandlers,
  ...accountHandlers,
  ...auditHandlers,
  ...backupHandlers,
  ...bookingHandlers,
  ...cashierHandlers,
  ...cutoverHandlers,
  ...changeHandlers,
  ...chartHandlers,
  ...confirmationHandlers,
  ...deviceHandlers,
  ...fapiaoHandlers,
  ...folioHandlers,
  ...guestHandlers,
  ...hotelHandlers,
  ...houseHandlers,
  ...housekeepingHandlers,
  ...importingHandlers,
  ...insightChoiceHandlers,
  ...insightHandlers,
  ...insightNextHandlers,
  ...jobHandlers,
  ...kindHandlers,
  ...leavingHandlers,
  ...futureHandlers,
  ...loyaltyHandlers,
  ...paperHandlers,
  ...rateHandlers,
  ...registrationHandlers,
  ...reportHandlers,
  ...requestHandlers,
  ...roomHandlers,
  ...searchHandlers,
  ...segmentHandlers,
  ...setupHandlers,
  ...stayHandlers,
  ...todayHandlers,
}
