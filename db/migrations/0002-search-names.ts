import { type Kysely, sql } from 'kysely'
import { sortKey } from '#shared/domain/name/pinyin.ts'
import { guestTokens } from '#shared/domain/search/tokens.ts'

type Names = { id: number; nativeName: string; familyName: string; givenName: string; sortKey: string }
type Value = { guestId: number; kind: string; value: string }

/** Guests at a time: their rows in memory, written by one statement. */
const batch = 2000
const searchMemory = 64 * 1024 * 1024

/**
 * Names are found by more spellings (traditional characters, readings, umlauts, Arabic forms, apostrophes), so every
 * guest is indexed again and gets the place in the list that the folded name has. The tables are read as they are at
 * this version.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`insert into guest_search (guest_search) values ('delete-all')`.execute(db)
  // Gathered in memory and left as one run: merged step by step, a million guests would take several times as long.
  await configure(db, 'hashsize', searchMemory)
  await configure(db, 'automerge', 0)
  for (
    let last = 0, guests = await namesAfter(db, last);
    guests.length > 0;
    guests = await namesAfter(db, last)
  ) {
    await indexAgain(db, guests)
    last = guests.at(-1)?.id ?? last
  }
  await sql`insert into guest_search (guest_search) values ('optimize')`.execute(db)
  // What FTS5 has when nobody says otherwise.
  await configure(db, 'hashsize', 1024 * 1024)
  await configure(db, 'automerge', 4)
}

async function configure(db: Kysely<unknown>, name: string, value: number): Promise<void> {
  // The number is in the text: a bound one would be a float, which FTS5 refuses.
  await sql`insert into guest_search (guest_search, rank) values (${name}, ${sql.lit(value)})`.execute(db)
}

async function namesAfter(db: Kysely<unknown>, last: number): Promise<Names[]> {
  const { rows } = await sql<Names>`
    select id, native_name as "nativeName", family_name as "familyName", given_name as "givenName", sort_key as "sortKey"
    from guests where id > ${last} order by id limit ${batch}`.execute(db)
  return rows
}

async function indexAgain(db: Kysely<unknown>, guests: readonly Names[]): Promise<void> {
  const values = await valuesOf(db, guests[0]?.id ?? 0, guests.at(-1)?.id ?? 0)
  const tokens: [number, string][] = []
  const keys: [number, string][] = []
  for (const guest of guests) {
    const own = values.get(guest.id) ?? []
    const of = (...kinds: string[]) =>
      own.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value)
    const found = guestTokens({
      ...guest,
      phones: of('mobile', 'phone'),
      emails: of('email'),
      documents: of('document'),
      memberships: of('membership'),
    })
    if (found !== '') tokens.push([guest.id, found])
    const key = sortKey(guest)
    if (key !== guest.sortKey) keys.push([guest.id, key])
  }
  await sql`insert into guest_search (rowid, tokens)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify(tokens)})`.execute(db)
  await sql`update guests set sort_key = found.value ->> 1
    from json_each(${JSON.stringify(keys)}) found where guests.id = found.value ->> 0`.execute(db)
}

/** Telephones, e-mails, documents and memberships of the guests from one id to another. */
async function valuesOf(db: Kysely<unknown>, from: number, to: number): Promise<Map<number, Value[]>> {
  const { rows } = await sql<Value>`
    select guest_id as "guestId", kind, value from guest_contacts where guest_id between ${from} and ${to}
    union all select guest_id, 'document', number from guest_documents where guest_id between ${from} and ${to}
    union all select guest_id, 'membership', number from memberships where guest_id between ${from} and ${to}`.execute(
    db,
  )
  return Map.groupBy(rows, ({ guestId }) => guestId)
}
