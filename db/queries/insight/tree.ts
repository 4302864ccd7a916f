import type { BusinessDate, GuestId, Moment } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'

/** Which tree of a target there is; null where there is none. */
export async function readTreeHead(
  db: Reader,
  target: string,
): Promise<{ asOf: BusinessDate; moment: Moment } | null> {
  const row = await readWith(db)
    .selectFrom('insight.tree_models')
    .select(['as_of', 'moment'])
    .where('target', '=', target)
    .executeTakeFirst()
  return row ? { asOf: row.as_of as BusinessDate, moment: row.moment as Moment } : null
}

export type LeafAsked = { target: string; leaf: number }

/** Guests under a rule who are still on file, by number, from after `after`. */
export async function readLeafGuests(
  db: Reader,
  { target, leaf }: LeafAsked,
  after: number,
  limit: number,
): Promise<GuestId[]> {
  const rows = await readWith(db)
    .selectFrom('insight.guest_tree as t')
    .innerJoin('guests as g', (join) => join.on((eb) => eb('g.id', '=', eb.ref('t.guest_id') as never)))
    .select('g.id')
    .where('t.target', '=', target)
    .where('t.leaf', '=', leaf)
    .where('t.guest_id', '>', after)
    .orderBy('t.guest_id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** How many fall under a rule, and the share that it gives each. */
export async function readLeafTotal(
  db: Reader,
  { target, leaf }: LeafAsked,
): Promise<{ total: number; share: number | null }> {
  const row = await readWith(db)
    .selectFrom('insight.guest_tree')
    .select(({ fn }) => [fn.countAll<number>().as('total'), fn.min('share').as('share')])
    .where('target', '=', target)
    .where('leaf', '=', leaf)
    .executeTakeFirst()
  return { total: row?.total ?? 0, share: row?.share ?? null }
}
