import type { Reader } from '#db/handles.ts'
import { type PaperOnFile, readPaper, readPaperPage } from '#db/queries/folio/papers.ts'
import { readFolioSettings } from '#db/repositories/folio/chart.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { type PaperSize, paperSizes } from '#shared/domain/folio/paper-size.ts'
import { isRefused, refuse } from '#shared/values/index.ts'
import { reads } from '../../kernel/handler.ts'
import { keyOf, keyText } from '../../kernel/page-key.ts'
import { windowContent } from './content.ts'
import { paperHtml } from './html.ts'

/** What a window's paper says now, with the page to print. */
export const previewPaper = reads('paper.preview', async (db, input, ctx) => {
  const found = await windowContent(db, ctx, input)
  if (isRefused(found)) return found
  const size = await sizeOf(db, input.size)
  return { content: found.content, html: paperHtml(found.content, { size, copy: 0 }) }
})

/** A numbered paper as it was issued. The page is how it looked the first time; what is printed says which copy it is. */
export const getPaper = reads('paper.get', async (db, input) => {
  const found = await readPaper(db, input.id)
  if (!found) return refuse('PAPER_UNKNOWN', { id: input.id })
  const size = await sizeOf(db, input.size)
  const { paper, content } = found
  return { paper: paperRow(paper), content, html: paperHtml(content, { size, copy: 0 }) }
})

/** Numbered papers, the newest first. */
export const listPapers = reads('paper.list', async (db, input) => {
  const after = keyOf<[number]>(input.after)?.[0] ?? null
  const { text, kind, folioId, from, to, limit } = input
  const rows = await readPaperPage(db, { text, kind, folioId, from, to, after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page.map(paperRow), next: rows.length > limit && last ? keyText([last.id]) : null }
})

function paperRow({
  seriesId: _series,
  year: _year,
  number: _number,
  ...row
}: PaperOnFile): OutputOf<'paper.list'>['rows'][number] {
  return row
}

/** The size that was asked for, else the hotel's own. */
export async function sizeOf(db: Reader, asked: PaperSize | undefined): Promise<PaperSize> {
  if (asked) return asked
  const { image } = await readFolioSettings(db)
  return paperSizes.find((size) => size === image.paperSize) ?? 'a4'
}
