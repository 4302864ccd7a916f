/**
 * Which fields of what the change log holds are somebody's own: names, contacts, numbers, and every text that a person
 * types. Their values are kept apart in the log and can be erased; the rest (states, dates, rates, rooms, ids) stays
 * readable for ever. The one list: a new field of an image does not compile before it is decided here.
 */
import type { RoleImage } from '../access/roles.ts'
import type { AccountImage } from '../account/account.ts'
import type { BackupSettings } from '../backup/settings.ts'
import type { BookingImage } from '../booking/booking.ts'
import type { Image } from '../change/change.ts'
import type { GuestImage } from '../guest/image.ts'
import type { SettingsImage } from '../hotel/settings.ts'
import type { SourceWordImage } from '../import/source-words.ts'
import type { GuestKindImage } from '../insight/groups/kind-image.ts'
import type { LeavingCaseImage } from '../insight/leaving/case.ts'
import type { SegmentImage, SegmentTagsImage } from '../insight/segments/segment.ts'
import type { InsightSettingImage } from '../insight/settings/settings.ts'
import type { OfferImage, SuggestionVoteImage } from '../insight/suggest/outcome.ts'
import type { JudgementImage } from '../insight/value/judgement.ts'
import type { PlaybookImage } from '../insight/value/playbook.ts'
import type { MembershipImage } from '../loyalty/membership.ts'
import type { ProgrammeImage } from '../loyalty/programme.ts'
import type { RatePlanImage } from '../rate/rate-plan.ts'
import type { BudgetImage } from '../report/budget.ts'
import type { CommissionImage } from '../report/commission.ts'
import type { CompSetImage } from '../report/comp-set.ts'
import type { ExploreImage } from '../report/explore/explore.ts'
import type { ScheduleImage } from '../report/schedule.ts'
import type { ReportSettings } from '../report/settings.ts'
import type { RequestImage } from '../request/image.ts'
import type { RoomImage, RoomTypeImage } from '../room/room.ts'
import type { ShiftNoteImage } from '../today/shift-note.ts'
import type { Classes } from './classes.ts'
import { houseFields } from './house-fields.ts'
import { housekeepingFields } from './housekeeping-fields.ts'
import { moneyFields } from './money-fields.ts'
import { registrationLogFields } from './registration-fields.ts'
import { stayFields } from './stay-fields.ts'

const guest: Classes<GuestImage> = {
  nativeName: 'personal',
  familyName: 'personal',
  givenName: 'personal',
  salutation: 'personal',
  gender: 'personal',
  birthDate: 'personal',
  nationality: 'personal',
  language: 'personal',
  unnamed: 'personal',
  createdAt: 'personal',
  contacts: 'personal',
  documents: 'personal',
  preferences: 'personal',
  tags: 'personal',
  notes: 'personal',
  alerts: 'personal',
  consents: 'personal',
}

const role: Classes<RoleImage> = { code: 'open', name: 'open', rights: 'open' }

const shiftNote: Classes<ShiftNoteImage> = {
  text: 'personal',
  createdAt: 'open',
  createdBy: 'open',
  tickedAt: 'open',
  tickedBy: 'open',
}

const booking: Classes<BookingImage> = {
  confirmationNo: 'open',
  status: 'open',
  arrival: 'open',
  departure: 'open',
  guestId: 'open',
  bookerId: 'open',
  agencyId: 'open',
  companyId: 'open',
  roomTypeId: 'open',
  chargedRoomTypeId: 'open',
  ratePlanId: 'open',
  adults: 'open',
  children: 'open',
  infants: 'open',
  meal: 'open',
  segment: 'open',
  channel: 'open',
  guarantee: 'open',
  expectedTime: 'open',
  holdUntil: 'open',
  depositMinor: 'open',
  depositDueOn: 'open',
  comment: 'personal',
  createdOn: 'open',
  cancelledOn: 'open',
  cancelReason: 'personal',
  source: 'personal',
  importBatchId: 'open',
  nights: 'open',
  companions: 'open',
}

const request: Classes<RequestImage> = {
  bookingId: 'open',
  kind: 'open',
  text: 'personal',
  department: 'open',
  dueOn: 'open',
  dueTime: 'open',
  status: 'open',
  reason: 'personal',
  alternative: 'personal',
  fromPreference: 'open',
  asPreference: 'open',
  createdAt: 'open',
  createdBy: 'open',
  statusAt: 'open',
  statusBy: 'open',
}

