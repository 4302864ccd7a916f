import { sql } from 'kysely'
import type { DepositId, FolioLineId, PostingId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import type { PaymentsTable } from '../../schema/folio.ts'

const root = preparedSql(
  (at: { id: FolioLineId }) => sql<{ id: FolioLineId; postingId: PostingId; kind: string }>`
    with recursive up (id, about, posting_id, kind, step) as (
      select l.id, l.about, l.posting_id, p.kind, 0 from folio_lines l join postings p on p.id = l.posting_id where l.id = ${at.id}
      union all
      select l.id, l.about, l.posting_id, p.kind, u.step + 1 from up u join folio_lines l on l.id = u.about
        join postings p on p.id = l.posting_id where u.kind in ('transfer', 'split', 'correction')
    )
    select id, posting_id as postingId, kind from up order by step desc limit 1`,
)

/** The line that a line was first, before it was moved from window to window. */
export async function readRootLine(db: Reader, id: FolioLineId) {
  const row = await root.first(db, { id })
  if (!row) throw new Error(`no line ${id}`)
  return row
}

/** How a line was paid; undefined where it is no payment. */
export async function readPaymentOfLine(db: Reader, posting: PostingId, line: FolioLineId) {
  return paymentOfPosting.first(db, { posting, line })
}

const paymentOfPosting = preparedSql(
  (at: { posting: PostingId; line: FolioLineId }) => sql<PaymentsTable>`
    select * from payments where posting_id = ${at.posting} and line_id = ${at.line}`,
)

const depositOfPosting = preparedSql(
  (at: { posting: PostingId }) => sql<{
    depositId: DepositId
    kind: 'deposit' | 'key'
    move: 'applied' | 'forfeited'
  }>`
    select m.deposit_id as depositId, d.kind, m.kind as move from deposit_moves m join deposits d on d.id = m.deposit_id
    where m.posting_id = ${at.posting} and m.kind in ('applied', 'forfeited')`,
)

/** The deposit that a posting applied, or that it kept as a charge. */
export async function readDepositSide(db: Reader, posting: PostingId) {
  return depositOfPosting.first(db, { posting })
}
