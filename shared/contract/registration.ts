/** Registration of guests with the authorities 旅馆业登记: who, what is missing, what was sent. */
import { z } from 'zod'
import { documentKinds } from '../domain/document/kinds.ts'
import { consentChannels } from '../domain/guest/choices.ts'
import { preferenceGroups } from '../domain/guest/preferences.ts'
import {
  registrationColumns,
  registrationEvents,
  registrationFields,
  registrationStates,
} from '../domain/registration/fields.ts'
import type { BookingId, GuestId, RegistrationId, RoomId } from '../values/index.ts'
import {
  birthDate,
  businessDate,
  id,
  line,
  moment,
  nameText,
  optionalLine,
  version,
  versionOrNone,
} from './fields.ts'
import { command, query } from './operation.ts'
import { issuer, nationality } from './person-fields.ts'
import { tableFile, tableRefusals } from './table-file-fields.ts'

const field = z.enum(registrationFields)
const data = z.partialRecord(field, z.string())
const guestClass = z.enum(['domestic', 'compatriot', 'foreign'])
const state = z.enum(registrationStates)
const event = z.enum(registrationEvents, { error: 'invalid.choice' })

/** What the law asks of a guest beside the profile, as a form has it. */
const details = {
  ethnicity: optionalLine(40).default(''),
  documentSupport: optionalLine(40).default(''),
  visaKind: optionalLine(40).default(''),
  visaNumber: optionalLine(40).default(''),
  visaUntil: businessDate.nullable().default(null),
  entryOn: businessDate.nullable().default(null),
  entryPort: optionalLine(60).default(''),
  address: optionalLine(200).default(''),
  postalCode: optionalLine(20).default(''),
  city: optionalLine(80).default(''),
  residence: nationality.default(''),
  kinship: optionalLine(60).default(''),
}

const person = z.strictObject({
  guestId: id<GuestId>(),
  guestVersion: version,
  role: z.enum(['guest', 'companion']),
  guestName: z.string(),
  guestLatinName: z.string(),
  class: guestClass,
  minor: z.boolean(),
  /** Whether the country wants this person registered by name. */
  required: z.boolean(),
  /** What the country asks of this person, optional fields with it. */
  asked: z.array(field),
  missing: z.array(field),
  data,
  /** By when it would have to be sent, had they arrived now. */
  deadline: moment.nullable(),
  details: z.strictObject({ ...details, confirmedOn: businessDate }).nullable(),
  detailsVersion: versionOrNone,
  /** What is on file is older than the hotel wants, or from before an entry into the country. */
  toConfirm: z.boolean(),
  /** What was registered last of this stay. */
  latest: z.strictObject({ id: id<RegistrationId>(), event, state, at: moment }).nullable(),
})

/** Of what it is told who of a booking must be registered, and with what. */
export const personReads = [
  'booking',
  'guest',
  'registrant',
  'registration',
  'minor-sheet',
  'registration-setting',
  'settings',
] as const

export const persons = query({
  name: 'registration.persons',
  about: 'Who of a booking must be registered with the authorities, and what is missing of each.',
  input: z.strictObject({ bookingId: id<BookingId>() }),
  output: z.strictObject({
    country: z.string(),
    /** Null where no rule of the country is known. */
    rule: z
      .strictObject({
        who: z.enum(['everyone', 'foreign']),
        fields: z.array(field),
        minorsUnder: z.number().int(),
        guardian: z.boolean(),
        signsFrom: z.number().int().nullable(),
      })
      .nullable(),
    persons: z.array(person),
    /** Counted by the booking and not named yet. */
    unnamed: z.number().int(),
  }),
  refusals: ['BOOKING_UNKNOWN'],
  permission: 'registration',
  reads: [...personReads],
})

