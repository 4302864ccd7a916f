import { z } from 'zod'
import { segments } from '../domain/booking/choices.ts'
import { budgetLevels, maxNights } from '../domain/report/budget.ts'
import { budgetColumns, wrongReasons } from '../domain/report/budget-file.ts'
import { maxBasisPoints } from '../domain/report/commission.ts'
import { maxRooms } from '../domain/report/comp-set.ts'
import { weekStarts } from '../domain/report/period.ts'
import { clerkViews } from '../domain/report/settings.ts'
import type { AccountId, RoomTypeId } from '../values/index.ts'
import { amountMinor, empty, id, optionalLine, saved, versionOrNone } from './fields.ts'
import { command, query } from './operation.ts'
import { tableFile, tableRefusals } from './table-file-fields.ts'

const year = z
  .number({ error: 'invalid.date' })
  .int('invalid.date')
  .min(1902, 'invalid.date')
  .max(2198, 'invalid.date')
const count = (most: number) =>
  z
    .number({ error: 'invalid.number' })
    .int('invalid.number')
    .min(0, 'invalid.number')
    .max(most, 'invalid.number')

const level = z.enum(budgetLevels, { error: 'invalid.choice' })
const cell = z.strictObject({
  month: z.number().int().min(1).max(12),
  /** 0: all types. */
  roomTypeId: z.number().int().min(0) as unknown as z.ZodType<RoomTypeId | 0, number>,
  /** Empty: all segments. */
  segment: z.union([z.literal(''), z.enum(segments)], { error: 'invalid.choice' }),
  nights: count(maxNights),
  revenueMinor: amountMinor,
})
const cells = z.array(cell).max(12_000)

export const getBudget = query({
  name: 'budget.get',
  about: 'The budget of a year by month, room type and segment; version 0 where there is none.',
  input: z.strictObject({ year }),
  output: z.strictObject({ year, level, cells, version: versionOrNone, years: z.array(year) }),
  permission: 'reports-plan',
  reads: ['budget'],
})

export const readActual = query({
  name: 'budget.readActual',
  about: 'What a year brought, at a budget’s level: rooms sold and room revenue of days that are over.',
  input: z.strictObject({ year, level }),
  output: z.strictObject({
    cells,
    /** Days of the year that are over. */
    days: z.number().int(),
  }),
  permission: 'reports-plan',
  reads: [],
})

export const saveBudget = command({
  name: 'budget.save',
  about: 'Writes the budget of a year whole.',
  input: z.strictObject({ year, version: versionOrNone, level, cells }),
  output: saved<number>(),
  /** BUDGET_CELL_INVALID carries `why` and `month`. */
  refusals: ['BUDGET_CELL_INVALID', 'ROOM_TYPE_UNKNOWN'],
  permission: 'reports-plan',
  undoable: true,
})

export const deleteBudget = command({
  name: 'budget.delete',
  about: 'Deletes the budget of a year.',
  input: z.strictObject({ year, version: versionOrNone }),
  output: z.strictObject({}),
  refusals: ['BUDGET_UNKNOWN'],
  permission: 'reports-plan',
  undoable: true,
})

const fileOf = { ...tableFile, year }

export const readFile = query({
  name: 'budget.readFile',
  about: 'Reads a budget from a CSV or XLSX file without keeping it; names every line that is wrong.',
  input: z.strictObject(fileOf),
  output: z.strictObject({
    level,
    cells,
    lines: z.number().int(),
    /** The first 100. */
    wrong: z.array(
      z.strictObject({
        line: z.number().int(),
        column: z.enum(budgetColumns),
        why: z.enum(wrongReasons),
        text: z.string(),
      }),
    ),
    wrongLines: z.number().int(),
    sheets: z.array(z.string()),
    sheet: z.string(),
  }),
  refusals: tableRefusals,
  permission: 'reports-plan',
  reads: [],
})

export const importBudget = command({
  name: 'budget.import',
  about: 'Writes the budget of a year from a file: all of it, or nothing where a line is wrong.',
  input: z.strictObject({ ...fileOf, version: versionOrNone }),
  output: saved<number>(),
  /** BUDGET_LINES_WRONG carries `lines` and the `first`. */
  refusals: [...tableRefusals, 'BUDGET_LINES_WRONG', 'BUDGET_CELL_INVALID', 'ROOM_TYPE_UNKNOWN'],
  permission: 'reports-plan',
  undoable: true,
})

const setFigures = z.strictObject({
  roomsAvailable: count(maxRooms),
  roomsSold: count(maxRooms),
  revenueMinor: amountMinor,
})
/** By month (2026-03) or day (2026-03-02). */
const setCells = z.record(z.string().max(10), setFigures)

export const getSet = query({
  name: 'compSet.get',
  about: 'The figures of the competitor set in a year, by month or day; version 0 where there are none.',
  input: z.strictObject({ year }),
  output: z.strictObject({ year, hotels: z.string(), cells: setCells, version: versionOrNone }),
  permission: 'reports-plan',
  reads: ['comp-set'],
})

export const saveSet = command({
  name: 'compSet.save',
  about: 'Writes the figures of the competitor set in a year whole; none at all deletes them.',
  input: z.strictObject({ year, version: versionOrNone, hotels: optionalLine(300), cells: setCells }),
  output: saved<number>(),
  /** COMP_SET_INVALID carries `why` and `period`. */
  refusals: ['COMP_SET_INVALID'],
  permission: 'reports-plan',
  undoable: true,
})

const basisPoints = count(maxBasisPoints)

export const listCommissions = query({
  name: 'commission.list',
  about:
    'Every agency by name, with what it is paid of room revenue in hundredths of a per cent; null where nothing is agreed.',
  input: empty,
  output: z.array(
    z.strictObject({
      id: id<AccountId>(),
      code: z.string(),
      name: z.string(),
      active: z.boolean(),
      basisPoints: basisPoints.nullable(),
      version: versionOrNone,
    }),
  ),
  permission: 'reports-plan',
  reads: ['account', 'commission'],
})

export const saveCommission = command({
  name: 'commission.save',
  about: 'Changes what an agency is paid; null ends the agreement.',
  input: z.strictObject({ id: id<AccountId>(), version: versionOrNone, basisPoints: basisPoints.nullable() }),
  output: saved<AccountId>(),
  /** ACCOUNT_UNKNOWN: there is no such agency. */
  refusals: ['ACCOUNT_UNKNOWN'],
  permission: 'reports-plan',
  undoable: true,
})

const settingsFields = {
  clerksSee: z.enum(clerkViews, { error: 'invalid.choice' }),
  weekStarts: z.enum(weekStarts, { error: 'invalid.choice' }),
}

export const settings = query({
  name: 'report.settings',
  about: 'What clerks see of reports, and the day that weeks begin with; version 0 where nobody changed it.',
  input: empty,
  output: z.strictObject({ ...settingsFields, version: versionOrNone }),
  permission: 'reports',
  reads: ['report-setting'],
})

export const saveSettings = command({
  name: 'report.saveSettings',
  about: 'Changes what clerks see of reports, and the day that weeks begin with.',
  input: z.strictObject({ ...settingsFields, version: versionOrNone }),
  output: saved<number>(),
  permission: 'reports-plan',
  undoable: true,
})
