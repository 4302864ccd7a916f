import { z } from 'zod'
import { datesShown } from '../domain/import/date-columns.ts'
import { encodings } from '../domain/import/encodings.ts'
import { dateOrders, decimalSigns, findingKinds, importFields, importProfiles } from '../domain/import/row.ts'
import { isMeaning, meaningsByField, wordFields } from '../domain/import/source-words.ts'
import type { ImportBatchId } from '../values/index.ts'
import { empty, id, line, moment, nextPage, optionalLine, pageBy, placeKey } from './fields.ts'
import { command, query } from './operation.ts'

const profile = z.enum(importProfiles, { error: 'invalid.choice' })

const status = z.enum(meaningsByField.status, { error: 'invalid.choice' })
const meal = z.enum(meaningsByField.meal, { error: 'invalid.choice' })
const segment = z.enum(meaningsByField.segment, { error: 'invalid.choice' })
const channel = z.enum(meaningsByField.channel, { error: 'invalid.choice' })
const anyMeaning = z.enum([...new Set(Object.values(meaningsByField).flat())], { error: 'invalid.choice' })
const word = line(200)

export const mapping = z.strictObject({
  /** Column heading → field. */
  columns: z.record(z.string().max(200), z.enum(importFields, { error: 'invalid.choice' })),
  /** How dates are written in the file; what the rows of each column settle when it is left out. */
  dateOrder: z.enum(dateOrders, { error: 'invalid.choice' }).optional(),
  /** How amounts write their decimals; what the file's own amounts settle when it is left out. */
  decimalSign: z.enum(decimalSigns, { error: 'invalid.choice' }).optional(),
  /** Word of the file → what it means here, by field; beside those that `import.mapWord` keeps, and before them. */
  words: z
    .strictObject({
      status: z.record(word, status).optional(),
      meal: z.record(word, meal).optional(),
      segment: z.record(word, segment).optional(),
      channel: z.record(word, channel).optional(),
    })
    .optional(),
})
export type Mapping = z.infer<typeof mapping>

const wordField = z.enum(wordFields, { error: 'invalid.choice' })

/** A file handed over by the host: pages never name paths. */
const file = z.string({ error: 'invalid.required' }).min(1, 'invalid.required').max(80, 'invalid.text')
const where = optionalLine(200).optional()
const sheet = optionalLine(80).optional()
/** How a text file is written, where a person says so; guessed when it is left out. */
const encoding = z.enum(encodings, { error: 'invalid.choice' }).optional()

/** Sheets of a workbook that hold rows and are not read. */
const otherSheets = z.array(z.strictObject({ name: z.string(), hidden: z.boolean() }))

/** Why a file as a whole is not taken. */
export const fileRefusals = [
  'FILE_UNKNOWN',
  'FILE_EMPTY',
  'FILE_BINARY',
  'FILE_ENCODING',
  'FILE_BOMB',
  'FILE_DAMAGED',
  'FILE_TOO_LARGE',
  'FILE_COLUMNS_MISSING',
  'FILE_NOT_TABLE',
  'WHERE_UNKNOWN',
  'SHEET_UNKNOWN',
  'SHEET_EMPTY',
  'ALREADY_IMPORTED',
  'HOTEL_DIFFERS',
  'COLUMN_TWICE',
  'COLUMNS_ALIKE',
  'MAPPING_INCOMPLETE',
] as const

export const inspect = query({
  name: 'import.inspect',
  about: 'Looks into a file: format, encoding, recognised columns, the first rows, and which profile fits.',
  input: z.strictObject({ file, sheet, encoding }),
  output: z.strictObject({
    name: z.string(),
    bytes: z.number(),
    format: z.enum(['csv', 'xlsx']),
    compressed: z.boolean(),
    encoding: z.enum(encodings),
    delimiter: z.string(),
    sheets: z.array(z.string()),
    /** Of a workbook the sheet that is read: the first visible one with a table, unless one is named. */
    sheet: z.string(),
    otherSheets,
    /** Rows that the sheet hides, among those looked at. */
    hiddenRows: z.number().int(),
    profile,
    columns: z.array(
      z.strictObject({
        name: z.string(),
        field: z.enum(importFields).nullable(),
        samples: z.array(z.string()),
        /** Of a column of dates: in which order its rows show that they are written. */
        dates: z.enum(datesShown).nullable(),
      }),
    ),
    /** Columns that could each be a field, which nothing in the file settles: one of them has to be chosen. */
    doubts: z.array(z.strictObject({ field: z.enum(importFields), columns: z.array(z.string()) })),
    preview: z.array(z.array(z.string())),
    /** Values of a column few enough to choose from, for the row filter (`hotel`). */
    choices: z.array(z.strictObject({ column: z.string(), values: z.array(z.string()) })),
    mappings: z.array(z.strictObject({ id: z.number().int(), name: z.string(), fits: z.boolean(), mapping })),
  }),
  refusals: fileRefusals,
  permission: 'import',
  reads: ['import-mapping'],
})

