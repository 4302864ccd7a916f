/** What to offer and what to know of whom: the quiet panel of the desk, and what became of what it said. */
import { z } from 'zod'
import { arrivalMarks } from '../domain/insight/suggest/arrival-marks.ts'
import { offerBases, offerOutcomes, offerPlaces, ruleViews } from '../domain/insight/suggest/outcome.ts'
import { suggestionKinds } from '../domain/insight/suggest/suggestions.ts'
import { classKinds } from '../domain/insight/value/classes.ts'
import { meals } from '../domain/rate/rate-plan.ts'
import { requestKinds } from '../domain/request/request.ts'
import type {
  BookingId,
  GuestId,
  OfferId,
  RatePlanId,
  RoomTypeId,
  SuggestionVoteId,
} from '../values/index.ts'
import {
  businessDate,
  empty,
  id,
  line,
  moment,
  nextPage,
  optionalLine,
  pageBy,
  saved,
  sortedKey,
} from './fields.ts'
import { lastStayTroubles } from './insight-leaving.ts'
import { command, query } from './operation.ts'

const item = line(200)

export const noteOffer = command({
  name: 'offer.note',
  about: 'Notes whether a guest took what was offered. The same offer noted again becomes the newer outcome.',
  input: z.strictObject({
    guestId: id<GuestId>(),
    /** Null: offered for a stay that is not on file. */
    bookingId: id<BookingId>().nullable().default(null),
    /** `meal:breakfast`, as the offer named it. */
    item,
    basis: z.enum(offerBases, { error: 'invalid.choice' }),
    /** What the rule speaks of, where a rule was the reason. */
    given: z.array(item).max(10).default([]),
    outcome: z.enum(offerOutcomes, { error: 'invalid.choice' }),
    place: z.enum(offerPlaces, { error: 'invalid.choice' }),
  }),
  output: saved<OfferId>(),
  refusals: ['GUEST_UNKNOWN', 'BOOKING_UNKNOWN', 'OFFER_UNKNOWN', 'CARD_NUMBER'],
  permission: 'insight-hints',
  undoable: true,
})

export const vote = command({
  name: 'suggestion.vote',
  about:
    'A user’s thumb up or down on a kind of suggestion, or neither: it weighs more or less for this user.',
  input: z.strictObject({
    kind: z.enum(suggestionKinds, { error: 'invalid.choice' }),
    vote: z.enum(['up', 'down', 'none'], { error: 'invalid.choice' }),
  }),
  output: z.strictObject({ id: id<SuggestionVoteId>().nullable() }),
  refusals: [],
  permission: 'insight-hints',
  undoable: true,
})

const share = z.number().min(0).max(1)
const count = z.number().int().nonnegative()
const because = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('preference'), group: z.string(), value: z.string() }),
  z.strictObject({ kind: z.literal('habit'), times: count, of: count }),
  /** Of `stays` with everything in `given`, this share had it. */
  z.strictObject({
    kind: z.literal('rule'),
    rule: count,
    given: z.array(z.string()),
    share,
    stays: count,
  }),
])
const offers = z.array(z.strictObject({ item: z.string(), because }))
/** The refresh that the rules are of; null where there was none. */
const computed = z.strictObject({ asOf: businessDate, moment }).nullable()

const thumb = z.enum(['up', 'none', 'down'])
const weighed = { weight: z.number(), vote: thumb }
const times = { times: count, of: count }
const mayNotCome = { what: z.enum(['cancel', 'no-show']), probability: share }
const suggestion = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('wish'),
    requestKind: z.string(),
    text: z.string(),
    dueOn: businessDate,
    dueTime: z.string().nullable(),
    ...weighed,
  }),
  z.strictObject({ kind: z.literal('habit'), item: z.string(), ...times, ...weighed }),
  z.strictObject({ kind: z.literal('late'), ...times, ...weighed }),
  z.strictObject({ kind: z.literal('birthday'), on: businessDate, ...weighed }),
  z.strictObject({
    kind: z.literal('tier'),
    tierEn: z.string(),
    tierZh: z.string(),
    needs: z.array(
      z.strictObject({ counter: z.enum(['nights', 'stays', 'spend', 'points']), missing: z.number() }),
    ),
    ...weighed,
  }),
  z.strictObject({ kind: z.literal('risk'), ...mayNotCome, ...weighed }),
  z.strictObject({ kind: z.literal('last-stay'), ...lastStayTroubles, ...weighed }),
  z.strictObject({ kind: z.literal('leaving'), takenBy: z.string().nullable(), ...weighed }),
])

/** What the program computed of a guest, the figures and the date it is of, and what a person said instead. */
const judged = z
  .strictObject({
    asOf: businessDate,
    moment,
    stays: count,
    daysSince: z.number().int().nullable(),
    /** Total revenue, and of it what is not of rooms. */
    revenueMinor: z.number().int(),
    otherMinor: z.number().int(),
    classes: z.array(
      z.strictObject({
        kind: z.enum(classKinds as [(typeof classKinds)[number], ...typeof classKinds]),
        name: z.string(),
        /** Who set it instead of what was computed, and when. */
        byHand: z.strictObject({ by: z.string(), on: businessDate }).nullable(),
      }),
    ),
    /** Why a person said otherwise. */
    reason: z.string(),
    leaving: z.strictObject({ level: z.string(), daysSince: count, usualDays: count }).nullable(),
  })
  .nullable()

