import type { Writer } from '#db/handles.ts'
import { readKnownCodes } from '#db/queries/import/imports.ts'
import { updateMostPersons } from '#db/repositories/import/repository.ts'
import type { AccountId, RatePlanId, RoomId, RoomTypeId } from '#shared/values/index.ts'
import type { WriteParts } from './write-parts.ts'

/** Things that rows name by a code: found on file by it, or made as they appear. Rooms and rate plans are never made. */
export type CodeBook = {
  /** `persons` that slept in the type at once: the most of them is what it takes. */
  roomType: (code: string, persons?: number) => RoomTypeId
  account: (kind: 'agency' | 'company', code: string) => AccountId | null
  room: (number: string) => RoomId | null
  ratePlan: (code: string) => RatePlanId | null
  /** Writes what is known at the end (the most persons of a new type) and the change rows of what was made. */
  finish: () => Promise<void>
  made: { roomTypes: number; accounts: number }
}

/** Longest code that the settings page can edit. */
const longestCode = 16
const mostPersons = 20

type NewType = { id: RoomTypeId; code: string; name: string; position: number; persons: number }

export async function openCodeBook(parts: WriteParts, tx: Writer): Promise<CodeBook> {
  const { bulk, header, command } = parts
  const known = await readKnownCodes(tx)
  const types = new Map<string, RoomTypeId>()
  for (const { id, code, name_en, name_zh } of known.roomTypes) {
    for (const name of [code, name_en, name_zh])
      if (name !== '' && !types.has(plain(name))) types.set(plain(name), id)
  }
  const accounts = new Map(known.accounts.map(({ id, kind, code }) => [`${kind} ${code}`, id]))
  const rooms = new Map(known.rooms.map(({ id, number }) => [plain(number), id]))
  const plans = new Map(known.ratePlans.map(({ id, code }) => [plain(code), id]))
  const newTypes = new Map<RoomTypeId, NewType>()
  let position = known.roomTypes.reduce((last, type) => Math.max(last, type.position), 0)

  const made = { roomTypes: 0, accounts: 0 }

  function makeType(name: string): RoomTypeId {
    const id = bulk.nextId('room_types') as RoomTypeId
    made.roomTypes += 1
    position += 1
    const type = { id, code: freeCode(name, types), name, position, persons: 1 }
    bulk.into.room_types({
      id,
      code: type.code,
      name_en: name,
      name_zh: name,
      max_persons: 1,
      overbooking: 0,
      base_rate_minor: 0,
      position,
      active: 1,
      version: 1,
    })
    newTypes.set(id, type)
    types.set(plain(name), id)
    types.set(plain(type.code), id)
    return id
  }

  return {
    made,
    roomType: (name, persons = 0) => {
      const id = types.get(plain(name)) ?? makeType(name)
      const fresh = newTypes.get(id)
      if (fresh && persons > fresh.persons) fresh.persons = Math.min(persons, mostPersons)
      return id
    },
    account: (kind, code) => {
      if (code === '') return null
      const key = `${kind} ${code}`
      const onFile = accounts.get(key)
      if (onFile) return onFile
      const id = bulk.nextId('accounts') as AccountId
      bulk.insertAccount({ id, kind, code, name: code, active: 1, version: 1 })
      const after = { kind, code, name: code, active: true }
      bulk.insertChange(
        header,
        { entity: 'account', entityId: id, bookingId: null, before: null, after },
        command,
      )
      accounts.set(key, id)
      made.accounts += 1
      return id
    },
    room: (number) => rooms.get(plain(number)) ?? null,
    ratePlan: (code) => (code === '' ? null : (plans.get(plain(code)) ?? null)),
    finish: () => writeNewTypes(parts, tx, newTypes.values()),
  }
}

/** How many persons a new type takes is known only once every row was read: so are its change rows. */
async function writeNewTypes(parts: WriteParts, tx: Writer, types: Iterable<NewType>): Promise<void> {
  const { bulk, header, command } = parts
  for (const { id, code, name, position, persons } of types) {
    await updateMostPersons(tx, id, persons)
    const after = {
      code,
      nameEn: name,
      nameZh: name,
      maxPersons: persons,
      overbooking: 0,
      baseRateMinor: 0,
      position,
      active: true,
    }
    bulk.insertChange(
      header,
      { entity: 'room-type', entityId: id, bookingId: null, before: null, after },
      command,
    )
  }
}

function plain(code: string): string {
  return code.normalize('NFKC').trim().toLowerCase()
}

/** A name that is too long for a code is cut, and numbered when that makes two the same. */
function freeCode(name: string, taken: ReadonlyMap<string, unknown>): string {
  const cut = name.slice(0, longestCode).trim()
  if (!taken.has(plain(cut))) return cut
  for (let number = 2; ; number++) {
    const code = `${name.slice(0, longestCode - 4).trim()}-${number}`
    if (!taken.has(plain(code))) return code
  }
}
