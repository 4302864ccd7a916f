import { z } from 'zod'
import { requestKinds } from '../domain/request/request.ts'
import type { GuestId } from '../values/index.ts'
import { businessDate, id, moment, nextPage, optionalLine, pageBy, placeKey, reason } from './fields.ts'
import { command, entityKinds, query } from './operation.ts'

const image = z.record(z.string(), z.unknown()).nullable()

/** One row of the change log as screens read it; `before`/`after` hold only what changed. */
export const changeView = z.strictObject({
  seq: z.number().int(),
  /** Sequence of the first row of the same command: what `change.undo` takes. */
  command: z.number().int(),
  moment,
  businessDate,
  /** The login, as the log keeps it, and the name of the user who has it now. */
  actor: z.string(),
  actorName: z.string(),
  /** Who approved the act for the actor. */
  approvedBy: z.strictObject({ login: z.string(), name: z.string() }).nullable(),
  workstation: z.string(),
  operation: z.string(),
  entity: z.enum(entityKinds),
  entityId: z.number().int(),
  /** What the entity is called now: a guest's name, a confirmation number, a room number. */
  label: z.string(),
  /** How many rows its command has where the list gives the newest of them alone; else null. */
  commandRows: z.number().int().nullable(),
  /** The guest whom a booking, a request or a membership is for. */
  whom: z.strictObject({ guestId: id<GuestId>(), name: z.string() }).nullable(),
  /** What is asked in a request, as it is now. */
  wish: z
    .strictObject({ kind: z.enum(requestKinds), text: z.string(), fromPreference: z.boolean() })
    .nullable(),
  before: image,
  after: image,
  /**
   * `erased`: what was personal of it was erased, and its images hold the rest. `unreadable`: the file is damaged in this row. Then both images are null; where nothing of the row can be read, all else
   * but its sequence is empty, and its moment the beginning of time.
   */
  state: z.enum(['whole', 'erased', 'unreadable']),
  /** What the guests, accounts and users are called that the images mean: `guest:12`, `account:3`, `user:clerk`. */
  names: z.record(z.string(), z.string()),
  reason: z.string().nullable(),
  /** The command this one undid, and the one that undid this one. */
  undoes: z.number().int().nullable(),
  undoneBy: z.number().int().nullable(),
  /** When and by whom it was undone. */
  undone: z.strictObject({ moment, actorName: z.string() }).nullable(),
  undoable: z.boolean(),
})

export const list = query({
  name: 'change.list',
  about:
    'The change log by whole commands, newest first, by any of: entity, actor, operation, business dates. Or the rows of one command.',
  input: z.strictObject({
    entity: z.enum(entityKinds, { error: 'invalid.choice' }).optional(),
    entityId: z.number().int().positive().optional(),
    actor: optionalLine(80).optional(),
    operation: optionalLine(80).optional(),
    from: businessDate.optional(),
    to: businessDate.optional(),
    /** Its rows alone; then the limit is of rows and not of commands. */
    command: z.number({ error: 'invalid.id' }).int('invalid.id').positive('invalid.id').optional(),
    ...pageBy(placeKey),
  }),
  output: z.strictObject({
    rows: z.array(changeView),
    next: nextPage,
  }),
  permission: 'change-read',
  reads: entityKinds.filter((kind) => kind !== 'job'),
})

export const facets = query({
  name: 'change.facets',
  about: 'Actors and operations that stand in the log, for its filters.',
  input: z.strictObject({}),
  output: z.strictObject({
    actors: z.array(z.strictObject({ login: z.string(), name: z.string() })),
    operations: z.array(z.string()),
  }),
  permission: 'change-read',
  reads: ['user'],
})

