import { z } from 'zod'
import { journalFormats } from '../domain/folio/plain-journal.ts'
import { businessDate } from './fields.ts'
import { query } from './operation.ts'

export const journal = query({
  name: 'ledger.journal',
  about:
    'The postings of a period as a plain-text journal for hledger or beancount, a page at a time; the first page has accounts and opening balances.',
  input: z.strictObject({
    from: businessDate,
    to: businessDate,
    format: z.enum(journalFormats, { error: 'invalid.choice' }).default('hledger'),
    /** Where the page before ended. */
    after: z
      .strictObject({ date: businessDate, id: z.number().int().nonnegative() })
      .nullable()
      .default(null),
  }),
  output: z.strictObject({
    text: z.string(),
    next: z.strictObject({ date: businessDate, id: z.number().int() }).nullable(),
  }),
  refusals: ['DATES_REVERSED'],
  permission: 'ledger-read',
  reads: ['posting', 'ledger-account'],
})