const aboutGuest = [
  'insight',
  'guest',
  'booking',
  'request',
  'offer',
  'guest-judgement',
  'room-type',
  'rate-plan',
] as const

export const guestPanel = query({
  name: 'insight.guest',
  about:
    'What to offer to a guest on the next stay, and why; nothing of who is left out of automated judgements.',
  input: z.strictObject({ id: id<GuestId>() }),
  output: z.strictObject({
    excluded: z.boolean(),
    computed,
    /** The booking that the offers are for; null where none is to come. */
    bookingId: id<BookingId>().nullable(),
    judged,
    offers,
  }),
  refusals: ['GUEST_UNKNOWN'],
  permission: 'insight-hints',
  reads: aboutGuest,
})

export const bookingPanel = query({
  name: 'insight.booking',
  about:
    'The three things to know and to do for a booking that is still to come or in the house, and what to offer.',
  input: z.strictObject({ id: id<BookingId>() }),
  output: z.strictObject({
    guestId: id<GuestId>(),
    excluded: z.boolean(),
    computed,
    judged,
    suggestions: z.array(suggestion),
    offers,
  }),
  refusals: ['BOOKING_UNKNOWN'],
  permission: 'insight-hints',
  reads: [...aboutGuest, 'membership', 'suggestion-vote', 'leaving-case'],
})

export const newOffers = query({
  name: 'insight.newOffers',
  about: 'What to offer while a booking is made, by what was typed so far.',
  input: z.strictObject({
    guestId: id<GuestId>().nullable(),
    arrival: businessDate,
    departure: businessDate,
    roomTypeId: id<RoomTypeId>().nullable().default(null),
    ratePlanId: id<RatePlanId>().nullable().default(null),
    meal: z.enum(meals, { error: 'invalid.choice' }).nullable().default(null),
    adults: z.number().int().min(0).max(99),
    children: z.number().int().min(0).max(99).default(0),
    infants: z.number().int().min(0).max(99).default(0),
    requests: z
      .array(z.strictObject({ kind: z.enum(requestKinds), text: optionalLine(300).default('') }))
      .max(100)
      .default([]),
  }),
  output: z.strictObject({ excluded: z.boolean(), offers }),
  permission: 'insight-hints',
  reads: aboutGuest,
})

export const arrivals = query({
  name: 'insight.arrivals',
  about: 'The arrivals of a day that a clerk should notice, and why; on the business date also who is late.',
  input: z.strictObject({ date: businessDate }),
  output: z.array(
    z.strictObject({
      bookingId: id<BookingId>(),
      /** The weightiest first. */
      marks: z.array(z.enum(arrivalMarks)),
      stays: count,
      daysSince: z.number().int().nullable(),
      revenueMinor: z.number().int(),
      risk: z.strictObject(mayNotCome).nullable(),
      /** Who works on keeping the guest. */
      takenBy: z.string().nullable(),
    }),
  ),
  permission: 'insight-hints',
  reads: ['insight', 'booking', 'guest-judgement', 'leaving-case', 'user'],
})

const taken = { offered: count, taken: count, share: share.nullable() }

export const offerRules = query({
  name: 'insight.offerRules',
  about:
    'The rules that offers follow, with how often each was offered and taken; no share before twenty offers.',
  input: empty,
  output: z.strictObject({
    computed,
    rules: z.array(
      z.strictObject({
        id: count,
        given: z.array(z.string()),
        adds: z.string(),
        support: share,
        confidence: share,
        lift: z.number(),
        /** Stays with all of it, with `given`, with `adds`. */
        stays: count,
        staysGiven: count,
        staysAdds: count,
        ...taken,
      }),
    ),
    /** By reason, over all offers: rules together, habits, preferences. */
    byBasis: z.array(z.strictObject({ basis: z.enum(offerBases), ...taken })),
  }),
  permission: 'insight',
  reads: ['insight', 'offer'],
})

export const ruleBookings = query({
  name: 'insight.ruleBookings',
  about:
    'The bookings that a rule speaks of: to come and without what it adds, the next arrival first; or stays that had all of it, the latest first. A page may hold fewer rows than there are: `next` leads on.',
  input: z.strictObject({
    given: z.array(item).max(10),
    adds: item,
    view: z.enum(ruleViews, { error: 'invalid.choice' }),
    ...pageBy(sortedKey('string', 'number')),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id<BookingId>(),
        guestId: id<GuestId>(),
        name: z.string(),
        latinName: z.string(),
        arrival: businessDate,
        departure: businessDate,
        /** The code of the type that is charged. */
        roomType: z.string(),
      }),
    ),
    next: nextPage,
  }),
  permission: 'insight',
  reads: ['booking', 'request', 'room', 'guest', 'guest-judgement', 'offer'],
})