const membership: Classes<MembershipImage> = {
  guestId: 'open',
  programmeId: 'open',
  number: 'personal',
  tier: 'open',
  tierSince: 'open',
  overridden: 'open',
  joinedOn: 'open',
  // Why a tier was given by hand is a text that somebody typed.
  tiers: 'personal',
}

const guestKind: Classes<GuestKindImage> = { name: 'open', means: 'open' }

const leavingCase: Classes<LeavingCaseImage> = {
  guestId: 'open',
  openedOn: 'open',
  openedBy: 'open',
  owner: 'open',
  ownedOn: 'open',
  snoozedUntil: 'open',
  offer: 'open',
  offerText: 'personal',
  costMinor: 'open',
  offeredOn: 'open',
  offeredBy: 'open',
  outcome: 'open',
  lossReason: 'open',
  outcomeText: 'personal',
  returnedOn: 'open',
  closedOn: 'open',
  closedBy: 'open',
}

const settings: Classes<SettingsImage> = {
  hotelName: 'open',
  language: 'open',
  currency: 'open',
  timeZone: 'open',
  country: 'open',
  address: 'open',
  phone: 'open',
  email: 'open',
  idleMinutes: 'open',
  sessionHours: 'open',
}

const backupSettings: Classes<BackupSettings> = {
  automatic: 'open',
  folders: 'open',
  hours: 'open',
  keepDays: 'open',
  keepWeeks: 'open',
  keepMonths: 'open',
  warnAfterHours: 'open',
}

const room: Classes<RoomImage> = {
  number: 'open',
  roomTypeId: 'open',
  floor: 'open',
  features: 'open',
  housekeeping: 'open',
  outOfService: 'open',
  active: 'open',
}

const roomType: Classes<RoomTypeImage> = {
  code: 'open',
  nameEn: 'open',
  nameZh: 'open',
  maxPersons: 'open',
  overbooking: 'open',
  baseRateMinor: 'open',
  position: 'open',
  active: 'open',
}

const ratePlan: Classes<RatePlanImage> = {
  code: 'open',
  nameEn: 'open',
  nameZh: 'open',
  meal: 'open',
  kind: 'open',
  qualifies: 'open',
  active: 'open',
  prices: 'open',
  segment: 'open',
  channel: 'open',
  guarantee: 'open',
  accountKind: 'open',
  accountId: 'open',
}

const programme: Classes<ProgrammeImage> = {
  code: 'open',
  nameEn: 'open',
  nameZh: 'open',
  parameters: 'open',
  active: 'open',
}

const sourceWord: Classes<SourceWordImage> = { field: 'open', word: 'open', means: 'open' }

const insightSetting: Classes<InsightSettingImage> = { section: 'open', parameters: 'open' }

const playbook: Classes<PlaybookImage> = {
  classKind: 'open',
  class: 'open',
  action: 'open',
  department: 'open',
  costMinor: 'open',
}

const judgement: Classes<JudgementImage> = {
  guestId: 'open',
  excluded: 'open',
  value: 'open',
  need: 'open',
  lifecycle: 'open',
  behaviour: 'open',
  relation: 'open',
  // Why somebody decided so is a text about a person.
  reason: 'personal',
}
// What a segment and its tag are called says nothing of one guest
const segment: Classes<SegmentImage> = {
  nameEn: 'open',
  nameZh: 'open',
  rule: 'open',
  tag: 'open',
  createdAt: 'open',
  createdBy: 'open',
}

const segmentTags: Classes<SegmentTagsImage> = { asOf: 'open', guests: 'open' }

const account: Classes<AccountImage> = { kind: 'open', code: 'open', name: 'open', active: 'open' }

const offer: Classes<OfferImage> = {
  guestId: 'open',
  bookingId: 'open',
  // A wish in words of its own
  item: 'personal',
  basis: 'open',
  rule: 'open',
  outcome: 'open',
  place: 'open',
  notedOn: 'open',
  notedAt: 'open',
  notedBy: 'open',
}

const suggestionVote: Classes<SuggestionVoteImage> = {
  votedBy: 'open',
  kind: 'open',
  vote: 'open',
  votedAt: 'open',
}

const reportSetting: Classes<ReportSettings> = { clerksSee: 'open', weekStarts: 'open' }

const commission: Classes<CommissionImage> = { basisPoints: 'open' }

const budget: Classes<BudgetImage> = { level: 'open', cells: 'open' }

const compSet: Classes<CompSetImage> = { hotels: 'open', cells: 'open' }

