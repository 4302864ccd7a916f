/** What the program and an adapter of devices say to each other, in the words of docs/DEVICES.md. */
import { z } from 'zod'
import { adapterCodes, deviceKinds, deviceStates, maxKeys } from '../domain/device/device.ts'

/** The version of the protocol that this program speaks. */
export const adapterProtocol = 1

const shown = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u)
/** A moment on the hotel's clock, as locks keep it. */
const local = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
/** What a document says, as a reader has it: the lines of a zone, a card's text, a number. */
const documentText = z.string().min(1).max(2000)

/** The file by which an adapter is found. The address may be left out, and may only be this machine's own. */
export const adapterFile = z.object({
  name: shown(80),
  address: z.string().max(60).default('127.0.0.1'),
  port: z.number().int().min(1).max(65_535),
  secret: z.string().max(200),
})

export const aboutAdapter = z.object({
  protocol: z.number().int(),
  name: shown(80),
  version: shown(40),
  devices: z
    .array(
      z.object({
        id: z.string().regex(/^[A-Za-z0-9][\w.-]{0,59}$/),
        kind: z.enum(deviceKinds),
        name: shown(80),
        state: z.enum(deviceStates),
        /** Blank cards that an encoder has left, where it knows. */
        cards: z.number().int().min(0).max(100_000).nullable().default(null),
      }),
    )
    .max(50),
})
export const documentRead = z.object({ text: documentText })
export const keysMade = z.object({ made: z.number().int().min(0).max(maxKeys) })
export const keyRead = z.object({ room: shown(40), from: local, until: local })
export const nothingMore = z.object({})
export const adapterRefusal = z.object({
  error: z.enum(adapterCodes),
  /** Keys that were made before it stopped. */
  made: z.number().int().min(0).max(maxKeys).default(0),
})
/** What a reader pushes. */
export const pushedScan = z.object({ reader: z.string().max(60), text: documentText })
