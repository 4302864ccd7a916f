import { sql } from 'kysely'
import type { LineTax } from '#shared/domain/folio/tax.ts'
import type {
  BookingId,
  BusinessDate,
  FolioId,
  FolioLineId,
  TransactionCodeId,
} from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

/** A charge of a stay as it was first posted, with the taxes that stand for it now. */
export type ChargeOfStay = {
  id: FolioLineId
  codeId: TransactionCodeId
  serviceDate: BusinessDate
  text: string
  quantity: number
  unitMinor: number
  netMinor: number
  grossMinor: number
  roomNo: string
  /** Where the first of its lines stands now. */
  folioId: FolioId
  window: number
  taxes: LineTax[]
}

type Row = Omit<ChargeOfStay, 'taxes'> & { taxes: string }

/**
 * Taxed charges whose lines stand whole, wherever they were moved or split. Of each the sums of all that stands for it: its
 * lines and the changes of its taxes. The parts that sharers have of a night are one charge, for its taxes are those of the
 * whole; what an invoice rounds is its own. One of which a part was taken off is left alone.
 */
const charges = preparedSql(
  (at: { id: BookingId }) => sql<Row>`
    with recursive posted (root, id, quantity) as (
      select min(l.id) over parts, l.id, sum(l.quantity) over parts
      from folio_lines l join postings p on p.id = l.posting_id
      where l.booking_id = ${at.id} and l.negates is null and l.facts is not null and l.about is null
        and p.kind in ('charge', 'room', 'fee')
      window parts as (partition by l.posting_id, iif(p.kind = 'room', l.code_id || ' ' || l.unit_minor, l.id))
    ),
    tree (root, id) as (
      select root, id from posted
      union all
      select t.root, l.id from tree t join folio_lines l on l.about = t.id join postings p on p.id = l.posting_id
      where p.kind in ('transfer', 'split', 'correction', 'tax-change') and p.origin is null
    ),
    standing as (
      select t.root, l.* from tree t join folio_lines l on l.id = t.id
      where not exists (select 1 from folio_lines n where n.negates = l.id)
    ),
    sums as (
      select root, sum(net_minor) as net, sum(gross_minor) as gross, sum(quantity) as quantity, min(id) as first
      from standing group by root
    )
    select r.id, r.code_id as codeId, r.service_date as serviceDate, r.text, p.quantity, r.unit_minor as unitMinor,
      s.net as netMinor, s.gross as grossMinor, coalesce(r.room_no, '') as roomNo, f.folio_id as folioId, f.window,
      (select json_group_array(json_object('taxId', tax_id, 'rate', rate, 'baseMinor', base, 'taxMinor', tax)) from (
        select x.tax_id, x.rate, sum(x.base_minor) as base, sum(x.tax_minor) as tax from standing g
        join line_taxes x on x.line_id = g.id where g.root = r.id group by x.tax_id, x.rate)) as taxes
    from sums s join posted p on p.id = s.root join folio_lines r on r.id = s.root join folio_lines f on f.id = s.first
    where s.quantity = p.quantity order by r.id`,
)

/** The taxed charges of a booking with what stands for each. */
export async function readChargesOf(db: Reader, id: BookingId): Promise<ChargeOfStay[]> {
  return (await charges.all(db, { id })).map((row) => ({ ...row, taxes: JSON.parse(row.taxes) as LineTax[] }))
}