export const start = command({
  name: 'import.start',
  about: 'Begins an import (or its dry run, which writes nothing but its report); answers with a job.',
  input: z.strictObject({
    file,
    sheet,
    encoding,
    profile,
    /** Left out for a table: the columns are read as headings and values say, or refused where those leave a doubt. */
    mapping: mapping.optional(),
    where,
    /** Leaves out the rows that a workbook hides (by a filter); they are read when it is left out. */
    skipHidden: z.boolean().default(false),
    /** The system that the file comes from. Left out, it is the one of the last file with the same headings. */
    source: optionalLine(60).optional(),
    dryRun: z.boolean().default(false),
  }),
  output: z.strictObject({ job: z.string() }),
  refusals: [...fileRefusals, 'JOB_RUNNING'],
  permission: 'import',
  undoable: false,
})

/** A booking as a dry run would make it, beside its row. */
export const firstBooking = z.strictObject({
  line: z.number().int(),
  /** The row, in the order of the headings. */
  cells: z.array(z.string()),
  /** '' of a row that names nobody. */
  guest: z.string(),
  guestLatinName: z.string().default(''),
  arrival: z.string(),
  departure: z.string(),
  nights: z.number().int(),
  /** How many rooms the row is; dates, type and amounts are those of one. */
  rooms: z.number().int(),
  roomType: z.string(),
  room: z.string(),
  /** A night; null where the nights have several. */
  rateMinor: z.number().int().nullable(),
  totalMinor: z.number().int(),
  status: z.string(),
  /** What an earlier import of the same system makes of it; null where there is none. */
  outcome: z.enum(['new', 'changed', 'same']).nullable(),
  /** What changes of a booking on file: fields by their code, from what to what. */
  changes: z.array(z.strictObject({ field: z.string(), from: z.string(), to: z.string() })),
  /** Reasons of its notes. */
  notes: z.array(z.string()),
})
export type FirstBooking = z.infer<typeof firstBooking>

/** The summary of an import: every row of the file is in exactly one of imported, rejected, skipped by `where`. */
export const summary = z.strictObject({
  batchId: id<ImportBatchId>().nullable(),
  dryRun: z.boolean(),
  file: z.string(),
  sha256: z.string(),
  profile,
  where: z.string().nullable(),
  rows: z.number().int(),
  filteredOut: z.number().int(),
  imported: z.number().int(),
  /** Rows by reason. A row may have several reasons: the rejected rows are `rows - imported`. */
  rejected: z.record(z.string(), z.number().int()),
  /** Kept, but worth knowing: by kind. */
  notes: z.record(z.string(), z.number().int()),
  byStatus: z.record(z.string(), z.number().int()),
  /** Status of every row that passed `where`, before rejections. */
  byStatusRead: z.record(z.string(), z.number().int()),
  created: z.strictObject({
    guests: z.number().int(),
    bookings: z.number().int(),
    roomNights: z.number().int(),
    accounts: z.number().int(),
    roomTypes: z.number().int(),
  }),
  seconds: z.number(),
  /** The hotel whose bookings came in, where the file names one; a store holds one hotel. */
  hotel: z.string().optional(),
  /** Of a dry run: the headings, and the first twenty bookings as they would be, in the hotel's currency. */
  first: z
    .strictObject({ headings: z.array(z.string()), currency: z.string(), bookings: z.array(firstBooking) })
    .optional(),
  /** The system that the file comes from, where a person named it. */
  source: z.string().optional(),
  /** Rows by what an earlier import of the same system makes of them, and the bookings that have no row any more. */
  compared: z
    .strictObject({
      new: z.number().int(),
      changed: z.number().int(),
      same: z.number().int(),
      gone: z.number().int(),
    })
    .optional(),
  /** Which column was read as which field, and the columns that were not read. Imports of older programs say neither. */
  columns: z.record(z.string(), z.string()).optional(),
  notRead: z.array(z.string()).optional(),
  /** How a text file was read. */
  encoding: z.enum(encodings).optional(),
  /** Words of status, meal, segment and channel that are not known, each with how many rows have it. */
  unknownWords: z
    .array(z.strictObject({ field: wordField, word: z.string(), rows: z.number().int() }))
    .optional(),
  /** In which order the rows of each column of dates show that they are written. */
  dateOrders: z.record(z.string(), z.enum(datesShown)).optional(),
  /** Of a workbook: the sheet that was read, the others that hold rows, and the rows that it hides, read or skipped. */
  sheet: z.string().optional(),
  otherSheets: otherSheets.optional(),
  hiddenRows: z.number().int().optional(),
  skipHidden: z.boolean().optional(),
})
export type ImportSummary = z.infer<typeof summary>

