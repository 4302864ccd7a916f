import { type Selectable, sql } from 'kysely'
import type { OfferImage, SuggestionVoteImage } from '#shared/domain/insight/suggest/outcome.ts'
import type { BookingId, BusinessDate, GuestId, OfferId, SuggestionVoteId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { OffersTable, SuggestionVotesTable } from '../../schema/offer.ts'

function offerImage(row: Selectable<OffersTable>): OfferImage {
  return {
    guestId: row.guest_id,
    bookingId: row.booking_id,
    item: row.item,
    basis: row.basis as OfferImage['basis'],
    rule: row.rule,
    outcome: row.outcome as OfferImage['outcome'],
    place: row.place as OfferImage['place'],
    notedOn: row.noted_on,
    notedAt: row.noted_at,
    notedBy: row.noted_by,
  }
}

/** An image's columns; the demo writes whole rows with it. */
export function offerColumns(image: OfferImage): Omit<Selectable<OffersTable>, 'id' | 'version'> {
  return {
    guest_id: image.guestId,
    booking_id: image.bookingId,
    item: image.item,
    basis: image.basis,
    rule: image.rule,
    outcome: image.outcome,
    place: image.place,
    noted_on: image.notedOn,
    noted_at: image.notedAt,
    noted_by: image.notedBy,
  }
}

export async function loadOffer(db: Reader, id: number) {
  const row = await readWith(db)
    .selectFrom('offers')
    .selectAll()
    .where('id', '=', id as OfferId)
    .executeTakeFirst()
  return row ? { image: offerImage(row), version: row.version } : null
}

/** The note of this offer: for a booking the one there is, without a booking that of the business date. */
export async function findOffer(
  db: Reader,
  at: { guestId: GuestId; bookingId: BookingId | null; item: string; notedOn: BusinessDate },
): Promise<OfferId | null> {
  const { rows } = await sql<{ id: OfferId }>`
    select id from offers where guest_id = ${at.guestId} and item = ${at.item} and booking_id is ${at.bookingId}
      and (booking_id is not null or noted_on = ${at.notedOn}) order by id desc limit 1`.execute(readWith(db))
  return rows[0]?.id ?? null
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveOffer(
  tx: Writer,
  id: number,
  before: OfferImage | null,
  after: OfferImage | null,
): Promise<void> {
  const offerId = id as OfferId
  if (!after) await writeWith(tx).deleteFrom('offers').where('id', '=', offerId).execute()
  else if (!before)
    await writeWith(tx)
      .insertInto('offers')
      .values({ id: offerId, ...offerColumns(after), version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('offers')
      .set((eb) => ({ ...offerColumns(after), version: eb('version', '+', 1) }))
      .where('id', '=', offerId)
      .execute()
}

function voteImage(row: Selectable<SuggestionVotesTable>): SuggestionVoteImage {
  return {
    votedBy: row.voted_by,
    kind: row.kind as SuggestionVoteImage['kind'],
    vote: row.vote as SuggestionVoteImage['vote'],
    votedAt: row.voted_at,
  }
}

export function voteColumns(
  image: SuggestionVoteImage,
): Omit<Selectable<SuggestionVotesTable>, 'id' | 'version'> {
  return { voted_by: image.votedBy, kind: image.kind, vote: image.vote, voted_at: image.votedAt }
}

export async function loadVote(db: Reader, id: number) {
  const row = await readWith(db)
    .selectFrom('suggestion_votes')
    .selectAll()
    .where('id', '=', id as SuggestionVoteId)
    .executeTakeFirst()
  return row ? { image: voteImage(row), version: row.version } : null
}

export async function findVote(db: Reader, votedBy: string, kind: string): Promise<SuggestionVoteId | null> {
  const row = await readWith(db)
    .selectFrom('suggestion_votes')
    .select('id')
    .where('voted_by', '=', votedBy)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.id ?? null
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveVote(
  tx: Writer,
  id: number,
  before: SuggestionVoteImage | null,
  after: SuggestionVoteImage | null,
): Promise<void> {
  const voteId = id as SuggestionVoteId
  if (!after) await writeWith(tx).deleteFrom('suggestion_votes').where('id', '=', voteId).execute()
  else if (!before)
    await writeWith(tx)
      .insertInto('suggestion_votes')
      .values({ id: voteId, ...voteColumns(after), version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('suggestion_votes')
      .set((eb) => ({ ...voteColumns(after), version: eb('version', '+', 1) }))
      .where('id', '=', voteId)
      .execute()
}
