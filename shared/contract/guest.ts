import { z } from 'zod'
import { documentKinds } from '../domain/document/kinds.ts'
import {
  alertAreas,
  blockings,
  consentChannels,
  contactKinds,
  genders,
  preferenceSources,
  salutations,
} from '../domain/guest/choices.ts'
import { preferenceGroups } from '../domain/guest/preferences.ts'
import type {
  AlertId,
  ContactId,
  DocumentId,
  GuestId,
  NoteId,
  PreferenceId,
  SegmentId,
} from '../values/index.ts'
import { bookingRow } from './booking-row.ts'
import { changeView } from './change.ts'
import {
  birthDate,
  businessDate,
  empty,
  id,
  line,
  moment,
  nameText,
  nextPage,
  optionalLine,
  pageBy,
  placeKey,
  prose,
  saved,
  typedLine,
  upToChange,
  version,
} from './fields.ts'
import { requestOfGuest } from './guest-request.ts'
import { guestRow } from './guest-row.ts'
import { membershipView } from './loyalty-view.ts'
import { command, query } from './operation.ts'
import { issuer, nationality, spoken } from './person-fields.ts'

const names = {
  /** 张伟: the whole name as its own script writes it. */
  nativeName: nameText(100),
  familyName: nameText(60),
  givenName: nameText(60),
}
const identity = {
  ...names,
  salutation: z.enum(salutations, { error: 'invalid.choice' }),
  gender: z.enum(genders, { error: 'invalid.choice' }),
  birthDate: birthDate.nullable(),
  nationality,
  language: spoken,
}

export const contactView = z.strictObject({
  id: id<ContactId>(),
  kind: z.enum(contactKinds),
  value: z.string(),
  primary: z.boolean(),
  agencyMasked: z.boolean(),
})
/** The number is masked until it is opened, and the opening is logged. */
export const documentView = z.strictObject({
  id: id<DocumentId>(),
  kind: z.enum(documentKinds),
  maskedNumber: z.string(),
  country: z.string(),
  expiresOn: businessDate.nullable(),
})
export const preferenceView = z.strictObject({
  id: id<PreferenceId>(),
  group: z.enum(preferenceGroups),
  value: z.string(),
  source: z.enum(preferenceSources),
  notedOn: businessDate,
})
/** `by`: what the user is called. */
export const noteView = z.strictObject({ id: id<NoteId>(), text: z.string(), at: moment, by: z.string() })
export const alertView = z.strictObject({
  id: id<AlertId>(),
  area: z.enum(alertAreas),
  text: z.string(),
  blocks: z.enum(blockings),
})
export const consentView = z.strictObject({
  channel: z.enum(consentChannels),
  granted: z.boolean(),
  at: moment,
  wording: z.string(),
  /** What the user is called. */
  by: z.string(),
})

/** Figures of all bookings of a guest in one role. Revenue in minor units; a ratio is null over zero. */
export const keyFigures = z.strictObject({
  bookings: z.number().int(),
  stays: z.number().int(),
  nights: z.number().int(),
  roomRevenueMinor: z.number().int(),
  adrMinor: z.number().nullable(),
  lastStay: businessDate.nullable(),
  cancellations: z.number().int(),
  noShows: z.number().int(),
  /** Mean days from creation to arrival. */
  meanLeadTime: z.number().nullable(),
})

export const search = query({
  name: 'guest.search',
  about:
    'Guests by what a clerk types: characters, pinyin, initials, Latin names in either order, phone tail, e-mail, document, membership or confirmation number; similar names after them. Without text: all by name.',
  input: z.strictObject({
    text: typedLine(100).default(''),
    tier: z.string().max(32).optional(),
    tag: z.string().max(40).optional(),
    nationality: nationality.optional(),
    /** Who was in the segment when it was worked out last. */
    segment: id<SegmentId>().optional(),
    inHouse: z.boolean().default(false),
    openRequests: z.boolean().default(false),
    ...pageBy(/^(first:\d{1,6}|\d{1,15})$/),
  }),
  output: z.strictObject({
    rows: z.array(guestRow),
    next: nextPage,
    /** How many there are in all; `capped` when counting stopped early. */
    total: z.number().int(),
    capped: z.boolean(),
  }),
  permission: 'guest-read',
  reads: ['guest', 'booking', 'request', 'membership', 'segment-tags', 'insight'],
})

