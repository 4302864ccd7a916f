import { z } from 'zod'
import { limitBounds } from '../domain/access/session-limits.ts'
import { language } from './access.ts'
import { backupFailure } from './backup.ts'
import { businessDate, empty, line, moment, optionalLine, version } from './fields.ts'
import { command, query } from './operation.ts'
import { country, currency, timeZone } from './setup.ts'

const limit = ({ least, most }: { least: number; most: number }) =>
  z
    .number({ error: 'invalid.number' })
    .int('invalid.number')
    .min(least, 'invalid.tooSmall')
    .max(most, 'invalid.tooLarge')

const hotelSettings = {
  hotelName: line(80),
  language,
  currency,
  timeZone,
  country,
  address: optionalLine(200),
  phone: optionalLine(40),
  email: optionalLine(254),
  /** Minutes without anybody there after which a desk locks. */
  idleMinutes: limit(limitBounds.idleMinutes),
  /** Hours after which everybody signs in again. */
  sessionHours: limit(limitBounds.sessionHours),
}

export const state = query({
  name: 'hotel.state',
  about: 'What the frame shows: hotel, business date, store, counts.',
  input: empty,
  output: z.strictObject({
    hotelName: z.string(),
    language,
    currency: z.string(),
    timeZone: z.string(),
    country: z.string(),
    businessDate,
    /** `demo` when the store holds generated guests: the frame says so. */
    origin: z.enum(['empty', 'demo']),
    store: z.strictObject({
      name: z.string(),
      bytes: z.number(),
      /** When the newest good copy was made. */
      lastBackup: moment.nullable(),
      backup: z.strictObject({
        /** Copies are made at chosen hours. */
        automatic: z.boolean(),
        /** From this age of the newest good copy on a warning is due. */
        warnAfterHours: z.number().int(),
        /** The newest failure that no success has settled; without its params, which name folders, for clerks. */
        failed: backupFailure.nullable(),
      }),
      /** Changes (from, to) that were acknowledged once and are not in the store; `mark`: the file that knows of them. */
      lost: z.strictObject({ from: z.number().int(), to: z.number().int(), mark: z.string() }).nullable(),
    }),
    /** The page locks by itself as well when nobody has been there for so long. */
    idleMinutes: z.number().int(),
    version: z.string(),
  }),
  permission: 'signed-in',
  reads: ['settings', 'backup-settings', 'job'],
})

export const settings = query({
  name: 'hotel.settings',
  about: "The hotel's settings with the version to change them by.",
  input: empty,
  output: z.strictObject({ ...hotelSettings, businessDate, version }),
  permission: 'signed-in',
  reads: ['settings'],
})

export const updateSettings = command({
  name: 'hotel.updateSettings',
  about: "Changes the hotel's settings. The currency is fixed once a booking carries a rate.",
  input: z.strictObject({ version }).extend(z.strictObject(hotelSettings).partial().shape),
  output: z.strictObject({ version }),
  refusals: ['CURRENCY_IN_USE'],
  permission: 'settings-hotel',
  undoable: true,
})