// What a pivot, a favourite or a schedule is called says nothing of a guest, and no report is narrowed to one
const explore: Classes<ExploreImage> = { name: 'open', ask: 'open', createdAt: 'open', createdBy: 'open' }

const reportSchedule: Classes<ScheduleImage> = {
  name: 'open',
  report: 'open',
  parameters: 'open',
  format: 'open',
  language: 'open',
  folder: 'open',
  hours: 'open',
  weekdays: 'open',
  active: 'open',
  createdBy: 'open',
}

/** The fields of every kind of thing, by the word the log has for it, with what is logged beside an image. */
export const loggedFields: Readonly<Record<string, Classes>> = {
  settings: { ...settings, businessDate: 'open' },
  'backup-settings': backupSettings,
  user: {
    login: 'open',
    name: 'personal',
    role: 'open',
    language: 'open',
    active: 'open',
    passwordSet: 'open',
  },
  role,
  'shift-note': shiftNote,
  access: {
    signedIn: 'open',
    signedOut: 'open',
    wrongPassword: 'open',
    attempt: 'open',
    sessionEnded: 'open',
    workstation: 'open',
  },
  // The document that was opened, and of which kind it is.
  guest: { ...guest, opened: 'open', kind: 'open' },
  booking,
  request,
  ...stayFields,
  'room-type': roomType,
  room,
  ...housekeepingFields,
  'rate-plan': ratePlan,
  account,
  programme,
  membership,
  'leaving-case': leavingCase,
  'import-batch': {
    batchId: 'open',
    dryRun: 'open',
    // Files are named after whom they are about.
    file: 'personal',
    sha256: 'open',
    profile: 'open',
    where: 'personal',
    rows: 'open',
    filteredOut: 'open',
    imported: 'open',
    rejected: 'open',
    notes: 'open',
    byStatus: 'open',
    byStatusRead: 'open',
    created: 'open',
    hotel: 'open',
    sheet: 'personal',
    otherSheets: 'personal',
    hiddenRows: 'open',
    skipHidden: 'open',
    takenBack: 'open',
  },
  'import-mapping': { name: 'open', mapping: 'open' },
  'import-word': sourceWord,
  'insight-setting': insightSetting,
  playbook,
  'guest-judgement': judgement,
  offer,
  'suggestion-vote': suggestionVote,
  'guest-kind': guestKind,
  segment,
  'segment-tags': segmentTags,
  'report-setting': reportSetting,
  commission,
  'report-memory': { reports: 'open' },
  'report-favourite': { userId: 'open', name: 'open', report: 'open', parameters: 'open', createdAt: 'open' },
  explore,
  budget,
  'comp-set': compSet,
  'report-schedule': reportSchedule,
  // A file that was made of a report
  report: { report: 'open', format: 'open', file: 'open', parameters: 'open', asOf: 'open' },
  close: {
    businessDate: 'open',
    status: 'open',
    startedBy: 'open',
    startedAt: 'open',
    finishedAt: 'open',
    troubles: 'open',
  },
  'close-setting': { heldArrivals: 'open', earliest: 'open', folder: 'open', format: 'open' },
  ...moneyFields,
  ...houseFields,
  ...registrationLogFields,
}

const openFields: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(loggedFields).map(([entity, classes]) => [
    entity,
    new Set(Object.keys(classes).filter((field) => classes[field] === 'open')),
  ]),
)

/** The fields of a kind of thing that can be erased. */
export function personalFieldsOf(entity: string): string[] {
  return Object.entries(loggedFields[entity] ?? {}).flatMap(([field, kind]) =>
    kind === 'personal' ? [field] : [],
  )
}

/** A part of an image in what stays and what can be erased; null where there is nothing of it. */
export type Split = { open: Image | null; personal: Image | null }

/**
 * Takes an image or a part of one apart. What the list does not name is personal. Where every personal value is empty,
 * there is nothing to erase, and all of it is open.
 */
export function splitPersonal(entity: string, part: Image | null): Split {
  if (part === null) return { open: null, personal: null }
  const opens = openFields.get(entity)
  if (!Object.keys(part).some((field) => !opens?.has(field) && !isEmpty(part[field])))
    return { open: part, personal: null }
  const entries = Object.entries(part)
  return {
    open: Object.fromEntries(entries.filter(([field]) => opens?.has(field))),
    personal: Object.fromEntries(entries.filter(([field]) => !opens?.has(field))),
  }
}

/** Whether a value says nothing of anybody. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
