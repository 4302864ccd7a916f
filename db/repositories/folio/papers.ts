import { sql } from 'kysely'
import type { PaperContent, PaperRow } from '#shared/domain/folio/paper.ts'
import type { FolioLineId, PaperId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Writer } from '../../handles.ts'

/** The columns of a paper with what is printed. */
export function paperColumns(row: PaperRow, content: PaperContent) {
  return {
    id: row.id,
    kind: row.kind,
    series_id: row.seriesId,
    year: row.year,
    number: row.number,
    label: row.label,
    issued_on: row.issuedOn,
    business_date: row.businessDate,
    moment: row.moment,
    actor: row.actor,
    folio_id: row.folioId,
    window: row.window,
    posting_id: row.postingId,
    language: row.language,
    payee_name: row.payeeName,
    content: JSON.stringify(content),
    net_minor: row.netMinor,
    tax_minor: row.taxMinor,
    gross_minor: row.grossMinor,
    reverses: row.reverses,
  }
}

/** Writes a paper with what is printed. Neither is ever changed. */
export async function insertPaper(tx: Writer, row: PaperRow, content: PaperContent): Promise<void> {
  await writeWith(tx).insertInto('papers').values(paperColumns(row, content)).execute()
}

const invoiceLines = preparedSql(
  (at: { paper: PaperId; ids: string }) => sql`
    insert into paper_lines (line_id, round, kind, paper_id)
    select value, (select count(*) from paper_lines c where c.line_id = value and c.kind = 'credit'), 'invoice', ${at.paper}
    from json_each(${at.ids})`,
)
/** Puts lines on an invoice: a line that is on one that was not credited fails by its key. */
export async function linkInvoiceLines(
  tx: Writer,
  paper: PaperId,
  ids: readonly FolioLineId[],
): Promise<void> {
  await invoiceLines.run(tx, { paper, ids: JSON.stringify(ids) })
}

const creditLines = preparedSql(
  (at: { paper: PaperId; invoice: PaperId }) => sql`
    insert into paper_lines (line_id, round, kind, paper_id)
    select line_id, round, 'credit', ${at.paper} from paper_lines where paper_id = ${at.invoice} and kind = 'invoice'`,
)
/** Takes the lines of an invoice off it, so that they may be invoiced again. */
export async function linkCreditLines(tx: Writer, paper: PaperId, invoice: PaperId): Promise<void> {
  await creditLines.run(tx, { paper, invoice })
}

const countPrint = preparedSql(
  (at: { paper: PaperId }) => sql<{ copies: number }>`
    insert into paper_prints (paper_id, copies) values (${at.paper}, 0)
    on conflict (paper_id) do update set copies = copies + 1 returning copies`,
)
/** Counts one more print; answers the number of the copy, 0 for the first print. */
export async function countPaperPrint(tx: Writer, paper: PaperId): Promise<number> {
  return (await countPrint.first(tx, { paper }))?.copies ?? 0
}
