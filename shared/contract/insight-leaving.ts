/** What is done about guests who may be leaving; the warning itself is computed (shared/contract/insight.ts). */
import { z } from 'zod'
import { lossReasons, offers, outcomes } from '../domain/insight/leaving/case.ts'
import { leavingLevels } from '../domain/insight/leaving/risk.ts'
import { rfmSegments } from '../domain/insight/value/classes.ts'
import { requestKinds } from '../domain/request/request.ts'
import type { GuestId, LeavingCaseId } from '../values/index.ts'
import {
  amountMinor,
  businessDate,
  empty,
  id,
  nextPage,
  optionalLine,
  pageBy,
  saved,
  sortedKey,
  typedLine,
  version,
} from './fields.ts'
import { command, query } from './operation.ts'

const offer = z.enum(offers, { error: 'invalid.choice' })
const outcome = z.enum(outcomes, { error: 'invalid.choice' })
const lossReason = z.enum(lossReasons, { error: 'invalid.choice' })
const login = z
  .string({ error: 'invalid.required' })
  .trim()
  .min(1, 'invalid.required')
  .max(64, 'invalid.tooLong')
const text = optionalLine(300).default('')
/** The version of the guest's open case as it was read; null where there was none. */
const caseVersion = version.nullable().default(null)

/** A person in words and by the name that they sign in with. */
const person = z.strictObject({ login: z.string(), name: z.string() })

export const leavingCase = z.strictObject({
  id: id<LeavingCaseId>(),
  guestId: id<GuestId>(),
  version,
  /** `snoozed` until its day has come; then `open` by itself. */
  state: z.enum(['open', 'snoozed', 'closed']),
  openedOn: businessDate,
  openedBy: person,
  owner: person.nullable(),
  ownedOn: businessDate.nullable(),
  /** Whether the caller has taken it on. */
  mine: z.boolean(),
  snoozedUntil: businessDate.nullable(),
  offer: offer.nullable(),
  offerText: z.string(),
  /** Minor units. */
  costMinor: z.number().int().nullable(),
  offeredOn: businessDate.nullable(),
  offeredBy: person.nullable(),
  outcome: outcome.nullable(),
  lossReason: lossReason.nullable(),
  outcomeText: z.string(),
  /** The arrival the guest came again with: of an open case what was noticed, of a closed one what it was closed with. */
  returnedOn: businessDate.nullable(),
  closedOn: businessDate.nullable(),
  closedBy: person.nullable(),
})

export const takeOn = command({
  name: 'leaving.takeOn',
  about:
    'Gives a guest who may be leaving to one person: the caller, or whom `owner` names. Opens a case where none is open.',
  input: z.strictObject({
    guestId: id<GuestId>(),
    owner: login.optional(),
    /** Who has it now, as the caller was shown: takes it over from them. */
    from: login.optional(),
  }),
  output: saved<LeavingCaseId>(),
  /** CASE_TAKEN carries `owner`, `name` and `since`. */
  refusals: ['GUEST_UNKNOWN', 'USER_UNKNOWN', 'CASE_TAKEN'],
  permission: 'leaving',
  undoable: true,
})

export const release = command({
  name: 'leaving.release',
  about: 'Gives back a guest that the caller had taken on.',
  input: z.strictObject({ guestId: id<GuestId>(), version }),
  output: saved<LeavingCaseId>(),
  refusals: ['CASE_UNKNOWN', 'CASE_TAKEN'],
  permission: 'leaving',
  undoable: true,
})

export const snooze = command({
  name: 'leaving.snooze',
  about: 'Leaves a guest alone until a day; from that day on the case is open again by itself.',
  input: z.strictObject({ guestId: id<GuestId>(), version: caseVersion, until: businessDate }),
  output: saved<LeavingCaseId>(),
  refusals: ['GUEST_UNKNOWN', 'CASE_TAKEN', 'SNOOZE_DATE'],
  permission: 'leaving',
  undoable: true,
})

export const makeOffer = command({
  name: 'leaving.offer',
  about:
    'Notes what was offered to a guest who may be leaving, and what it costs. Whoever offers has taken the guest on.',
  input: z.strictObject({
    guestId: id<GuestId>(),
    version: caseVersion,
    offer,
    text,
    costMinor: amountMinor.nullable().default(null),
  }),
  output: saved<LeavingCaseId>(),
  refusals: ['GUEST_UNKNOWN', 'CASE_TAKEN', 'OFFER_TEXT_NEEDED', 'CARD_NUMBER'],
  permission: 'leaving',
  undoable: true,
})

export const close = command({
  name: 'leaving.close',
  about:
    'Ends a case: won back, lost (why), or a false alarm. Won back needs a stay since the case was opened.',
  input: z.strictObject({
    guestId: id<GuestId>(),
    version: caseVersion,
    outcome,
    lossReason: lossReason.nullable().default(null),
    text,
  }),
  output: saved<LeavingCaseId>(),
  refusals: [
    'GUEST_UNKNOWN',
    'CASE_TAKEN',
    'LOSS_REASON_NEEDED',
    'LOSS_TEXT_NEEDED',
    'NOT_BACK_YET',
    'CAME_BACK',
    'CARD_NUMBER',
  ],
  permission: 'leaving',
  undoable: true,
})

