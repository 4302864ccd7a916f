/** Readers, key encoders and printers of a desk (docs/DEVICES.md). */
import { z } from 'zod'
import {
  adapterFileCodes,
  deviceCodes,
  deviceKinds,
  deviceRef,
  deviceStates,
  maxKeys,
} from '../domain/device/device.ts'
import type { BookingId, DeskDevicesId } from '../values/index.ts'
import { empty, id, saved, versionOrNone } from './fields.ts'
import { command, query } from './operation.ts'
import { paperRefusals } from './paper-fields.ts'

const ref = z
  .string({ error: 'invalid.choice' })
  .refine((text) => text === '' || deviceRef.test(text), 'invalid.choice')
const chosen = {
  /** As `adapter/device`; empty: the desk has none. */
  reader: ref,
  encoder: ref,
  printer: ref,
}

export const desk = query({
  name: 'device.desk',
  about: 'Which reader, key encoder and printer this desk uses.',
  input: empty,
  output: z.strictObject({ workstation: z.string(), ...chosen, version: versionOrNone }),
  permission: 'booking-read',
  reads: ['desk-devices'],
})

export const list = query({
  name: 'device.list',
  about:
    'The adapters that are set up on this machine, whether they answer, and the devices that they drive.',
  input: empty,
  output: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      version: z.string(),
      /** Why nothing of it can be used. */
      trouble: z.enum([...deviceCodes, ...adapterFileCodes]).nullable(),
      devices: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(deviceKinds),
          name: z.string(),
          state: z.enum(deviceStates),
          cards: z.number().int().nullable(),
        }),
      ),
    }),
  ),
  permission: 'booking-read',
  reads: [],
})

export const saveDesk = command({
  name: 'device.saveDesk',
  about: 'Chooses the reader, the key encoder and the printer of this desk.',
  input: z.strictObject({ version: versionOrNone, ...chosen }),
  output: saved<DeskDevicesId>(),
  permission: 'stay',
  undoable: true,
})

export const readDocument = query({
  name: 'device.readDocument',
  about:
    'Waits until a document is laid on this desk’s reader, and answers what it says. Nothing of it is kept.',
  input: empty,
  output: z.strictObject({ text: z.string() }),
  refusals: deviceCodes,
  permission: 'registration',
  reads: [],
})

export const nextScan = query({
  name: 'device.nextScan',
  about: 'Waits a while for what this desk’s reader pushes by itself; null when nothing came.',
  input: empty,
  output: z.strictObject({ text: z.string().nullable() }),
  refusals: deviceCodes,
  permission: 'registration',
  reads: [],
})

export const encodeKeys = command({
  name: 'device.encodeKeys',
  about:
    'Makes keys for the room of a guest in house, until the hour of departure, and notes them on the log of keys. What stopped it is told beside those that were made.',
  input: z.strictObject({
    bookingId: id<BookingId>(),
    keys: z
      .number({ error: 'invalid.number' })
      .int('invalid.number')
      .min(1, 'invalid.tooSmall')
      .max(maxKeys, 'invalid.tooLarge'),
  }),
  output: z.strictObject({
    room: z.string(),
    /** On the hotel’s clock: `2026-03-04T12:00`. */
    until: z.string(),
    made: z.number().int(),
    trouble: z.enum(deviceCodes).nullable(),
  }),
  refusals: [...deviceCodes, 'BOOKING_UNKNOWN', 'NOT_IN_HOUSE', 'NO_ROOM_YET'],
  permission: 'stay',
  undoable: false,
})

export const readKey = query({
  name: 'device.readKey',
  about: 'Which room the card on the encoder opens, from when until when.',
  input: empty,
  output: z.strictObject({ room: z.string(), from: z.string(), until: z.string() }),
  refusals: deviceCodes,
  permission: 'stay',
  reads: [],
})

export const eraseKey = command({
  name: 'device.eraseKey',
  about: 'Makes the card on the encoder blank: it opens nothing any more.',
  input: empty,
  output: empty,
  refusals: deviceCodes,
  permission: 'stay',
  undoable: false,
})

export const tryPrinter = command({
  name: 'device.tryPrinter',
  about: 'Prints a page to try this desk’s printer.',
  input: empty,
  output: empty,
  refusals: paperRefusals,
  permission: 'stay',
  undoable: false,
})
