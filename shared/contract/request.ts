import { z } from 'zod'
import { preferenceGroups } from '../domain/guest/preferences.ts'
import { preferenceAnswers } from '../domain/request/image.ts'
import { departments, requestActions, requestKinds, requestStatuses } from '../domain/request/request.ts'
import type { BookingId, GuestId, RequestId } from '../values/index.ts'
import {
  businessDate,
  clockTime,
  id,
  line,
  moment,
  nextPage,
  optionalLine,
  pageBy,
  saved,
  sortedKey,
  version,
} from './fields.ts'
import { command, query } from './operation.ts'

const kind = z.enum(requestKinds, { error: 'invalid.choice' })
const department = z.enum(departments, { error: 'invalid.choice' })
const status = z.enum(requestStatuses, { error: 'invalid.choice' })
const dueTime = clockTime.nullable()

export const requestView = z.strictObject({
  id: id<RequestId>(),
  bookingId: id<BookingId>(),
  guestId: id<GuestId>(),
  kind,
  text: z.string(),
  department,
  dueOn: businessDate,
  dueTime,
  status,
  reason: z.string().nullable(),
  /** What was offered instead, where it was declined. */
  alternative: z.string().nullable(),
  /** Copied from a preference on file when the booking was made. */
  fromPreference: z.boolean(),
  /** What was answered when it was proposed as a preference. */
  asPreference: z.enum(preferenceAnswers).nullable(),
  createdAt: moment,
  /** What the users are called. */
  createdBy: z.string(),
  statusAt: moment,
  statusBy: z.string(),
  version,
})

/** What a new booking takes of its guest's wishes. */
export const wishes = {
  /** Preferences that do not become requests this time. */
  withoutPreferences: z
    .array(
      z.strictObject({
        group: z.enum(preferenceGroups, { error: 'invalid.choice' }),
        value: optionalLine(60),
      }),
    )
    .max(100)
    .default([]),
  /** What is asked for this stay beside the preferences. */
  requests: z
    .array(
      z.strictObject({
        kind,
        text: optionalLine(300).default(''),
        /** The kind's usual department when absent. */
        department: department.optional(),
      }),
    )
    .max(30)
    .default([]),
}

export const create = command({
  name: 'request.create',
  about: 'Notes one wish of a guest for one stay.',
  input: z.strictObject({
    bookingId: id<BookingId>(),
    kind,
    text: optionalLine(300).default(''),
    /** The kind's usual department when absent. */
    department: department.optional(),
    /** The arrival date when absent. */
    dueOn: businessDate.optional(),
    dueTime: dueTime.default(null),
  }),
  output: saved<RequestId>(),
  /** TEXT_NEEDED: a request of kind `other` says what it is. */
  refusals: ['BOOKING_UNKNOWN', 'BOOKING_ENDED', 'DUE_OUTSIDE_STAY', 'TEXT_NEEDED', 'CARD_NUMBER'],
  permission: 'requests',
  undoable: true,
})

export const update = command({
  name: 'request.update',
  about: 'Changes what is asked, of whom, or when it is due.',
  input: z.strictObject({
    id: id<RequestId>(),
    version,
    kind: kind.optional(),
    text: optionalLine(300).optional(),
    department: department.optional(),
    dueOn: businessDate.optional(),
    dueTime: dueTime.optional(),
  }),
  output: saved<RequestId>(),
  refusals: ['REQUEST_UNKNOWN', 'BOOKING_ENDED', 'DUE_OUTSIDE_STAY', 'TEXT_NEEDED', 'CARD_NUMBER'],
  permission: 'requests',
  undoable: true,
})

export const advance = command({
  name: 'request.advance',
  about: 'Moves a request: acknowledge, done, decline (with a reason and what is offered instead), reopen.',
  input: z.strictObject({
    id: id<RequestId>(),
    version,
    action: z.enum(requestActions, { error: 'invalid.choice' }),
    reason: line(300).optional(),
    /** What is offered instead of what is declined. */
    alternative: optionalLine(300).default(''),
  }),
  output: saved<RequestId>(),
  refusals: ['REQUEST_UNKNOWN', 'BOOKING_ENDED', 'STATUS_NOT_POSSIBLE', 'REASON_NEEDED', 'CARD_NUMBER'],
  permission: 'requests-tick',
  undoable: true,
})

export const answerOffer = command({
  name: 'request.answerOffer',
  about:
    'Answers the proposal of a wish that was met: taken, it is a preference of the guest from now on; declined, it is not proposed again.',
  input: z.strictObject({
    id: id<RequestId>(),
    version,
    action: z.enum(preferenceAnswers, { error: 'invalid.choice' }),
  }),
  output: saved<RequestId>(),
  /** OFFER_NOT_POSSIBLE: it was not met, came from a preference, says nothing that lasts, or was answered. */
  refusals: [
    'REQUEST_UNKNOWN',
    'OFFER_NOT_POSSIBLE',
    'GUEST_UNKNOWN',
    'PREFERENCE_FULL',
    'PREFERENCE_NOT_IN_GROUP',
  ],
  permission: 'guest-write',
  undoable: true,
})

export const listOpen = query({
  name: 'request.listOpen',
  about: 'Requests not yet done of stays that are not over, by due date and department.',
  input: z.strictObject({
    department: department.optional(),
    ...pageBy(sortedKey('string', 'string', 'number', 'number')),
  }),
  output: z.strictObject({
    rows: z.array(
      requestView.extend({
        guestName: z.string(),
        guestLatinName: z.string(),
        confirmationNo: z.string(),
        roomNumber: z.string().nullable(),
      }),
    ),
    next: nextPage,
  }),
  permission: 'requests',
  reads: ['request', 'booking', 'guest', 'user'],
})