export const asks = query({
  name: 'registration.asks',
  about:
    'What the guests of a booking are asked at the desk: whether what is on file is still so, and consents that were never answered.',
  input: z.strictObject({ bookingId: id<BookingId>() }),
  output: z.array(
    z.strictObject({
      guestId: id<GuestId>(),
      guestVersion: version,
      /** The guest’s own, as it is on file; empty: unknown. */
      language: z.string(),
      detailsVersion: versionOrNone,
      /** Null: it is young enough. */
      told: z
        .strictObject({
          since: businessDate,
          documents: z.array(
            z.strictObject({
              kind: z.enum(documentKinds),
              number: z.string(),
              expiresOn: businessDate.nullable(),
            }),
          ),
          address: z.string(),
          phones: z.array(z.string()),
          preferences: z.array(z.strictObject({ group: z.enum(preferenceGroups), value: z.string() })),
        })
        .nullable(),
      /** Channels by which the guest can be reached and about which nobody asked. */
      consents: z.array(z.enum(consentChannels)),
    }),
  ),
  refusals: ['BOOKING_UNKNOWN'],
  permission: 'registration',
  reads: [
    'booking',
    'guest',
    'registrant',
    'registration',
    'minor-sheet',
    'registration-setting',
    'stay-setting',
    'settings',
  ],
})

/** What the profile has a field for and the guest told with it; what is empty was not told. */
const profile = z.strictObject({
  /** Of the guest. */
  version,
  nativeName: nameText(100).default(''),
  familyName: nameText(60).default(''),
  givenName: nameText(60).default(''),
  gender: z.enum(['', 'female', 'male'], { error: 'invalid.choice' }).default(''),
  birthDate: birthDate.nullable().default(null),
  nationality: nationality.default(''),
  document: z
    .strictObject({
      kind: z.enum(documentKinds, { error: 'invalid.choice' }),
      number: line(40),
      country: issuer.default(''),
      expiresOn: businessDate.nullable().default(null),
    })
    .nullable()
    .default(null),
  /** A mobile or another telephone. */
  phone: optionalLine(40).default(''),
})

export const saveDetails = command({
  name: 'registration.saveDetails',
  about:
    'Writes down what the authorities ask of a guest: address, visa, entry, kinship, and what the profile lacks of the rest.',
  input: z.strictObject({
    guestId: id<GuestId>(),
    version: versionOrNone,
    ...details,
    profile: profile.optional(),
  }),
  output: z.strictObject({ id: id<GuestId>(), version }),
  refusals: [
    'GUEST_UNKNOWN',
    'ENTRY_FUTURE',
    'CARD_NUMBER',
    'DOCUMENT_INVALID',
    'DOCUMENT_TAKEN',
    'CONTACT_INVALID',
    'NAME_NEEDED',
    'BIRTH_DATE_FUTURE',
    'NATIONALITY_UNKNOWN',
  ],
  permission: 'registration',
  undoable: true,
})

export const confirmDetails = command({
  name: 'registration.confirmDetails',
  about: 'Notes that a guest was asked, and that what is on file is still so.',
  input: z.strictObject({ guestId: id<GuestId>(), version: versionOrNone }),
  output: z.strictObject({ id: id<GuestId>(), version }),
  refusals: ['GUEST_UNKNOWN'],
  permission: 'registration',
  undoable: true,
})

/** What of a guest may be left to register: that they came, or went by their own dates. */
const unrecorded = z.enum(['arrival', 'departure'], { error: 'invalid.choice' })

const row = z.strictObject({
  id: id<RegistrationId>(),
  version,
  bookingId: id<BookingId>(),
  confirmationNo: z.string(),
  guestId: id<GuestId>(),
  guestName: z.string(),
  guestLatinName: z.string(),
  event,
  roomId: id<RoomId>().nullable(),
  roomNumber: z.string(),
  at: moment,
  businessDate,
  /** `changed` also where what is on file differs by now from what was sent. */
  state,
  stateAt: moment,
  stateBy: z.string(),
  failure: z.string(),
  withdrawn: z.boolean(),
  class: guestClass,
  deadline: moment.nullable(),
  overdue: z.boolean(),
  missing: z.array(field),
  /** In which fields what is on file differs from what was sent. */
  changed: z.array(field),
  data,
})