export const filters = query({
  name: 'guest.filters',
  about: 'What the list can be filtered by: tiers, tags and nationalities in use.',
  input: empty,
  output: z.strictObject({
    tiers: z.array(z.strictObject({ code: z.string(), nameEn: z.string(), nameZh: z.string() })),
    tags: z.array(z.string()),
    nationalities: z.array(z.string()),
    /** Segments whose guests were worked out. */
    segments: z.array(z.strictObject({ id: id<SegmentId>(), nameEn: z.string(), nameZh: z.string() })),
  }),
  permission: 'guest-read',
  reads: ['guest', 'programme', 'membership', 'segment', 'insight'],
})

export const guestView = z.strictObject({
  id: id<GuestId>(),
  version,
  ...identity,
  name: z.string(),
  latinName: z.string(),
  unnamed: z.boolean(),
  createdAt: moment,
  contacts: z.array(contactView),
  documents: z.array(documentView),
  preferences: z.array(preferenceView),
  tags: z.array(z.string()),
  notes: z.array(noteView),
  alerts: z.array(alertView),
  /** The state, one per channel that was ever asked. */
  consents: z.array(consentView),
})

export const profile = query({
  name: 'guest.profile',
  about: "A guest's whole story, with the last 50 bookings; more by guest.bookings and guest.changes.",
  input: z.strictObject({ id: id<GuestId>() }),
  output: z.strictObject({
    guest: guestView.extend({
      /** Tags that segments set, which nobody takes off by hand. */
      segmentTags: z.array(
        z.strictObject({ tag: z.string(), segment: id<SegmentId>(), nameEn: z.string(), nameZh: z.string() }),
      ),
    }),
    asGuest: keyFigures,
    asBooker: keyFigures,
    /** Nights and room revenue of completed and running stays by year of the night. */
    years: z.array(
      z.strictObject({
        year: z.number().int(),
        nights: z.number().int(),
        roomRevenueMinor: z.number().int(),
      }),
    ),
    bookings: z.array(bookingRow),
    nextBookings: nextPage,
    /** Of the latest fifty own bookings, and what is still open of older ones. */
    requests: z.array(requestOfGuest),
    memberships: z.array(membershipView),
    /** Contradictions between a document and what is on file: a warning, not a refusal. */
    warnings: z.array(
      z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
    ),
  }),
  refusals: ['GUEST_UNKNOWN'],
  permission: 'guest-read',
  reads: ['guest', 'booking', 'request', 'membership', 'programme', 'user'],
})

export const bookings = query({
  name: 'guest.bookings',
  about: 'All bookings of a guest (as guest, booker or companion), latest arrival first.',
  input: z.strictObject({ id: id<GuestId>(), ...pageBy(/^\d{4}-\d{2}-\d{2}:[1-9]\d{0,14}$/) }),
  output: z.strictObject({ rows: z.array(bookingRow), next: nextPage }),
  permission: 'guest-read',
  reads: ['booking', 'guest'],
})

export const changes = query({
  name: 'guest.changes',
  about:
    'Every change made to this guest, to memberships, and to bookings and their requests, newest first. With `until`, those up to a change, also of what is another guest’s by now.',
  input: z.strictObject({ id: id<GuestId>(), ...upToChange, ...pageBy(placeKey) }),
  output: z.strictObject({
    rows: z.array(changeView),
    next: nextPage,
    /** Changes that a source counted without saying what they were. */ sourceCounted: z.number().int(),
  }),
  permission: 'guest-read',
  reads: ['booking', 'request', 'guest', 'membership', 'user'],
})

const contactInput = {
  kind: z.enum(contactKinds, { error: 'invalid.choice' }),
  value: line(254),
  primary: z.boolean().default(false),
}

