import type { ReportName } from '#shared/domain/report/catalogue.ts'
import type { Report } from '../report.ts'
import { arrivalTimes } from './arrival-times.ts'
import { audit } from './audit.ts'
import { budget } from './budget.ts'
import { cancellations } from './cancellations.ts'
import { changes } from './changes.ts'
import { commissions } from './commissions.ts'
import { compSet } from './comp-set.ts'
import { daily } from './daily.ts'
import { depositsHeld } from './deposits-held.ts'
import { forecast } from './forecast.ts'
import { guestNights } from './guest-nights.ts'
import { housekeeping } from './housekeeping.ts'
import { leadTime } from './lead-time.ts'
import { loyalty } from './loyalty.ts'
import { occupancy } from './occupancy.ts'
import { onBooks } from './on-books.ts'
import { openBalances } from './open-balances.ts'
import { overrides } from './overrides.ts'
import { pace } from './pace.ts'
import { payments } from './payments.ts'
import { pickup } from './pickup.ts'
import { preferences } from './preferences.ts'
import { registration } from './registration.ts'
import { repeatGuests } from './repeat-guests.ts'
import { requests } from './requests.ts'
import { revenue } from './revenue.ts'
import { roomUse } from './room-use.ts'
import { sources } from './sources.ts'
import { stayLength } from './stay-length.ts'
import { taxes } from './taxes.ts'
import { traces } from './traces.ts'
import { trialBalance } from './trial-balance.ts'
import { upgrades } from './upgrades.ts'
import { yearbook } from './yearbook.ts'

/** Every report of the catalogue, by its name. */
export const reports: Record<ReportName, Report> = {
  arrivalTimes,
  audit,
  budget,
  cancellations,
  changes,
  commissions,
  compSet,
  daily,
  depositsHeld,
  forecast,
  guestNights,
  housekeeping,
  leadTime,
  loyalty,
  occupancy,
  onBooks,
  openBalances,
  overrides,
  pace,
  payments,
  pickup,
  preferences,
  registration,
  repeatGuests,
  requests,
  revenue,
  roomUse,
  sources,
  stayLength,
  taxes,
  traces,
  trialBalance,
  upgrades,
  yearbook,
}