export const undo = command({
  name: 'change.undo',
  about: 'Writes the inverse of a command as a new change, or says what stands on it.',
  input: z.strictObject({
    change: z.number({ error: 'invalid.id' }).int('invalid.id').positive('invalid.id'),
    reason: reason.optional(),
  }),
  output: z.strictObject({ undone: z.number().int() }),
  /**
   * CHANGED_SINCE names field, by, moment, operation of the later change; STANDS_ON names what was made upon it.
   * The rules of what is put back answer too: the freed room may be taken by now, the night slept.
   */
  refusals: [
    'CHANGE_UNKNOWN',
    'NOT_UNDOABLE',
    'CHANGE_UNREADABLE',
    'CHANGE_ERASED',
    'ALREADY_UNDONE',
    'CHANGED_SINCE',
    'STANDS_ON',
    'ROOM_TAKEN',
    'HOURS_TAKEN',
    'NOT_AVAILABLE',
    'DOCUMENT_TAKEN',
    'NUMBER_TAKEN',
    'ALREADY_MEMBER',
    'CODE_TAKEN',
    'TIER_IN_USE',
    'NIGHT_IN_PAST',
    'BOOKING_ENDED',
    'GUEST_UNKNOWN',
    'GUEST_TWICE',
    'TOO_MANY_PERSONS',
    'ROOM_UNKNOWN',
    'ROOM_WRONG_TYPE',
    'ROOM_OUT_OF_SERVICE',
    'ROOM_OCCUPIED',
    'ROOM_TYPE_UNKNOWN',
    'ACCOUNT_UNKNOWN',
    'COMP_SET_INVALID',
    'ROOM_IN_USE',
    'ATTENDANT_USER_TAKEN',
    'CLOSURE_OVERLAPS',
    'CLOSURE_PROMISED',
    'CLOSURE_OCCUPIED',
    'CLOSURE_SOLD',
    'PREFERENCE_FULL',
    'ACCOUNT_IN_USE',
    'BACKUP_NO_FOLDER',
    'BACKUP_NO_HOUR',
    'IMPORT_WHOLE',
    'RIGHT_NEEDED',
    'ROLE_UNKNOWN',
    'SHIFT_NOTE_UNKNOWN',
    'ROLE_IN_USE',
    'ROLE_NAME_TAKEN',
    'LAST_ADMINISTRATOR',
    'SETTINGS_INVALID',
    'SEGMENT_NAME_TAKEN',
    'SEGMENT_TAG_TAKEN',
    'FAVOURITE_NAME_TAKEN',
    'SCHEDULE_NAME_TAKEN',
    'EXPLORE_NAME_TAKEN',
    'FOLIO_UNKNOWN',
    'FOLIO_CLOSED',
    'FOLIO_OPEN',
    'WINDOW_UNKNOWN',
    'POSTING_UNKNOWN',
    'POSTING_AUDITED',
    'LINE_GONE',
    'LINE_INVOICED',
    'LINE_ON_FAPIAO',
    'SHIFT_OPEN',
    'SHIFT_CLOSED',
    'SHIFT_NEEDED',
    'CASH_NOT_TAKEN',
    'ROLE_TAKEN',
    'ROLE_NOT_ACTIVE',
    'ROLE_NOT_CHARGE',
    'CHART_IN_USE',
    'TAX_IN_USE',
    'RULE_IN_USE',
    'LEDGER_ACCOUNT_UNKNOWN',
    'TAX_UNKNOWN',
    'TAX_RULE_UNKNOWN',
    'TRANSACTION_CODE_UNKNOWN',
    'RATE_PLAN_UNKNOWN',
    'CODE_WITHOUT_ACCOUNT',
    'CODE_WITHOUT_TAX_RULE',
    'CODE_WITHOUT_METHOD',
    'PARTS_NOT_WHOLE',
    'PART_NOT_CHARGE',
    'RATE_NOT_POSITIVE',
    'RATE_OWN_CURRENCY',
    'RATE_TAKEN',
  ],
  permission: 'signed-in',
  // An undo that is undone is a redo.
  undoable: true,
})
