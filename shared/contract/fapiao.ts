import { z } from 'zod'
import { fapiaoKinds, fapiaoStatuses } from '../domain/folio/fapiao.ts'
import type { FapiaoId, FolioId, FolioLineId } from '../values/index.ts'
import {
  businessDate,
  id,
  line,
  nextPage,
  optionalLine,
  pageBy,
  saved,
  sortedKey,
  typedLine,
  version,
} from './fields.ts'
import { lineIds } from './folio-fields.ts'
import { command, query } from './operation.ts'
import { file } from './report-file-fields.ts'

const one = { id: id<FapiaoId>(), version }
const changeRefusals = ['FAPIAO_UNKNOWN', 'FAPIAO_STATUS'] as const

/** Lengths are those of the tax platform's own form. */
const details = z.strictObject({
  /** The buyer is a person, not a company. */
  person: z.boolean().default(false),
  address: optionalLine(100).default(''),
  phone: optionalLine(60).default(''),
  bank: optionalLine(100).default(''),
  account: optionalLine(60).default(''),
  email: optionalLine(72).default(''),
  remark: optionalLine(230).default(''),
})

export const ask = command({
  name: 'fapiao.ask',
  about: 'Asks for a 发票 over lines of a folio; a line is on one live request.',
  input: z.strictObject({
    folioId: id<FolioId>(),
    lineIds,
    kind: z.enum(fapiaoKinds, { error: 'invalid.choice' }).default('ordinary'),
    title: line(100),
    taxNo: z
      .string()
      .trim()
      .regex(/^([0-9A-Z]{15,20})?$/, 'invalid.taxNo')
      .default(''),
    details: details.prefault({}),
  }),
  output: z.strictObject({ ...saved<FapiaoId>().shape, amountMinor: z.number().int() }),
  refusals: [
    'FOLIO_UNKNOWN',
    'LINE_UNKNOWN',
    'LINE_GONE',
    'LINE_NOT_CHARGE',
    'LINE_ON_FAPIAO',
    'FAPIAO_NO_ITEM',
    'FAPIAO_NO_RATE',
    'FAPIAO_NOT_POSITIVE',
    'FAPIAO_TAX_NO',
    'FAPIAO_CURRENCY',
  ],
  permission: 'invoice',
  undoable: false,
})

export const exportBatch = command({
  name: 'fapiao.export',
  about: 'All requests that were asked for, as the tax platform’s workbook for issuing many at once.',
  input: z.strictObject({}),
  output: z.strictObject({ ...file.shape, count: z.number().int() }),
  refusals: ['FAPIAO_NONE'],
  permission: 'invoice',
  undoable: false,
  receipt: false,
})

export const setIssued = command({
  name: 'fapiao.setIssued',
  about: 'Records the number and the date that the tax platform gave.',
  input: z.strictObject({
    ...one,
    number: z
      .string()
      .trim()
      .regex(/^\d{8,20}$/, 'invalid.fapiaoNo'),
    date: businessDate,
  }),
  output: saved<FapiaoId>(),
  refusals: [...changeRefusals, 'FAPIAO_NUMBER_TAKEN'],
  permission: 'invoice',
  undoable: false,
})

export const setRed = command({
  name: 'fapiao.setRed',
  about: 'Records the red 发票 that takes an issued one back; its lines are free again.',
  input: z.strictObject({
    ...one,
    redNumber: z
      .string()
      .trim()
      .regex(/^\d{8,20}$/, 'invalid.fapiaoNo'),
    date: businessDate,
  }),
  output: saved<FapiaoId>(),
  refusals: [...changeRefusals, 'FAPIAO_NUMBER_TAKEN'],
  permission: 'invoice',
  undoable: false,
})

export const withdraw = command({
  name: 'fapiao.withdraw',
  about: 'Withdraws a request that is not issued; its lines are free again.',
  input: z.strictObject(one),
  output: saved<FapiaoId>(),
  refusals: changeRefusals,
  permission: 'invoice',
  undoable: false,
})

export const list = query({
  name: 'fapiao.list',
  about: 'Requests for 发票 by state, folio, title and number, the newest first.',
  input: z.strictObject({
    status: z.enum(fapiaoStatuses, { error: 'invalid.choice' }).optional(),
    folioId: id<FolioId>().optional(),
    text: typedLine().default(''),
    ...pageBy(sortedKey('number')),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id<FapiaoId>(),
        version,
        folioId: id<FolioId>(),
        kind: z.enum(fapiaoKinds),
        title: z.string(),
        taxNo: z.string(),
        details,
        status: z.enum(fapiaoStatuses),
        amountMinor: z.number().int(),
        askedOn: businessDate,
        exportedOn: businessDate.nullable(),
        number: z.string().nullable(),
        issuedOn: businessDate.nullable(),
        redNumber: z.string().nullable(),
        redOn: businessDate.nullable(),
        lineIds: z.array(id<FolioLineId>()),
      }),
    ),
    next: nextPage,
  }),
  permission: 'folio-read',
  reads: ['fapiao'],
})
