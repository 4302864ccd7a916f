import type { BulkKeys } from '#db/dialect/sqlite/bulk.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { documentsOf, type ImportedDocument } from '#shared/domain/import/guest-image.ts'
import type { ImportedGuest } from '#shared/domain/import/row.ts'
import { type Match, matchPersons } from '#shared/domain/import/same-person.ts'
import { foldLatin } from '#shared/domain/name/fold.ts'
import { displayName, hasHan } from '#shared/domain/name/name.ts'
import type { GuestId } from '#shared/values/index.ts'
import { digestOf } from './digest.ts'

/** A number that stands beside another name: whose it is can't be known. */
export type Unsure = { by: 'document' | 'membership' | 'phone'; value: string; name: string }

type Found = {
  /** Null where the row names somebody new. */
  id: GuestId | null
  unsure: Unsure[]
  /** Documents of the row that nobody has. */
  free: ImportedDocument[]
  keys: Key[]
}

/** A number as the import keeps it: hashed, because it is on disk while the import runs. */
type Key = {
  by: Unsure['by'] | 'nameAndPhone'
  /** Under what it is looked up, and under what it is kept. */
  ask: readonly string[]
  keep: readonly string[]
  shown: string
  onFile?: readonly (number | undefined)[]
}

export type GuestKeys = {
  /** The guests seen with a number, in the order in which they came. */
  holders: (key: Key) => GuestId[]
  keep: (keys: readonly Key[], id: GuestId) => void
}

/** More guests than this beside one number, and it says nothing more of the next. */
const mostHolders = 8

/** Which guests the rows so far gave a number for, on disk. */
export function openGuestKeys(bulk: Bulk): GuestKeys {
  const seen: BulkKeys = bulk.keys('guests')
  const seenWith = (hash: string) => {
    const ids: GuestId[] = []
    for (let place = 0; place < mostHolders; place++) {
      const id = seen.get(`${hash}${place}`)
      if (id === undefined) break
      ids.push(id as GuestId)
    }
    return ids
  }
  return {
    holders: ({ ask, onFile = [] }) => {
      const filed = onFile.filter((id) => id !== undefined) as GuestId[]
      return [...new Set([...filed, ...ask.flatMap(seenWith)])]
    },
    keep: (keys, id) => {
      for (const hash of keys.flatMap((key) => key.keep)) {
        const known = seenWith(hash)
        if (!known.includes(id) && known.length < mostHolders) seen.add(`${hash}${known.length}`, id)
      }
    },
  }
}

/** Whom a row means of those that came before it and are on file, and which of its numbers are somebody else's. */
export function findGuest(bulk: Bulk, keys: GuestKeys, guest: ImportedGuest): Found {
  const documents = documentsOf(guest).map((document) => ({ document, key: documentKey(bulk, document) }))
  const strong = [...documents.map(({ key }) => key), ...membershipKey(bulk, guest)]
  const phone = phoneKeys(guest)
  const others = new Map<GuestId, Unsure>()
  let id: GuestId | null = null
  const ask = (key: Key, isEnough: (match: Match) => boolean) => {
    for (const holder of keys.holders(key)) {
      const person = bulk.guestPerson(holder)
      if (id !== null || !person) break
      const match = matchPersons(guest, person)
      if (isEnough(match)) id = holder
      else if (match !== 'same' && key.by !== 'nameAndPhone' && !others.has(holder))
        others.set(holder, { by: key.by, value: key.shown, name: displayName(person, 'zh') })
    }
  }
  for (const key of strong) ask(key, (match) => match !== 'differs')
  // A row with a document of its own that nobody has is somebody else, or at least unsure.
  const byPhone = documents.length === 0
  for (const key of phone) ask(key, (match) => byPhone && match === 'same')
  const free = documents.flatMap(({ document, key }) => (key.onFile?.[0] === undefined ? [document] : []))
  const unsure = [...others.values()].filter(
    (one, index, all) => all.findIndex(({ by }) => by === one.by) === index,
  )
  return { id, unsure, free, keys: [...strong, ...phone] }
}

/** A country left out could be any: a row without one asks for the number alone, and one with it for both. */
function documentKey(bulk: Bulk, { kind, country, number }: ImportedDocument): Key {
  const of = (where: string) => hashed('document', kind, where, number)
  return {
    by: 'document',
    ask: country === '' ? [of('*')] : [of(country), of('')],
    keep: [of(country), of('*')],
    shown: `${kind} …${number.slice(-4)}`,
    onFile: [country, ...(country === '' ? [] : [''])].map((where) =>
      bulk.guestByDocument(kind, where, number),
    ),
  }
}

function membershipKey(bulk: Bulk, { membershipNo }: ImportedGuest): Key[] {
  if (membershipNo === '') return []
  return [
    {
      by: 'membership',
      ...under(hashed('membership', membershipNo)),
      shown: membershipNo,
      onFile: [bulk.guestByMembership(membershipNo)],
    },
  ]
}

/** By name and number at once, because a number of a family or a firm has more holders than are looked through. */
function phoneKeys(guest: ImportedGuest): Key[] {
  const name = nameOf(guest)
  if (guest.phone === '' || guest.phoneShared || name === '') return []
  return [
    { by: 'nameAndPhone', ...under(hashed('name', name, guest.phone)), shown: '' },
    { by: 'phone', ...under(hashed('phone', guest.phone)), shown: guest.phone },
  ]
}

function under(hash: string): Pick<Key, 'ask' | 'keep'> {
  return { ask: [hash], keep: [hash] }
}

function hashed(...parts: string[]): string {
  return digestOf(JSON.stringify(parts))
}

/** Written alike, but for case, marks and spaces: 李 娜 is 李娜. */
function nameOf({ nativeName, familyName, givenName }: ImportedGuest): string {
  const native = hasHan(nativeName) ? nativeName.replace(/\s+/g, '') : nativeName
  const words = foldLatin(`${native} ${familyName} ${givenName}`).split(/\s+/)
  return words.filter((word) => word !== '').join(' ')
}