export const listCases = query({
  name: 'leaving.cases',
  about: 'Every case of one guest, the newest first.',
  input: z.strictObject({ guestId: id<GuestId>() }),
  output: z.array(leavingCase),
  permission: 'leaving',
  reads: ['leaving-case', 'booking', 'user', 'settings'],
})

const count = z.number().int()
const tally = z.strictObject({
  wonBack: count,
  lost: count,
  falseAlarms: count,
  /** Won back of those won back or lost, 0 to 1; null below `minCases` of them. */
  rate: z.number().nullable(),
  /** Minor units, as far as costs were noted. */
  costMinor: count,
})

export const results = query({
  name: 'leaving.results',
  about:
    'What came of closed cases by offer and by person, and which open cases have a guest who came again.',
  input: empty,
  output: z.strictObject({
    /** Closed cases that a rate needs at least. */
    minCases: count,
    open: count,
    snoozed: count,
    withoutOwner: count,
    all: tally,
    byOffer: z.array(z.strictObject({ offer: offer.nullable(), tally })),
    byOwner: z.array(z.strictObject({ owner: person.nullable(), tally })),
    /** Guests of open cases who came again: to be closed as won back. */
    returned: z.array(
      z.strictObject({ id: id<LeavingCaseId>(), guestId: id<GuestId>(), returnedOn: businessDate }),
    ),
  }),
  permission: 'insight',
  reads: ['leaving-case', 'booking', 'user', 'settings'],
})

const figure = z.number()
/** What the newest computation says of a guest; days, years and minor units. */
const warning = z.strictObject({
  level: z.enum(leavingLevels),
  /** 0 to 1. */
  risk: figure,
  stays: count,
  firstStay: businessDate,
  lastDeparture: businessDate,
  /** The guest's usual days between arrivals; `hotel`: the hotel's, where the guest has too few stays. */
  ownInterval: figure,
  intervalFrom: z.enum(['own', 'hotel']),
  daysSince: count,
  expectedOn: businessDate,
  overdue: figure,
  longerShare: figure,
  tenureYears: figure,
  /** Null where there are too few guests for a model. */
  pAlive: figure.nullable(),
  expectedStays: figure.nullable(),
  expectedMinor: count.nullable(),
  atRiskMinor: count,
})

const who = { guestId: id<GuestId>(), name: z.string(), latinName: z.string() }

/** What went wrong at the last stay: wishes declined, a long wait for the room in minutes, a low mark with its words. */
export const lastStayTroubles = {
  declined: z.array(
    z.strictObject({ kind: z.enum(requestKinds), text: z.string(), fromPreference: z.boolean() }),
  ),
  waited: z.number().int().nullable(),
  mark: z.number().int().nullable(),
  markText: z.string(),
}

export const list = query({
  name: 'leaving.list',
  about: 'Guests whose next stay is overdue, by value at risk, with why, and what is done about each.',
  input: z.strictObject({
    view: z.enum(['due', 'snoozed', 'cases', 'all'], { error: 'invalid.choice' }).default('due'),
    level: z.enum(leavingLevels, { error: 'invalid.choice' }).optional(),
    segment: z.enum(rfmSegments, { error: 'invalid.choice' }).optional(),
    /** A login, `me`, or `nobody`. */
    owner: login.optional(),
    text: typedLine().default(''),
    ...pageBy(sortedKey('number', 'number')),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        ...who,
        /** The guest’s RFM segment; empty where not known. */
        segment: z.string(),
        /** Null for an open case whose guest came again, has booked, or is excluded. */
        warning: warning.nullable(),
        ...lastStayTroubles,
        case: z
          .strictObject({
            id: id<LeavingCaseId>(),
            version,
            state: z.enum(['open', 'snoozed', 'closed']),
            owner: person.nullable(),
            mine: z.boolean(),
            snoozedUntil: businessDate.nullable(),
            offer: offer.nullable(),
            offeredOn: businessDate.nullable(),
            returnedOn: businessDate.nullable(),
          })
          .nullable(),
      }),
    ),
    next: nextPage,
  }),
  permission: 'insight',
  reads: ['insight', 'leaving-case', 'guest', 'booking', 'request', 'stay', 'user', 'settings'],
})

export const ofGuest = query({
  name: 'leaving.ofGuest',
  about: 'One guest’s warning with the stays it comes from, and every case.',
  input: z.strictObject({ guestId: id<GuestId>() }),
  output: z.strictObject({
    ...who,
    warning: warning.nullable(),
    /** Stays and bookings to come, the earliest first; amounts in minor units. */
    stays: z.array(
      z.strictObject({
        arrival: businessDate,
        departure: businessDate,
        status: z.enum(['checked-out', 'in-house', 'confirmed']),
        totalMinor: count,
      }),
    ),
    cases: z.array(leavingCase),
  }),
  refusals: ['GUEST_UNKNOWN'],
  permission: 'insight',
  reads: ['insight', 'leaving-case', 'guest', 'booking', 'user', 'settings'],
})

export const owners = query({
  name: 'leaving.owners',
  about: 'Who may be given a guest: everybody active, by name.',
  input: empty,
  output: z.array(person),
  permission: 'leaving',
  reads: ['user'],
})