export const batches = query({
  name: 'import.batches',
  about: 'Imports that were made, newest first; those that were taken back are among them.',
  input: empty,
  output: z.array(
    z.strictObject({
      id: id<ImportBatchId>(),
      at: moment,
      by: z.string(),
      takenBack: z.strictObject({ at: moment, by: z.string() }).nullable(),
      summary,
    }),
  ),
  permission: 'import',
  reads: ['import-batch', 'user'],
})

const many = z.number().int()

/** What became of an import that was taken back. */
export const takenBack = z.strictObject({
  batchId: id<ImportBatchId>(),
  file: z.string(),
  /** What the import had made and is gone. */
  removed: z.strictObject({ bookings: many, guests: many, accounts: many, roomTypes: many }),
  /** What the import had changed and is as before it. */
  restored: z.strictObject({ bookings: many, guests: many }),
  /** What the import had made and stays: something else names it, or somebody changed it since. The first twenty. */
  stayed: z.array(
    z.strictObject({
      kind: z.enum(['guest', 'account', 'room-type']),
      id: many,
      label: z.string(),
      why: z.enum(['used', 'edited']),
    }),
  ),
  stayedMore: many,
  seconds: z.number(),
})
export type TakenBack = z.infer<typeof takenBack>

export const takeBack = command({
  name: 'import.takeBack',
  about: 'Takes an import back whole, or says which bookings were changed since; answers with a job.',
  input: z.strictObject({ batch: id<ImportBatchId>() }),
  output: z.strictObject({ job: z.string() }),
  /** IMPORT_BUILT_ON names the first twenty bookings and counts the others. */
  refusals: ['BATCH_UNKNOWN', 'ALREADY_UNDONE', 'IMPORT_BUILT_ON', 'CHANGE_ERASED', 'JOB_RUNNING'],
  permission: 'import',
  // Its inverse is the import itself: the file may come again.
  undoable: false,
})

export const findings = query({
  name: 'import.findings',
  about:
    'Every fault and note of the rows of an import or a dry run, with line, reason and the row as it stood.',
  input: z.strictObject({
    /** `batch:3`, or `job:import-1` for a dry run of this session; the kind may be left out. */
    source: z.string().max(60, 'invalid.text'),
    kind: z.enum(findingKinds, { error: 'invalid.choice' }).optional(),
    /** One reason alone, by its code. */
    reason: z.string().max(40, 'invalid.text').optional(),
    ...pageBy(placeKey),
    limit: z.number().int().min(1).max(5000).default(200),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        line: z.number().int(),
        kind: z.enum(findingKinds),
        reason: z.string(),
        field: z.string(),
        value: z.string(),
        row: z.string(),
      }),
    ),
    next: nextPage,
  }),
  refusals: ['FINDINGS_UNKNOWN'],
  permission: 'import',
  reads: ['import-batch'],
})

export const saveMapping = command({
  name: 'import.saveMapping',
  about: 'Keeps a mapping of columns under a name for the next file of the kind.',
  input: z.strictObject({ name: line(60), mapping }),
  output: z.strictObject({ id: z.number().int() }),
  permission: 'import',
  undoable: false,
})

export const words = query({
  name: 'import.words',
  about: 'Words of imported files that were given a meaning, by field, with when and by whom.',
  input: empty,
  output: z.array(
    z.strictObject({
      id: z.number().int(),
      field: wordField,
      word: z.string(),
      means: z.string(),
      at: moment,
      by: z.string(),
    }),
  ),
  permission: 'import',
  reads: ['import-word', 'user'],
})

export const mapWord = command({
  name: 'import.mapWord',
  about:
    'Gives a word of a file its meaning, for this import and all later ones; without one it is unknown again.',
  input: z
    .strictObject({ field: wordField, word, means: anyMeaning.nullable() })
    .refine(({ field, means }) => means === null || isMeaning(field, means), {
      path: ['means'],
      error: 'invalid.choice',
    }),
  output: z.strictObject({ id: z.number().int(), version: z.number().int() }),
  refusals: ['WORD_UNKNOWN', 'CODE_TAKEN'],
  permission: 'import',
  undoable: true,
})