export const create = command({
  name: 'guest.create',
  about: 'Adds a guest; at least one name in either script.',
  input: z.strictObject({
    nativeName: names.nativeName.default(''),
    familyName: names.familyName.default(''),
    givenName: names.givenName.default(''),
    salutation: identity.salutation.default(''),
    gender: identity.gender.default(''),
    birthDate: identity.birthDate.default(null),
    nationality: nationality.default(''),
    language: spoken.default(''),
    contacts: z.array(z.strictObject(contactInput)).max(20).default([]),
  }),
  output: saved<GuestId>(),
  /** CONTACT_INVALID carries kind, value and why. */
  refusals: ['NAME_NEEDED', 'CONTACT_INVALID', 'CARD_NUMBER', 'BIRTH_DATE_FUTURE', 'NATIONALITY_UNKNOWN'],
  permission: 'guest-write',
  undoable: true,
})

export const update = command({
  name: 'guest.update',
  about: 'Changes names, salutation, gender, birth date, nationality or language.',
  input: z.strictObject({ id: id<GuestId>(), version }).extend(z.strictObject(identity).partial().shape),
  output: saved<GuestId>(),
  refusals: ['GUEST_UNKNOWN', 'NAME_NEEDED', 'BIRTH_DATE_FUTURE', 'CARD_NUMBER', 'NATIONALITY_UNKNOWN'],
  permission: 'guest-write',
  undoable: true,
})

const onGuest = { guestId: id<GuestId>(), version }

export const saveContact = command({
  name: 'guest.saveContact',
  about: 'Adds a contact, or changes the one named by id; phones become E.164.',
  input: z.strictObject({ ...onGuest, id: id<ContactId>().optional(), ...contactInput }),
  output: saved<GuestId>(),
  refusals: ['GUEST_UNKNOWN', 'CONTACT_UNKNOWN', 'CONTACT_INVALID', 'CARD_NUMBER'],
  permission: 'guest-write',
  undoable: true,
})

export const removeContact = command({
  name: 'guest.removeContact',
  about: 'Takes a contact off the guest.',
  input: z.strictObject({ ...onGuest, id: id<ContactId>() }),
  output: saved<GuestId>(),
  refusals: ['GUEST_UNKNOWN', 'CONTACT_UNKNOWN'],
  permission: 'guest-write',
  undoable: true,
})

export const saveDocument = command({
  name: 'guest.saveDocument',
  about:
    'Adds a document by its number or by its machine-readable zone; a resident ID (GB 11643) and an MRZ (ICAO 9303) are checked.',
  input: z.strictObject({
    ...onGuest,
    id: id<DocumentId>().optional(),
    kind: z.enum(documentKinds, { error: 'invalid.choice' }),
    number: optionalLine(40).default(''),
    mrz: prose(140).optional(),
    country: issuer.default(''),
    expiresOn: businessDate.nullable().default(null),
  }),
  output: saved<GuestId>().extend({
    warnings: z.array(
      z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
    ),
  }),
  /** DOCUMENT_INVALID carries `why`: which check failed. */
  refusals: ['GUEST_UNKNOWN', 'DOCUMENT_UNKNOWN', 'DOCUMENT_INVALID', 'DOCUMENT_TAKEN'],
  permission: 'guest-write',
  undoable: true,
})

export const removeDocument = command({
  name: 'guest.removeDocument',
  about: 'Takes a document off the guest.',
  input: z.strictObject({ ...onGuest, id: id<DocumentId>() }),
  output: saved<GuestId>(),
  refusals: ['GUEST_UNKNOWN', 'DOCUMENT_UNKNOWN'],
  permission: 'guest-write',
  undoable: true,
})

export const openDocument = command({
  name: 'guest.openDocument',
  about: "Shows a document's whole number and logs who saw it.",
  input: z.strictObject({ guestId: id<GuestId>(), id: id<DocumentId>() }),
  output: z.strictObject({ number: z.string() }),
  refusals: ['GUEST_UNKNOWN', 'DOCUMENT_UNKNOWN'],
  permission: 'document-open',
  undoable: false,
  receipt: false,
})

