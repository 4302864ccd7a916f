/** Minors’ sheets, the register of visitors, and what is printed or written as a file for the authorities. */
import { z } from 'zod'
import { paperFormats } from '../domain/device/device.ts'
import { documentKinds } from '../domain/document/kinds.ts'
import { sheetSizes } from '../domain/folio/paper-size.ts'
import { minorEntryKinds, minorMusts } from '../domain/registration/minor.ts'
import type { BookingId, GuestId, MinorSheetId, RegistrationId, RoomId, VisitorId } from '../values/index.ts'
import { businessDate, id, line, moment, optionalLine, saved, version, versionOrNone } from './fields.ts'
import { command, query } from './operation.ts'
import { paperFormat, paperLanguage, paperRefusals, paperSize } from './paper-fields.ts'
import { personReads } from './registration.ts'
import { file } from './report-file-fields.ts'

const entry = z.strictObject({
  id: z.number().int(),
  kind: z.enum(minorEntryKinds),
  text: z.string(),
  at: moment,
  by: z.string(),
})

export const minors = query({
  name: 'registration.minors',
  about: 'The minors in the house, or of one booking, with how the five musts stand for each.',
  input: z.strictObject({ bookingId: id<BookingId>().optional() }),
  output: z.strictObject({
    /** Null where the country asks for no guardian. */
    minorsUnder: z.number().int().nullable(),
    rows: z.array(
      z.strictObject({
        bookingId: id<BookingId>(),
        confirmationNo: z.string(),
        roomNumber: z.string(),
        guestId: id<GuestId>(),
        guestName: z.string(),
        guestLatinName: z.string(),
        birthDate: businessDate,
        age: z.number().int(),
        others: z.array(
          z.strictObject({
            guestId: id<GuestId>(),
            guestName: z.string(),
            guestLatinName: z.string(),
            relation: z.string(),
          }),
        ),
        musts: z.record(z.enum(minorMusts), z.enum(['open', 'done', 'none'])),
        sheet: z
          .strictObject({
            id: id<MinorSheetId>(),
            version,
            guardianName: z.string(),
            guardianPhone: z.string(),
            guardianRelation: z.string(),
            identityAt: moment.nullable(),
            identityBy: z.string(),
            contactedAt: moment.nullable(),
            contactedBy: z.string(),
            entries: z.array(entry),
          })
          .nullable(),
      }),
    ),
  }),
  permission: 'registration',
  reads: ['minor-sheet', 'booking', 'guest', 'room', 'user', 'settings'],
})

export const saveMinor = command({
  name: 'registration.saveMinor',
  about:
    'The sheet of a minor: guardian with telephone and relation, what everyone else in the room is to the minor, whether the document was looked at and the guardian spoken to.',
  input: z.strictObject({
    bookingId: id<BookingId>(),
    guestId: id<GuestId>(),
    version: versionOrNone,
    guardianName: optionalLine(100).default(''),
    guardianPhone: optionalLine(40).default(''),
    guardianRelation: optionalLine(60).default(''),
    relations: z
      .array(z.strictObject({ guestId: id<GuestId>(), relation: optionalLine(60) }))
      .max(20)
      .default([]),
    identityChecked: z.boolean().default(false),
    guardianContacted: z.boolean().default(false),
  }),
  output: saved<MinorSheetId>(),
  refusals: ['BOOKING_UNKNOWN', 'NOT_IN_BOOKING', 'NOT_A_MINOR', 'PHONE_NEEDED', 'CARD_NUMBER'],
  permission: 'registration',
  undoable: true,
})

export const noteMinor = command({
  name: 'registration.noteMinor',
  about: 'Notes a patrol, a visit or a report to the police on the sheet of a minor.',
  input: z.strictObject({
    id: id<MinorSheetId>(),
    version,
    kind: z.enum(minorEntryKinds, { error: 'invalid.choice' }),
    text: line(300),
  }),
  output: saved<MinorSheetId>(),
  refusals: ['MINOR_SHEET_UNKNOWN', 'CARD_NUMBER'],
  permission: 'registration',
  undoable: true,
})

