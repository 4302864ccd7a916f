import type { Image } from '#shared/domain/change/change.ts'
import { roleAggregate } from './access/role-aggregate.ts'
import { accountAggregate } from './account/accounts.ts'
import { closeSettings } from './audit/settings.ts'
import { backupSettingsAggregate } from './backup/settings.ts'
import { bookingAggregate } from './booking/booking-aggregate.ts'
import { dayUseAggregate } from './booking/day-use.ts'
import { deskDevicesAggregate } from './device/desk.ts'
import { shiftAggregate } from './folio/cashier/shift-aggregate.ts'
import {
  ledgerAccountAggregate,
  taxAggregate,
  taxRuleAggregate,
  transactionCodeAggregate,
} from './folio/chart/money-aggregates.ts'
import {
  exchangeRateAggregate,
  feePolicyAggregate,
  folioSettingAggregate,
  packageAggregate,
  paperSeriesAggregate,
} from './folio/chart/other-aggregates.ts'
import { folioAggregate } from './folio/folio-aggregate.ts'
import { depositAggregate, holdAggregate, voucherAggregate } from './folio/held-aggregates.ts'
import { paperAggregate } from './folio/paper/paper-aggregate.ts'
import { postingAggregate } from './folio/reverse.ts'
import { guestAggregate } from './guest/guest-aggregate.ts'
import { settingsAggregate } from './hotel/settings-aggregate.ts'
import { houseAggregates } from './house/aggregates.ts'
import { housekeepingAggregates } from './housekeeping/aggregates.ts'
import { sourceWordAggregate } from './import/source-words.ts'
import { guestKindAggregate } from './insight/groups/kind-aggregate.ts'
import { judgementAggregate } from './insight/judgements.ts'
import { leavingCaseAggregate } from './insight/leaving/case-aggregate.ts'
import { offerAggregate, suggestionVoteAggregate } from './insight/next/offer-aggregates.ts'
import { playbookAggregate } from './insight/playbooks.ts'
import { segmentAggregate, segmentTagsAggregate } from './insight/segments/aggregates.ts'
import { insightSettingAggregate } from './insight/settings.ts'
import type { Aggregate } from './kernel/aggregate.ts'
import { membershipAggregate } from './loyalty/membership-aggregate.ts'
import { programmeAggregate } from './loyalty/programme-aggregate.ts'
import { ratePlanAggregate } from './rate/rate-plans.ts'
import {
  minorSheetAggregate,
  registrantAggregate,
  registrationAggregate,
  visitorAggregate,
} from './registration/aggregates.ts'
import { registrationSettings } from './registration/settings.ts'
import { exploreAggregate } from './report/explore/saved.ts'
import { favouriteAggregate, memoryAggregate } from './report/favourites.ts'
import { budgetAggregate } from './report/plan/budget.ts'
import { commissionAggregate } from './report/plan/commissions.ts'
import { compSetAggregate } from './report/plan/comp-set.ts'
import { reportSettings } from './report/plan/settings.ts'
import { scheduleAggregate } from './report/schedules.ts'
import { requestAggregate } from './request/request-aggregate.ts'
import { roomAggregate, roomTypeAggregate } from './room/room-aggregates.ts'
import { stayTerms } from './stay/settings.ts'
import { stayAggregate } from './stay/stay-aggregate.ts'
import { shiftNoteAggregate } from './today/note-aggregate.ts'

/** Every entity that undo can write back, by the word the change log has for it. */
export const aggregates: Record<string, Aggregate<Image> | undefined> = Object.fromEntries(
  [
    settingsAggregate,
    closeSettings.aggregate,
    backupSettingsAggregate,
    roleAggregate,
    shiftNoteAggregate,
    roomTypeAggregate,
    roomAggregate,
    ...housekeepingAggregates,
    ratePlanAggregate,
    accountAggregate,
    bookingAggregate,
    dayUseAggregate,
    requestAggregate,
    stayAggregate,
    stayTerms.aggregate,
    folioAggregate,
    postingAggregate,
    depositAggregate,
    holdAggregate,
    voucherAggregate,
    shiftAggregate,
    paperAggregate,
    guestAggregate,
    membershipAggregate,
    programmeAggregate,
    sourceWordAggregate,
    leavingCaseAggregate,
    insightSettingAggregate,
    playbookAggregate,
    judgementAggregate,
    offerAggregate,
    suggestionVoteAggregate,
    guestKindAggregate,
    segmentAggregate,
    segmentTagsAggregate,
    favouriteAggregate,
    exploreAggregate,
    memoryAggregate,
    budgetAggregate,
    compSetAggregate,
    commissionAggregate,
    reportSettings.aggregate,
    scheduleAggregate,
    folioSettingAggregate,
    ledgerAccountAggregate,
    taxAggregate,
    taxRuleAggregate,
    transactionCodeAggregate,
    packageAggregate,
    feePolicyAggregate,
    exchangeRateAggregate,
    paperSeriesAggregate,
    ...houseAggregates,
    registrantAggregate,
    registrationAggregate,
    minorSheetAggregate,
    visitorAggregate,
    registrationSettings.aggregate,
    deskDevicesAggregate,
  ].map((aggregate) => [aggregate.entity, aggregate as unknown as Aggregate<Image>]),
)
