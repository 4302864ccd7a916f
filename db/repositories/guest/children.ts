import { entryOf, type Plain, samePlain } from '#shared/domain/change/change.ts'
import type { DocumentKind } from '#shared/domain/document/kinds.ts'
import type {
  AlertArea,
  Blocking,
  ConsentChannel,
  ContactKind,
  PreferenceSource,
} from '#shared/domain/guest/choices.ts'
import type { GuestChildren, GuestIdentity } from '#shared/domain/guest/image.ts'
import type { PreferenceGroup } from '#shared/domain/guest/preferences.ts'
import type { AlertId, ContactId, DocumentId, GuestId, NoteId, PreferenceId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { maxIdEver } from '../../dialect/sqlite/ids.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'

/** The tables of what belongs to a guest. */
export const childTables = [
  'guest_contacts',
  'guest_documents',
  'guest_preferences',
  'guest_tags',
  'guest_notes',
  'guest_alerts',
  'guest_consents',
] as const

/** What a guest's image keys by row number. */
type Keyed = 'guest_contacts' | 'guest_documents' | 'guest_preferences' | 'guest_notes' | 'guest_alerts'

/**
 * The id of the next contact, document, preference, note or alert, drawn inside the transaction. It is never given
 * twice: what undo brings back finds its own id free.
 */
export async function nextChildId(tx: Writer, table: Keyed): Promise<number> {
  return (await maxIdEver(tx, table)) + 1
}

type OfGuest = { guestId: GuestId }

const contactsOf = prepared((db, at: OfGuest) =>
  db.selectFrom('guest_contacts').selectAll().where('guest_id', '=', at.guestId).orderBy('id'),
)
const documentsOf = prepared((db, at: OfGuest) =>
  db.selectFrom('guest_documents').selectAll().where('guest_id', '=', at.guestId).orderBy('id'),
)
const preferencesOf = prepared((db, at: OfGuest) =>
  db.selectFrom('guest_preferences').selectAll().where('guest_id', '=', at.guestId).orderBy('id'),
)
const tagsOf = prepared((db, at: OfGuest) =>
  db.selectFrom('guest_tags').selectAll().where('guest_id', '=', at.guestId).orderBy('tag'),
)
const notesOf = prepared((db, at: OfGuest) =>
  db.selectFrom('guest_notes').selectAll().where('guest_id', '=', at.guestId).orderBy('id'),
)
const alertsOf = prepared((db, at: OfGuest) =>
  db.selectFrom('guest_alerts').selectAll().where('guest_id', '=', at.guestId).orderBy('id'),
)
const consentsOf = prepared((db, at: OfGuest) =>
  db.selectFrom('guest_consents').selectAll().where('guest_id', '=', at.guestId).orderBy('channel'),
)

/** Everything that belongs to a guest, one statement per kind, in the order it was added. */
export async function readChildren(db: Reader, guestId: GuestId): Promise<GuestChildren> {
  const of = { guestId }
  const identity = await readIdentityParts(db, guestId)
  const preferences = await preferencesOf.all(db, of)
  const tags = await tagsOf.all(db, of)
  const notes = await notesOf.all(db, of)
  const alerts = await alertsOf.all(db, of)
  const consents = await consentsOf.all(db, of)
  return {
    ...identity,
    preferences: keyed(preferences, (row) => [
      row.id,
      {
        group: row.category as PreferenceGroup,
        value: row.value,
        source: row.source as PreferenceSource,
        notedOn: row.noted_on,
      },
    ]),
    tags: keyed(tags, (row) => [row.tag, true]),
    notes: keyed(notes, (row) => [row.id, { text: row.text, at: row.at, by: row.by }]),
    alerts: keyed(alerts, (row) => [
      row.id,
      { area: row.area as AlertArea, text: row.text, blocks: row.blocks as Blocking },
    ]),
    consents: keyed(consents, (row) => [
      row.channel,
      { granted: row.granted === 1, at: row.at, wording: row.wording, by: row.by },
    ]),
  }
}

/** By what a guest is reached and proven: contacts and documents alone, in the order they were added. */
export async function readIdentityParts(
  db: Reader,
  guestId: GuestId,
): Promise<Pick<GuestIdentity, 'contacts' | 'documents'>> {
  const contacts = await contactsOf.all(db, { guestId })
  const documents = await documentsOf.all(db, { guestId })
  return {
    contacts: keyed(contacts, (row) => [
      row.id,
      {
        kind: row.kind as ContactKind,
        value: row.value,
        primary: row.is_primary === 1,
        agencyMasked: row.agency_masked === 1,
      },
    ]),
    documents: keyed(documents, (row) => [
      row.id,
      {
        kind: row.kind as DocumentKind,
        number: row.number,
        country: row.country,
        expiresOn: row.expires_on,
      },
    ]),
  }
}

/** Writes the entries that differ: missing ones are deleted, those new or changed are put in their place. */
export async function saveChildren(
  tx: Writer,
  guestId: GuestId,
  before: GuestChildren | null,
  after: GuestChildren,
): Promise<void> {
  const guest_id = guestId
  await eachChanged(before?.contacts, after.contacts, async (key, contact) => {
    const id = Number(key) as ContactId
    await writeWith(tx).deleteFrom('guest_contacts').where('id', '=', id).execute()
    if (!contact) return
    const { kind, value } = contact
    const flags = { is_primary: flag(contact.primary), agency_masked: flag(contact.agencyMasked) }
    await writeWith(tx)
      .insertInto('guest_contacts')
      .values({ id, guest_id, kind, value, ...flags })
      .execute()
  })
  await eachChanged(before?.documents, after.documents, async (key, document) => {
    const id = Number(key) as DocumentId
    await writeWith(tx).deleteFrom('guest_documents').where('id', '=', id).execute()
    if (!document) return
    const { kind, number, country } = document
    await writeWith(tx)
      .insertInto('guest_documents')
      .values({ id, guest_id, kind, number, country, expires_on: document.expiresOn })
      .execute()
  })
  await eachChanged(before?.preferences, after.preferences, async (key, preference) => {
    const id = Number(key) as PreferenceId
    await writeWith(tx).deleteFrom('guest_preferences').where('id', '=', id).execute()
    if (!preference) return
    const { group, value, source, notedOn } = preference
    await writeWith(tx)
      .insertInto('guest_preferences')
      .values({ id, guest_id, category: group, value, source, noted_on: notedOn })
      .execute()
  })
  await saveWords(tx, guestId, before, after)
}

async function saveWords(
  tx: Writer,
  guestId: GuestId,
  before: GuestChildren | null,
  after: GuestChildren,
): Promise<void> {
  const guest_id = guestId
  await eachChanged(before?.tags, after.tags, async (tag, present) => {
    await writeWith(tx)
      .deleteFrom('guest_tags')
      .where('guest_id', '=', guestId)
      .where('tag', '=', tag)
      .execute()
    if (present) await writeWith(tx).insertInto('guest_tags').values({ guest_id, tag }).execute()
  })
  await eachChanged(before?.notes, after.notes, async (key, note) => {
    const id = Number(key) as NoteId
    await writeWith(tx).deleteFrom('guest_notes').where('id', '=', id).execute()
    if (note)
      await writeWith(tx)
        .insertInto('guest_notes')
        .values({ id, guest_id, ...note })
        .execute()
  })
  await eachChanged(before?.alerts, after.alerts, async (key, alert) => {
    const id = Number(key) as AlertId
    await writeWith(tx).deleteFrom('guest_alerts').where('id', '=', id).execute()
    if (alert)
      await writeWith(tx)
        .insertInto('guest_alerts')
        .values({ id, guest_id, ...alert })
        .execute()
  })
  await eachChanged(before?.consents, after.consents, async (channel, consent) => {
    await writeWith(tx)
      .deleteFrom('guest_consents')
      .where('guest_id', '=', guestId)
      .where('channel', '=', channel)
      .execute()
    if (!consent) return
    const { granted, at, wording, by } = consent
    await writeWith(tx)
      .insertInto('guest_consents')
      .values({ guest_id, channel: channel as ConsentChannel, granted: flag(granted), at, wording, by })
      .execute()
  })
}

type Collection<P> = { [key: string]: P }

/** Calls for every entry that is new, changed or removed (`null`); the removed come first, so that their keys are free. */
async function eachChanged<P extends Plain>(
  before: Collection<P> | undefined,
  after: Collection<P>,
  write: (key: string, part: P | null) => Promise<void>,
): Promise<void> {
  for (const key of Object.keys(before ?? {})) if (!Object.hasOwn(after, key)) await write(key, null)
  for (const [key, part] of Object.entries(after)) {
    if (!samePlain(entryOf(before ?? {}, key), part)) await write(key, part)
  }
}

function keyed<R, P>(rows: readonly R[], entry: (row: R) => [string | number, P]): Record<string, P> {
  return Object.fromEntries(rows.map(entry))
}
