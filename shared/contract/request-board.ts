/** The board of requests and traces by department, what is done on it with several at once, and its paper. */
import { z } from 'zod'
import { boardActions, boardDays, boardSorts, boardStates, boardThings } from '../domain/request/board.ts'
import { departments, requestKinds, requestStatuses } from '../domain/request/request.ts'
import { businessDate, changesAt, clockTime, id, line, version } from './fields.ts'
import { signedBy, whose } from './house-fields.ts'
import { command, query } from './operation.ts'
import { paperFormat, paperLanguage, paperRefusals, paperSize } from './paper-fields.ts'
import { file } from './report-file-fields.ts'

const department = z.enum(departments, { error: 'invalid.choice' })
const thing = z.enum(boardThings, { error: 'invalid.choice' })

export const boardRow = z.strictObject({
  of: thing,
  /** Of the request or the trace. */
  id: id<number>(),
  ...whose,
  /** Null: a trace. */
  kind: z.enum(requestKinds).nullable(),
  text: z.string(),
  fromPreference: z.boolean(),
  department,
  dueOn: businessDate,
  dueTime: clockTime.nullable(),
  status: z.enum(requestStatuses),
  /** Its day, or its time by the hotel’s clock, is over and it is not done. */
  overdue: z.boolean(),
  reason: z.string().nullable(),
  /** What was offered instead, where it was declined. */
  alternative: z.string().nullable(),
  ...signedBy,
})

/** What a board is narrowed to. */
const shown = {
  /** All of them when absent. */
  department: department.optional(),
  state: z.enum(boardStates, { error: 'invalid.choice' }).default('open'),
  day: z.enum(boardDays, { error: 'invalid.choice' }).default('due'),
  sort: z.enum(boardSorts, { error: 'invalid.choice' }).default('due'),
}

export const board = query({
  name: 'request.board',
  about:
    'Requests and traces of departments: what is overdue first, or by room, guest or state; how much each department has.',
  input: z.strictObject(shown),
  output: z.strictObject({
    rows: z.array(boardRow),
    /** There are more than a list holds. */
    more: z.boolean(),
    /** What each department has open up to the business date; those with nothing are left out. */
    work: z.array(z.strictObject({ department, overdue: z.number().int(), today: z.number().int() })),
    /** Requests of every department that stays which are over have left open. */
    left: z.number().int(),
    changesAt,
  }),
  permission: 'requests',
  reads: ['request', 'trace', 'booking', 'guest', 'room', 'user', 'settings'],
})

const item = z.strictObject({ of: thing, id: id<number>(), version })

export const markTogether = command({
  name: 'request.markTogether',
  about:
    'Acknowledges, ticks off, declines or reopens several requests and traces as one act; those that can’t be stay as they are, each with its reason.',
  input: z.strictObject({
    items: z
      .array(item)
      .min(1, 'invalid.required')
      .max(200, 'invalid.tooLarge')
      .refine((all) => new Set(all.map((one) => `${one.of} ${one.id}`)).size === all.length, 'invalid.twice'),
    action: z.enum(boardActions, { error: 'invalid.choice' }),
    /** Why all of them are declined. */
    reason: line(300).optional(),
  }),
  output: z.strictObject({
    done: z.array(item),
    failed: z.array(
      z.strictObject({
        of: thing,
        id: id<number>(),
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
  }),
  refusals: ['CARD_NUMBER'],
  permission: 'requests-tick',
  undoable: true,
})

export const boardPaper = command({
  name: 'request.paper',
  about:
    'The board of one department, or of each on pages of its own, as a page to print, a PDF, or on this desk’s printer.',
  input: z.strictObject({
    ...shown,
    format: paperFormat,
    language: paperLanguage,
    /** Without it, the hotel’s own. */
    size: paperSize.optional(),
  }),
  output: file,
  refusals: paperRefusals,
  permission: 'requests',
  undoable: false,
  receipt: false,
})
