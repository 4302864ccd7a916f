import { readFapiaoLineIds, readFapiaoPage } from '#db/queries/folio/fapiao.ts'
import { fapiaoImage } from '#db/repositories/folio/fapiao.ts'
import { reads } from '../../kernel/handler.ts'
import { keyOf, keyText } from '../../kernel/page-key.ts'

/** Requests for 发票, the newest first, each with its lines. */
export const listFapiao = reads('fapiao.list', async (db, { status, folioId, text, limit, after }) => {
  const key = keyOf<[number]>(after)?.[0] ?? null
  const rows = await readFapiaoPage(db, { status, folioId, text, after: key, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const shown = []
  for (const row of page)
    shown.push({
      id: row.id,
      version: row.version,
      ...fapiaoImage(row),
      lineIds: await readFapiaoLineIds(db, row.id),
    })
  const last = page.at(-1)
  return { rows: shown, next: rows.length > limit && last ? keyText([last.id]) : null }
})
