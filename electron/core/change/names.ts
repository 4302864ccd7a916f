import type { Reader } from '#db/dialect/connection.ts'
import { readAccountNames, readGuestNames, readUserNames, readWritten } from '#db/queries/change-names.ts'
import type { AccountId, GuestId } from '#shared/values/index.ts'

type Image = Record<string, unknown> | null
type Named = { before: Image; after: Image }

/** Fields of a booking that mean somebody by an id. */
const meaning: Readonly<Record<string, 'guest' | 'account'>> = {
  guestId: 'guest',
  bookerId: 'guest',
  agencyId: 'account',
  companyId: 'account',
}

export type ChangeNames = {
  /** The user’s name; the login of who is no user. */
  actor: (login: string) => string
  /** Who wrote a row of the log that undid another, and when. */
  undone: (seq: number | null) => { moment: string; actorName: string } | null
  /** What the guests and accounts are called that these images mean: `guest:12` → 张伟. */
  inRow: (row: Named) => Record<string, string>
}

/** Names for a page of the log, a statement per kind that occurs on it. */
export async function changeNames(
  db: Reader,
  rows: readonly (Named & { actor: string })[],
  undoers: readonly number[],
): Promise<ChangeNames> {
  const written = await readWritten(db, undoers)
  const logins = [...rows, ...written.values()].map(({ actor }) => actor)
  const users = await readUserNames(db, [...new Set(logins)])
  const meant = new Set(rows.flatMap(meantBy))
  const idsOf = (kind: string) =>
    [...meant].filter((key) => key.startsWith(`${kind}:`)).map((key) => Number(key.slice(kind.length + 1)))
  const guests = await readGuestNames(db, idsOf('guest') as GuestId[])
  const accounts = await readAccountNames(db, idsOf('account') as AccountId[])
  const called = new Map<string, string>()
  for (const [id, name] of guests) called.set(`guest:${id}`, name)
  for (const [id, name] of accounts) called.set(`account:${id}`, name)
  const actor = (login: string) => users.get(login) ?? login
  return {
    actor,
    undone: (seq) => {
      const row = seq === null ? undefined : written.get(seq)
      return row ? { moment: row.moment, actorName: actor(row.actor) } : null
    },
    inRow: (row) =>
      Object.fromEntries(
        meantBy(row).flatMap((key) => {
          const name = called.get(key)
          return name ? [[key, name]] : []
        }),
      ),
  }
}

function meantBy({ before, after }: Named): string[] {
  return [...idsIn(before), ...idsIn(after)]
}

function idsIn(image: Image): string[] {
  if (image === null) return []
  const companions = image.companions
  return [
    ...Object.entries(meaning).flatMap(([field, kind]) =>
      typeof image[field] === 'number' ? [`${kind}:${image[field]}`] : [],
    ),
    ...(typeof companions === 'object' && companions !== null
      ? Object.keys(companions).map((id) => `guest:${id}`)
      : []),
  ]
}