export const visitors = query({
  name: 'registration.visitors',
  about: 'The register of visitors: those who are in the house, or all of a day.',
  input: z.strictObject({
    show: z.enum(['inside', 'day'], { error: 'invalid.choice' }).default('inside'),
    date: businessDate.optional(),
  }),
  output: z.strictObject({
    date: businessDate,
    rows: z.array(
      z.strictObject({
        id: id<VisitorId>(),
        version,
        name: z.string(),
        documentKind: z.enum(documentKinds),
        maskedNumber: z.string(),
        roomId: id<RoomId>(),
        roomNumber: z.string(),
        guestId: id<GuestId>().nullable(),
        guestName: z.string(),
        guestLatinName: z.string(),
        purpose: z.string(),
        cameAt: moment,
        leftAt: moment.nullable(),
        notedBy: z.string(),
      }),
    ),
    more: z.boolean(),
  }),
  permission: 'registration',
  reads: ['visitor', 'guest', 'room', 'user', 'settings'],
})

export const noteVisitor = command({
  name: 'registration.noteVisitor',
  about: 'Notes a visitor with the document that was looked at, and to which room and guest they go.',
  input: z.strictObject({
    name: line(100),
    documentKind: z.enum(documentKinds, { error: 'invalid.choice' }),
    documentNumber: line(40),
    roomNumber: line(16),
    purpose: optionalLine(120).default(''),
  }),
  output: saved<VisitorId>(),
  /** ROOM_VACANT: nobody stays in that room who could be visited. */
  refusals: ['ROOM_UNKNOWN', 'ROOM_VACANT', 'DOCUMENT_INVALID', 'CARD_NUMBER'],
  permission: 'registration',
  undoable: true,
})

export const leaveVisitor = command({
  name: 'registration.visitorLeft',
  about: 'Notes that a visitor left the house, now.',
  input: z.strictObject({ id: id<VisitorId>(), version }),
  output: saved<VisitorId>(),
  refusals: ['VISITOR_UNKNOWN', 'VISITOR_LEFT', 'VISITOR_TIMES'],
  permission: 'registration',
  undoable: true,
})

export const makeFile = command({
  name: 'registration.file',
  about:
    'The registrations that are asked for as a CSV or XLSX file with the columns of the country, or as a list to print. Who took it out is logged.',
  input: z.strictObject({
    /** In this order. */
    ids: z.array(id<RegistrationId>()).min(1).max(500),
    format: z.enum([...paperFormats, 'csv', 'xlsx'], { error: 'invalid.choice' }),
    language: paperLanguage,
    size: paperSize.optional(),
  }),
  output: file,
  refusals: ['REGISTRATION_UNKNOWN', ...paperRefusals],
  permission: 'registration',
  undoable: false,
  // A file is not kept a second time in the store
  receipt: false,
})

const cardFields = {
  bookingId: id<BookingId>(),
  /** Whose card; everyone's who signs, a page each, when absent. */
  guestId: id<GuestId>().optional(),
  /** The guest’s own where it is Chinese or English, when absent. */
  language: paperLanguage.optional(),
  size: z.enum(sheetSizes, { error: 'invalid.choice' }).optional(),
}

export const cards = query({
  name: 'registration.cards',
  about:
    'What those of a booking who have to sign do sign, a card each as the printed one says it, in its guest’s language, to be signed on the screen.',
  input: z.strictObject({ bookingId: id<BookingId>() }),
  output: z.array(
    z.strictObject({
      guestId: id<GuestId>(),
      name: z.string(),
      language: paperLanguage,
      title: z.string(),
      lines: z.array(z.strictObject({ label: z.string(), value: z.string(), whole: z.boolean() })),
      confirm: z.string(),
      /** The drawing that the stay has; null while there is none. */
      signature: z.string().nullable(),
    }),
  ),
  refusals: ['BOOKING_UNKNOWN', 'NOT_IN_BOOKING'],
  permission: 'registration',
  reads: [...personReads, 'stay', 'room', 'day-use'],
})

export const card = command({
  name: 'registration.card',
  about:
    'The registration card of a booking’s guests as a file to print or to keep, or on this desk’s printer: all that the country wants, and the place for the signature. Who took it out is logged.',
  input: z.strictObject({
    ...cardFields,
    format: paperFormat.default('pdf'),
  }),
  output: file,
  refusals: ['BOOKING_UNKNOWN', 'NOT_IN_BOOKING', ...paperRefusals],
  permission: 'registration',
  undoable: false,
  receipt: false,
})
