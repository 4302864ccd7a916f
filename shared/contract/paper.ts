import { z } from 'zod'
import { paperKinds } from '../domain/folio/paper.ts'
import type { DepositId, FolioId, PaperId, PostingId } from '../values/index.ts'
import { businessDate, id, nextPage, pageBy, reason, sortedKey, typedLine } from './fields.ts'
import { lineIds, windowNo } from './folio-fields.ts'
import { command, query } from './operation.ts'
import {
  paperContent,
  paperFormat,
  paperLanguage,
  paperRefusals,
  paperRow,
  paperSize,
} from './paper-fields.ts'
import { file } from './report-file-fields.ts'

const ofWindow = { folioId: id<FolioId>(), window: windowNo, language: paperLanguage }
const folioRefusals = ['FOLIO_UNKNOWN', 'WINDOW_UNKNOWN'] as const
const readsPaper = ['paper', 'folio', 'posting', 'folio-setting', 'transaction-code', 'tax'] as const

export const preview = query({
  name: 'paper.preview',
  about: 'A bill, a pro forma, or what an invoice of a folio’s window would say, with the page to print.',
  input: z.strictObject({
    ...ofWindow,
    kind: z.enum(['bill', 'pro-forma', 'invoice'], { error: 'invalid.choice' }),
    lineIds: lineIds.optional(),
    size: paperSize.optional(),
  }),
  output: z.strictObject({ content: paperContent, html: z.string() }),
  refusals: [...folioRefusals, 'LINE_UNKNOWN', 'LINE_GONE', 'LINE_INVOICED', 'PAPER_EMPTY'],
  permission: 'folio-read',
  reads: [...readsPaper, 'booking', 'guest', 'account', 'settings'],
})

const issued = z.strictObject({ paperId: id<PaperId>(), label: z.string() })

export const issue = command({
  name: 'paper.issue',
  about: 'Issues an invoice of a folio’s window under the next number; its lines are on no other one then.',
  input: z.strictObject({ ...ofWindow, lineIds: lineIds.optional() }),
  output: issued,
  refusals: [
    ...folioRefusals,
    'LINE_UNKNOWN',
    'LINE_GONE',
    'LINE_INVOICED',
    'PAPER_EMPTY',
    'PAPER_NEGATIVE',
    'SERIES_MISSING',
    'EINVOICE_NO_TAX_NO',
    'EINVOICE_NO_ADDRESS',
    'EINVOICE_NO_PAYEE',
  ],
  permission: 'invoice',
  undoable: false,
})

export const credit = command({
  name: 'paper.credit',
  about: 'Issues the credit note that takes an invoice back in full; its lines may be invoiced again.',
  input: z.strictObject({ paperId: id<PaperId>(), reason }),
  output: issued,
  refusals: [
    'PAPER_UNKNOWN',
    'PAPER_NOT_INVOICE',
    'PAPER_CREDITED',
    'SERIES_MISSING',
    'FOLIO_UNKNOWN',
    'FOLIO_CLOSED',
  ],
  permission: 'invoice-credit',
  undoable: false,
})

export const receipt = command({
  name: 'paper.receipt',
  about: 'Issues the receipt of a payment or a refund; asked again, it answers the one that was issued.',
  input: z.strictObject({ postingId: id<PostingId>(), language: paperLanguage }),
  output: issued,
  refusals: ['POSTING_UNKNOWN', 'PAPER_NO_PAYMENT', 'SERIES_MISSING'],
  permission: 'invoice',
  undoable: false,
})

export const get = query({
  name: 'paper.get',
  about: 'A numbered paper as it was issued, with the page to print.',
  input: z.strictObject({ id: id<PaperId>(), size: paperSize.optional() }),
  output: z.strictObject({ paper: paperRow, content: paperContent, html: z.string() }),
  refusals: ['PAPER_UNKNOWN'],
  permission: 'folio-read',
  // Prints are logged as files that were taken out
  reads: ['paper', 'folio-setting', 'report'],
})

export const list = query({
  name: 'paper.list',
  about: 'Numbered papers by number, payee, kind, folio and day of issue, the newest first.',
  input: z.strictObject({
    text: typedLine().default(''),
    kind: z.enum(paperKinds, { error: 'invalid.choice' }).optional(),
    folioId: id<FolioId>().optional(),
    from: businessDate.optional(),
    to: businessDate.optional(),
    ...pageBy(sortedKey('number')),
  }),
  output: z.strictObject({ rows: z.array(paperRow), next: nextPage }),
  permission: 'folio-read',
  reads: ['paper', 'report'],
})

/** A numbered paper, a folio's window as it stands, or the slip of a deposit. */
const printed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paper'), id: id<PaperId>() }),
  z.strictObject({ kind: z.literal('bill'), ...ofWindow }),
  z.strictObject({ kind: z.literal('pro-forma'), ...ofWindow }),
  z.strictObject({ kind: z.literal('slip'), depositId: id<DepositId>(), language: paperLanguage }),
])

export const makeFile = command({
  name: 'paper.file',
  about:
    'A paper as a file, a page to print, or on this desk’s printer. A numbered one is marked as a copy from the second time on; an invoice’s PDF carries its data where the hotel wants it and the payee has an address.',
  input: z.strictObject({
    of: printed,
    format: paperFormat,
    /** Without it, the hotel's own. */
    size: paperSize.optional(),
  }),
  output: z.strictObject({ ...file.shape, copy: z.number().int() }),
  refusals: [...folioRefusals, ...paperRefusals, 'PAPER_UNKNOWN', 'PAPER_EMPTY', 'DEPOSIT_UNKNOWN'],
  permission: 'folio-read',
  undoable: false,
  // A file is not kept a second time in the store
  receipt: false,
})
