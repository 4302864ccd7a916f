import { z } from 'zod'
import type { StoreFacts } from '../domain/backup/facts.ts'
import { moment } from './fields.ts'
import { command, query } from './operation.ts'

const count = z.number().int().nonnegative()

const facts = z.strictObject({
  store: z.string(),
  hotelName: z.string(),
  timeZone: z.string(),
  businessDate: z.string(),
  format: count,
  guests: count,
  bookings: count,
  changes: count,
  lastChange: z.strictObject({ seq: count, hash: z.string(), moment: z.string() }),
}) satisfies z.ZodType<StoreFacts>

/** What is written beside a copy of a store: which store it is, when it was made and by which checks it passed. */
export const manifest = z.strictObject({
  manifest: z.literal(1),
  made: moment,
  /** The version of the program that made it. */
  program: z.string(),
  bytes: count,
  /** Of the whole file, in base64url. */
  sha256: z.string(),
  /** Codes of what its check found wrong; the store itself had it. */
  findings: z.array(z.string()),
  facts,
})
export type Manifest = z.infer<typeof manifest>

/**
 * `whole`: the file is there in its full size, and its check found nothing; `flawed`: its check found something;
 * `missing`: the file is not there; `cut`: its size is another one; `unreadable`: its manifest was damaged.
 */
export const copyStates = ['whole', 'flawed', 'missing', 'cut', 'unreadable'] as const

const copy = z.strictObject({
  file: z.string(),
  state: z.enum(copyStates),
  manifest: manifest.nullable(),
})
export type BackupCopy = z.infer<typeof copy>

/** A folder of the machine that the program runs on, in full; not normalised, because a file's name is exact. */
const folder = z
  .string({ error: 'invalid.required' })
  .min(1, 'invalid.required')
  .max(1000, 'invalid.tooLong')
  .refine((text) => !text.includes('\u0000'), 'invalid.controlCharacter')

/** Why a folder is not used. */
export const folderRefusals = [
  'BACKUP_FOLDER_RELATIVE',
  'BACKUP_FOLDER_MISSING',
  'BACKUP_NOT_A_FOLDER',
  'BACKUP_NO_ACCESS',
  'BACKUP_BROKEN_OFF',
] as const

export const create = command({
  name: 'backup.create',
  about:
    'Copies the store into a folder while it is in use, checks the copy and removes copies that the rule no longer keeps; answers with a job.',
  input: z.strictObject({ folder, keepAll: z.boolean().default(false) }),
  output: z.strictObject({ job: z.string() }),
  /** BACKUP_FLAWED names the copy: it was made and is kept. */
  refusals: [
    ...folderRefusals,
    'BACKUP_ONTO_STORE',
    'BACKUP_FULL',
    'BACKUP_FULL_MIDWAY',
    'BACKUP_NO_HOTEL',
    'BACKUP_NEWER',
    'BACKUP_DIFFERS',
    'BACKUP_FLAWED',
    'JOB_RUNNING',
  ],
  // It names any folder of the machine, and the copy holds everything that the store does.
  permission: 'administrator',
  undoable: false,
})

export const list = query({
  name: 'backup.list',
  about: 'The copies of stores in a folder, newest first, as the manifests beside them say.',
  input: z.strictObject({ folder }),
  output: z.strictObject({ copies: z.array(copy) }),
  refusals: folderRefusals,
  permission: 'administrator',
  reads: ['job'],
})
