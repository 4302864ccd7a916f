/** Opening balances 期初: what the system before left open, taken over once. */
import { z } from 'zod'
import { cutoverSections, openingLedgers, openingMistakes } from '../domain/folio/cutover.ts'
import { depositKinds } from '../domain/folio/deposit.ts'
import { businessDate, code, empty, line, optionalLine } from './fields.ts'
import { paidMinor, signedMinor, windowNo } from './folio-fields.ts'
import { command, query } from './operation.ts'
import { tableFile, tableRefusals } from './table-file-fields.ts'

const minor = z.number().int()
const section = z.enum(cutoverSections, { error: 'invalid.choice' })
const whole = z.number({ error: 'invalid.number' }).int('invalid.number').min(1, 'invalid.tooSmall')
/** Where a row was in its file; of typed rows their place. */
const at = { line: whole.max(1_000_000, 'invalid.tooLarge') }
const rows = <T extends z.ZodRawShape>(fields: T) =>
  z
    .array(z.strictObject({ ...at, ...fields }))
    .max(5_000, 'invalid.tooMany')
    .default([])

const folioRows = rows({
  confirmationNo: line(40),
  window: windowNo.default(1),
  amountMinor: signedMinor,
  text: optionalLine(120).default(''),
})
const depositRows = rows({
  confirmationNo: line(40),
  kind: z.enum(depositKinds, { error: 'invalid.choice' }),
  slipNo: line(40),
  amountMinor: paidMinor,
  takenOn: businessDate,
  code: code(16),
})
const itemRows = rows({
  account: line(40),
  dated: businessDate,
  dueOn: businessDate.nullable().default(null),
  reference: optionalLine(60).default(''),
  amountMinor: signedMinor,
})
const voucherRows = rows({
  number: code(40),
  amountMinor: paidMinor,
  soldOn: businessDate,
  expiresOn: businessDate.nullable().default(null),
})
const numberRows = rows({
  series: code(16),
  year: whole.max(9999, 'invalid.tooLarge'),
  next: whole.max(999_999_999, 'invalid.tooLarge'),
})

const ledgers = <T extends z.ZodType>(one: T) =>
  z.strictObject({ guest: one, deposits: one, keyDeposits: one, cityLedger: one, vouchers: one, cash: one })

const openingFields = {
  folios: folioRows,
  deposits: depositRows,
  items: itemRows,
  vouchers: voucherRows,
  numbers: numberRows,
  safeMinor: signedMinor.default(0),
  /** The totals of the old system's trial balance. */
  trial: ledgers(signedMinor.default(0)),
}

const wrongLine = z.strictObject({
  section,
  line: minor,
  field: z.string(),
  code: z.enum(openingMistakes),
  value: z.string(),
})

const compared = z.array(
  z.strictObject({
    ledger: z.enum(openingLedgers),
    trialMinor: minor,
    sumMinor: minor,
    /** What the lines are above the trial balance. */
    offMinor: minor,
  }),
)

export const status = query({
  name: 'cutover.status',
  about: 'Whether opening balances were taken over, and when.',
  input: empty,
  output: z.strictObject({
    done: z.boolean(),
    on: businessDate.nullable(),
    postings: minor,
    /** Postings of other kinds that are there already. */
    others: minor,
  }),
  permission: 'settings-money',
  reads: ['posting'],
})

export const readText = query({
  name: 'cutover.readText',
  about:
    'Reads pasted or filed lines (comma, semicolon or tab) of one section; every wrong field is named with its line.',
  input: z.strictObject({
    section,
    text: z.string({ error: 'invalid.text' }).max(2_000_000, 'invalid.tooLong'),
  }),
  output: z.strictObject({
    rows: z.strictObject({
      folios: folioRows,
      deposits: depositRows,
      items: itemRows,
      vouchers: voucherRows,
      numbers: numberRows,
    }),
    wrong: z.array(wrongLine),
  }),
  refusals: ['CUTOVER_UNREADABLE'],
  permission: 'settings-money',
  reads: [],
})

export const readFile = query({
  name: 'cutover.readFile',
  about:
    'The lines of one section out of a CSV or XLSX file that was handed over, their cells in the order of the section’s columns. Of a workbook the sheet that is called as the section.',
  input: z.strictObject({ section, ...tableFile }),
  output: z.strictObject({
    lines: z.array(z.strictObject({ line: minor, cells: z.array(z.string()) })),
    sheet: z.string(),
  }),
  /** FILE_COLUMNS_MISSING carries the section as `why`. */
  refusals: tableRefusals,
  permission: 'settings-money',
  reads: [],
})

export const preview = query({
  name: 'cutover.preview',
  about: 'All sums of opening balances against the trial balance, and every line that can’t be taken over.',
  input: z.strictObject(openingFields),
  output: z.strictObject({ ledgers: compared, wrong: z.array(wrongLine) }),
  permission: 'settings-money',
  reads: ['booking', 'account', 'folio', 'deposit', 'voucher', 'transaction-code', 'paper-series'],
})

export const post = command({
  name: 'cutover.post',
  about:
    'Posts opening balances as of the business date against equity, all or nothing, once until it is undone. Next numbers stay after an undo.',
  input: z.strictObject({
    ...openingFields,
    /** Posts although the lines are not the trial balance. */
    acceptDifferences: z.boolean().default(false),
  }),
  output: z.strictObject({ postings: minor, ledgers: compared }),
  refusals: ['CUTOVER_DONE', 'CUTOVER_EMPTY', 'CUTOVER_WRONG', 'CUTOVER_DIFFERS', 'CHART_NEEDED'],
  permission: 'settings-money',
  undoable: true,
})
