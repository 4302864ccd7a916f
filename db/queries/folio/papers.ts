import { type RawBuilder, sql } from 'kysely'
import type { PaperContent, PaperKind, PaperRow } from '#shared/domain/folio/paper.ts'
import type { BusinessDate, FolioId, PaperId, PostingId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

/** A paper with the credit note that takes it back, and how often it was printed. */
export type PaperOnFile = PaperRow & {
  reversedBy: { id: PaperId; label: string } | null
  prints: number
}

type Row = PaperRow & { reversedById: PaperId | null; reversedByLabel: string | null; prints: number }

const columns = sql.raw(`
  p.id, p.kind, p.series_id as seriesId, p.year, p.number, p.label, p.issued_on as issuedOn, p.business_date as businessDate,
  p.moment, p.actor, p.folio_id as folioId, p.window, p.posting_id as postingId, p.language, p.payee_name as payeeName,
  p.net_minor as netMinor, p.tax_minor as taxMinor, p.gross_minor as grossMinor, p.reverses,
  c.id as reversedById, c.label as reversedByLabel,
  coalesce((select copies + 1 from paper_prints where paper_id = p.id), 0) as prints`)
const tables = sql.raw('papers p left join papers c on c.reverses = p.id')

function paperOf({ reversedById, reversedByLabel, ...row }: Row): PaperOnFile {
  const reversedBy = reversedById === null ? null : { id: reversedById, label: reversedByLabel ?? '' }
  return { ...row, reversedBy }
}

const byId = preparedSql(
  (at: { id: PaperId }) => sql<Row>`select ${columns} from ${tables} where p.id = ${at.id}`,
)
const contentById = preparedSql(
  (at: { id: PaperId }) => sql<{ content: string }>`select content from papers where id = ${at.id}`,
)

/** A numbered paper with what was printed; null where there is none. */
export async function readPaper(
  db: Reader,
  id: PaperId,
): Promise<{ paper: PaperOnFile; content: PaperContent } | null> {
  const row = await byId.first(db, { id })
  const kept = await contentById.first(db, { id })
  return row && kept ? { paper: paperOf(row), content: JSON.parse(kept.content) as PaperContent } : null
}

const ofPosting = preparedSql(
  (at: { posting: PostingId; kind: PaperKind }) => sql<{ id: PaperId; label: string }>`
    select id, label from papers where posting_id = ${at.posting} and kind = ${at.kind} order by id limit 1`,
)
/** The receipt of a posting. */
export async function readPaperOfPosting(db: Reader, posting: PostingId, kind: PaperKind) {
  return ofPosting.first(db, { posting, kind })
}

const byLabel = preparedSql(
  (at: { label: string; kind: PaperKind }) => sql<{ id: PaperId }>`
    select id from papers where label = ${at.label} and kind = ${at.kind} order by id limit 1`,
)
/** The paper of a kind that has a number. */
export async function readPaperByLabel(db: Reader, label: string, kind: PaperKind) {
  return byLabel.first(db, { label, kind })
}

export type PaperFilter = {
  text: string
  kind: PaperKind | undefined
  folioId: FolioId | undefined
  from: BusinessDate | undefined
  to: BusinessDate | undefined
  after: number | null
  limit: number
}

function conditions({ text, kind, folioId, from, to, after }: PaperFilter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`1 = 1`]
  if (kind) all.push(sql`p.kind = ${kind}`)
  if (folioId !== undefined) all.push(sql`p.folio_id = ${folioId}`)
  if (from) all.push(sql`p.issued_on >= ${from}`)
  if (to) all.push(sql`p.issued_on <= ${to}`)
  if (after !== null) all.push(sql`p.id < ${after}`)
  if (text !== '') {
    const like = `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
    all.push(sql`(lower(p.label) like ${like} escape '\\' or lower(p.payee_name) like ${like} escape '\\')`)
  }
  return sql.join(all, sql` and `)
}

/** A page of papers, the newest first. */
export async function readPaperPage(db: Reader, filter: PaperFilter): Promise<PaperOnFile[]> {
  const query = preparedSql(
    () =>
      sql<Row>`select ${columns} from ${tables} where ${conditions(filter)} order by p.id desc limit ${filter.limit}`,
  )
  return (await query.all(db, {})).map(paperOf)
}