export const setPreference = command({
  name: 'guest.setPreference',
  about: 'Notes a preference; in a group of one choice it takes the place of the one before.',
  input: z.strictObject({
    ...onGuest,
    group: z.enum(preferenceGroups, { error: 'invalid.choice' }),
    value: line(80),
  }),
  output: saved<GuestId>(),
  /** PREFERENCE_FULL carries how many the group takes. */
  refusals: ['GUEST_UNKNOWN', 'PREFERENCE_NOT_IN_GROUP', 'PREFERENCE_FULL', 'CARD_NUMBER'],
  permission: 'guest-write',
  undoable: true,
})

export const removePreference = command({
  name: 'guest.removePreference',
  about: 'Takes a preference off the guest.',
  input: z.strictObject({ ...onGuest, id: id<PreferenceId>() }),
  output: saved<GuestId>(),
  refusals: ['GUEST_UNKNOWN', 'PREFERENCE_UNKNOWN'],
  permission: 'guest-write',
  undoable: true,
})

export const setTags = command({
  name: 'guest.setTags',
  about: "Sets the guest's tags.",
  input: z.strictObject({
    ...onGuest,
    tags: z
      .array(
        nameText(30)
          .refine((tag) => tag.length > 0, 'invalid.required')
          .meta({ minLength: 1, maxLength: 30 }),
      )
      .max(30, 'invalid.tooMany'),
  }),
  output: saved<GuestId>(),
  refusals: ['GUEST_UNKNOWN', 'CARD_NUMBER'],
  permission: 'guest-write',
  undoable: true,
})

export const saveNote = command({
  name: 'guest.saveNote',
  about: 'Adds a note, or changes the one named by id.',
  input: z.strictObject({ ...onGuest, id: id<NoteId>().optional(), text: prose(4000) }),
  output: saved<GuestId>(),
  refusals: ['GUEST_UNKNOWN', 'NOTE_UNKNOWN', 'CARD_NUMBER'],
  permission: 'guest-write',
  undoable: true,
})

export const removeNote = command({
  name: 'guest.removeNote',
  about: 'Takes a note off the guest.',
  input: z.strictObject({ ...onGuest, id: id<NoteId>() }),
  output: saved<GuestId>(),
  refusals: ['GUEST_UNKNOWN', 'NOTE_UNKNOWN'],
  permission: 'guest-write',
  undoable: true,
})

export const saveAlert = command({
  name: 'guest.saveAlert',
  about: 'Adds an alert, or changes the one named by id; it may block check-in or check-out.',
  input: z.strictObject({
    ...onGuest,
    id: id<AlertId>().optional(),
    area: z.enum(alertAreas, { error: 'invalid.choice' }),
    text: line(300),
    blocks: z.enum(blockings, { error: 'invalid.choice' }).default('none'),
  }),
  output: saved<GuestId>(),
  refusals: ['GUEST_UNKNOWN', 'ALERT_UNKNOWN', 'CARD_NUMBER'],
  permission: 'guest-write',
  undoable: true,
})

export const removeAlert = command({
  name: 'guest.removeAlert',
  about: 'Takes an alert off the guest, with the reason.',
  input: z.strictObject({ ...onGuest, id: id<AlertId>(), reason: line(300) }),
  output: saved<GuestId>(),
  refusals: ['GUEST_UNKNOWN', 'ALERT_UNKNOWN'],
  permission: 'guest-write',
  undoable: true,
})

export const recordConsent = command({
  name: 'guest.recordConsent',
  about: 'Records that a guest gave, refused or withdrew consent for a channel, with the wording shown.',
  input: z.strictObject({
    ...onGuest,
    channel: z.enum(consentChannels, { error: 'invalid.choice' }),
    granted: z.boolean(),
    wording: line(500),
  }),
  output: saved<GuestId>(),
  refusals: ['GUEST_UNKNOWN', 'CARD_NUMBER'],
  permission: 'guest-write',
  undoable: true,
})
