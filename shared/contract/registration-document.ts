/** Documents that are read: what one says, how it compares with what is on file, and what of it is taken over. */
import { z } from 'zod'
import { documentKinds } from '../domain/document/kinds.ts'
import { comparedFields, takenFields } from '../domain/registration/compare-document.ts'
import type { GuestId } from '../values/index.ts'
import { businessDate, id, optionalLine, prose, version, versionOrNone } from './fields.ts'
import { command, query } from './operation.ts'

const fault = z.strictObject({
  field: z.enum([
    'zone',
    'kind',
    'number',
    'country',
    'familyName',
    'nativeName',
    'birthDate',
    'gender',
    'nationality',
    'expiresOn',
    'optional',
  ]),
  code: z.enum([
    'read.check',
    'read.confusion',
    'read.composite',
    'read.unknown',
    'read.noName',
    'read.noDate',
    'read.contradicts',
    'read.fifteen',
    'read.permit',
  ]),
  read: z.string(),
  likely: z.string(),
})

const compared = z.array(
  z.strictObject({
    field: z.enum(comparedFields),
    document: z.string(),
    onFile: z.string(),
    state: z.enum(['same', 'differs', 'new', 'missing', 'expired']),
  }),
)

export const readText = query({
  name: 'registration.readDocument',
  about:
    'Reads a document from raw text (a zone, a reader’s text, a resident ID): what contradicts itself, how it compares with a guest, and whose it is on file.',
  input: z.strictObject({ text: prose(2000), guestId: id<GuestId>().optional() }),
  output: z.strictObject({
    read: z.strictObject({
      source: z.enum(['zone', 'card', 'number']),
      kind: z.enum(documentKinds).nullable(),
      number: z.string(),
      country: z.string(),
      familyName: z.string(),
      givenName: z.string(),
      nativeName: z.string(),
      nameCut: z.boolean(),
      birthDate: businessDate.nullable(),
      gender: z.enum(['', 'male', 'female']),
      nationality: z.string(),
      expiresOn: businessDate.nullable(),
      address: z.string(),
      ethnicity: z.string(),
      optional: z.string(),
      faults: z.array(fault),
    }),
    compared,
    /** Of the guest it is compared with, and of what is kept beside the profile. */
    guestVersion: version.nullable(),
    registrantVersion: versionOrNone,
    /** The guest who has this document on file, when it is another one. */
    owner: z
      .strictObject({
        guestId: id<GuestId>(),
        guestName: z.string(),
        guestLatinName: z.string(),
        /** The document beside that guest. */
        compared,
      })
      .nullable(),
  }),
  refusals: ['GUEST_UNKNOWN', 'DOCUMENT_UNREADABLE'],
  permission: 'registration',
  reads: ['guest', 'registrant'],
})

export const takeDocument = command({
  name: 'registration.takeDocument',
  about:
    'Puts a document that was read on a guest’s file, with the fields that are to be taken over from it. What contradicts itself is taken only with `despite`.',
  input: z.strictObject({
    guestId: id<GuestId>(),
    version,
    text: prose(2000),
    /** What is kept beside the profile, as it was read; it is asked for where something of it is taken. */
    registrantVersion: versionOrNone.default(0),
    /** What on file becomes as the document says; the rest stays. */
    take: z.array(z.enum(takenFields, { error: 'invalid.choice' })).default([]),
    /** Which kind a card is, where its zone does not tell. */
    kind: z.enum(documentKinds, { error: 'invalid.choice' }).optional(),
    /** As it is printed, where the zone was misread. */
    number: optionalLine(40).default(''),
    despite: z.boolean().default(false),
  }),
  output: z.strictObject({ id: id<GuestId>(), version }),
  /** DOCUMENT_FAULTY names the first field that contradicts itself; DOCUMENT_TAKEN names the guest who has it. */
  refusals: [
    'GUEST_UNKNOWN',
    'DOCUMENT_UNREADABLE',
    'DOCUMENT_FAULTY',
    'DOCUMENT_TAKEN',
    'DOCUMENT_INVALID',
    'NAME_NEEDED',
    'BIRTH_DATE_FUTURE',
    'CARD_NUMBER',
    'NATIONALITY_UNKNOWN',
  ],
  permission: 'registration',
  undoable: true,
})
