import { readFolioPage, readFolioTotal } from '#db/queries/folio/list.ts'
import { reads } from '../kernel/handler.ts'
import { keyOf, keyText } from '../kernel/page-key.ts'
import { folioRow } from './get.ts'

/** Folios by kind and state, the newest first, with what they owe together. */
export const listFolios = reads('folio.list', async (db, input) => {
  const after = keyOf<[number]>(input.after)?.[0] ?? null
  const { kind, status, show, text } = input
  const filter = { kind, status, show, text, after, limit: input.limit + 1 }
  const heads = await readFolioPage(db, filter)
  const page = heads.slice(0, input.limit)
  const last = page.at(-1)
  const { total, count } = await readFolioTotal(db, filter)
  return {
    rows: page.map(folioRow),
    totalMinor: total,
    count,
    next: heads.length > page.length && last ? keyText([last.id]) : null,
  }
})
