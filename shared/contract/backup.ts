import { z } from 'zod'
import type { StoreFacts } from '../domain/backup/facts.ts'
import { maxFolders } from '../domain/backup/settings.ts'
import { empty, moment, version } from './fields.ts'
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

/** BACKUP_FLAWED names the copy: it was made and is kept. */
const createRefusals = [
  ...folderRefusals,
  'BACKUP_ONTO_STORE',
  'BACKUP_FULL',
  'BACKUP_FULL_MIDWAY',
  'BACKUP_NO_HOTEL',
  'BACKUP_NEWER',
  'BACKUP_DIFFERS',
  'BACKUP_FLAWED',
  'BACKUP_DEFECT',
  'JOB_RUNNING',
] as const

export const create = command({
  name: 'backup.create',
  about:
    'Copies the store into a folder while it is in use, checks the copy and removes copies that the rule no longer keeps; answers with a job.',
  input: z.strictObject({ folder, keepAll: z.boolean().default(false) }),
  output: z.strictObject({ job: z.string() }),
  refusals: createRefusals,
  // It names any folder of the machine, and the copy holds everything that the store does.
  permission: 'backup',
  undoable: false,
})

export const list = query({
  name: 'backup.list',
  about: 'The copies of stores in a folder, newest first, as the manifests beside them say.',
  input: z.strictObject({ folder }),
  output: z.strictObject({
    copies: z.array(copy),
    /** The folder is on the disk that the store is on; null where the system does not tell. */
    sameDisk: z.boolean().nullable(),
    freeBytes: count.nullable(),
  }),
  refusals: folderRefusals,
  permission: 'backup',
  reads: ['job'],
})

export const createAll = command({
  name: 'backup.createAll',
  about:
    'Does the same into every folder of the settings, one after another; the job ends with the first failure, and each folder’s own is in backup.settings.',
  input: empty,
  output: z.strictObject({ job: z.string() }),
  refusals: [...createRefusals, 'BACKUP_NO_FOLDER'],
  permission: 'backup',
  undoable: false,
})

function whole(least: number, most: number) {
  return z
    .number({ error: 'invalid.number' })
    .int('invalid.number')
    .min(least, 'invalid.tooSmall')
    .max(most, 'invalid.tooLarge')
}

const settingsFields = {
  /** Copies are made at the chosen hours by the running program; an hour it missed is caught up. */
  automatic: z.boolean(),
  /** Each gets a copy of its own. */
  folders: z.array(folder).max(maxFolders, 'invalid.tooMany'),
  /** Hours of the day on the hotel's clock. */
  hours: z.array(whole(0, 23)).max(24, 'invalid.tooMany'),
  /** The newest copy of each of so many days, weeks and months is kept; the newest of all always. */
  keepDays: whole(1, 366),
  keepWeeks: whole(0, 520),
  keepMonths: whole(0, 240),
  /** After so many hours without a good copy the status line warns. */
  warnAfterHours: whole(1, 720),
}

/** Why the last copy into a folder failed: a code of `backup.create`, and when. */
export const backupFailure = z.strictObject({
  moment,
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const settings = query({
  name: 'backup.settings',
  about: 'When copies are made, where they go, how long they are kept, and what became of the last ones.',
  input: empty,
  output: z.strictObject({
    ...settingsFields,
    version,
    /** The store's own path, in full: what the command line restores. */
    store: z.string(),
    /** The next chosen hour on the hotel's clock, `2026-03-02T03`; null when none will come. */
    next: z.string().nullable(),
    state: z.array(
      z.strictObject({
        folder: z.string(),
        good: z.strictObject({ made: moment, file: z.string(), businessDate: z.string() }).nullable(),
        failed: backupFailure.nullable(),
      }),
    ),
  }),
  permission: 'backup',
  reads: ['backup-settings', 'job'],
})

export const updateSettings = command({
  name: 'backup.updateSettings',
  about: 'Changes when copies are made, where they go and how long they are kept.',
  input: z.strictObject({ version }).extend(z.strictObject(settingsFields).partial().shape),
  output: z.strictObject({ version }),
  refusals: [...folderRefusals, 'BACKUP_ONTO_STORE', 'BACKUP_FULL', 'BACKUP_NO_FOLDER', 'BACKUP_NO_HOUR'],
  permission: 'backup',
  undoable: true,
})
