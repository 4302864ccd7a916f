import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a posting of this id stands: a line of it, wherever it was moved since, has not been taken off. One without
 * lines (a free night) stands until it is reversed.
 */
export const stands = (id: RawBuilder<number>) => sql<0 | 1>`(
  with recursive tree (id) as (
    select l.id from folio_lines l where l.posting_id = ${id}
    union all
    select l.id from tree t join folio_lines l on l.about = t.id join postings p on p.id = l.posting_id
    where p.kind in ('transfer', 'split', 'correction')
  )
  select case when exists (select 1 from tree)
    then exists (select 1 from tree t where not exists (select 1 from folio_lines n where n.negates = t.id))
    else not exists (select 1 from postings r where r.reverses = ${id}) end)`