export const list = query({
  name: 'registration.list',
  about:
    'Registrations still to be sent, the most urgent first (overdue and overseas guests on top), or those of one day as they were sent.',
  input: z.strictObject({
    show: z.enum(['open', 'day'], { error: 'invalid.choice' }).default('open'),
    /** Of `day`; the business date when absent. */
    date: businessDate.optional(),
  }),
  output: z.strictObject({
    now: moment,
    country: z.string(),
    date: businessDate,
    columns: z.array(z.enum(registrationColumns)),
    rows: z.array(row),
    /** There are more than these. */
    more: z.boolean(),
    counts: z.strictObject({
      toSend: z.number().int(),
      failed: z.number().int(),
      changed: z.number().int(),
      overdue: z.number().int(),
      /** In house and not registered as arrived at all, or gone by own dates and not registered as that. */
      unregistered: z.number().int(),
    }),
    unregistered: z.array(
      z.strictObject({
        event: unrecorded,
        bookingId: id<BookingId>(),
        guestId: id<GuestId>(),
        confirmationNo: z.string(),
        roomNumber: z.string(),
        guestName: z.string(),
        guestLatinName: z.string(),
      }),
    ),
  }),
  permission: 'registration',
  reads: [
    'registration',
    'stay',
    'guest',
    'registrant',
    'booking',
    'room',
    'minor-sheet',
    'user',
    'registration-setting',
    'settings',
  ],
})

export const record = command({
  name: 'registration.record',
  about:
    'Registers the guests of a booking in house who were not registered when they arrived, or those as gone whose own dates have ended.',
  input: z.strictObject({ bookingId: id<BookingId>(), event: unrecorded.default('arrival') }),
  output: z.strictObject({ recorded: z.number().int() }),
  refusals: ['BOOKING_UNKNOWN', 'NOT_IN_HOUSE', 'REGISTRATION_RECORDED'],
  permission: 'registration',
  undoable: true,
})

export const mark = command({
  name: 'registration.mark',
  about: 'Notes that registrations were sent, or that the authorities did not take them, with the reason.',
  input: z.strictObject({
    rows: z
      .array(z.strictObject({ id: id<RegistrationId>(), version }))
      .min(1)
      .max(500),
    as: z.enum(['sent', 'failed'], { error: 'invalid.choice' }),
    failure: optionalLine(200).default(''),
  }),
  output: z.strictObject({ marked: z.number().int() }),
  refusals: ['REGISTRATION_UNKNOWN', 'REGISTRATION_SENT', 'REASON_NEEDED', 'CARD_NUMBER'],
  permission: 'registration',
  undoable: true,
})

export const compareList = query({
  name: 'registration.compare',
  about:
    'Compares the police client’s own list (a CSV or XLSX file) with who is in house: who is missing on either side, and what differs.',
  input: z.strictObject({ ...tableFile }),
  output: z.strictObject({
    file: z.string(),
    sheet: z.string(),
    date: businessDate,
    same: z.number().int(),
    onlyHere: z.array(z.strictObject({ name: z.string(), number: z.string(), room: z.string() })),
    onlyThere: z.array(
      z.strictObject({ line: z.number().int(), name: z.string(), number: z.string(), room: z.string() }),
    ),
    differs: z.array(
      z.strictObject({
        line: z.number().int(),
        name: z.string(),
        field: z.enum(['name', 'number', 'room', 'birthDate', 'gender']),
        here: z.string(),
        there: z.string(),
      }),
    ),
  }),
  refusals: tableRefusals,
  permission: 'registration',
  reads: ['registration', 'guest', 'room'],
})
