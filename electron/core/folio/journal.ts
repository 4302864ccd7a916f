import {
  readJournalAccounts,
  readJournalPage,
  readOpening,
  readPaidCurrencies,
} from '#db/queries/folio/journal.ts'
import { accountNames, journalHead, journalPosting } from '#shared/domain/folio/plain-journal.ts'
import { refuse } from '#shared/values/index.ts'
import { reads } from '../kernel/handler.ts'

/** Postings of one page: some hundred kilobytes of text. */
const pageSize = 1000

/** The ledger as a plain-text journal, page by page, so that years of it take no memory. */
export const journal = reads('ledger.journal', async (db, { from, to, format, after }, ctx) => {
  if (to < from) return refuse('DATES_REVERSED', { from, to })
  const home = ctx.hotel.currency
  const accounts = await readJournalAccounts(db)
  const names = accountNames(accounts)
  const head =
    after === null
      ? journalHead(format, {
          accounts,
          currencies: [...new Set([home, ...(await readPaidCurrencies(db))])],
          from,
          opening: await readOpening(db, from),
        })
      : ''
  const at = after ?? { date: '', id: 0 }
  const page = await readJournalPage(db, { from, to, date: at.date, after: at.id, limit: pageSize })
  const last = page.at(-1)
  return {
    text: head + page.map((one) => journalPosting(format, one, names, home)).join(''),
    next: page.length === pageSize && last ? { date: last.date as typeof from, id: last.id } : null,
  }
})
