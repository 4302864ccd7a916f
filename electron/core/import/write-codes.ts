import type { Writer } from '#db/handles.ts'
import { readKnownCodes } from '#db/queries/import/imports.ts'
import { updateMostPersons } from '#db/repositories/import/repository.ts'
import type { AccountId, RatePlanId, RoomId, RoomTypeId } from '#shared/values/index.ts'
import type { WriteParts } from './write-parts.ts'

/** Things that rows name by a code: found on file by it, or made as they appear. Rooms and rate plans are never made. */
export type CodeBook = {
  /** `persons` that slept in the type at once: the most of them is what it takes. */
  roomType: (code: string, persons?: number) => RoomTypeId
  /** By its code or its name, which is what a file gives. */
  account: (kind: 'agency' | 'company', name: string) => AccountId | null
  room: (number: string) => RoomId | null
  ratePlan: (code: string) => RatePlanId | null
  /** The same without making anything: null for what is not on file. */
  knownType: (code: string) => RoomTypeId | null
  knownAccount: (kind: 'agency' | 'company', code: string) => AccountId | null
  /** The type of a room. */
  typeOfRoom: (id: RoomId) => RoomTypeId | null
  /** What a thing is called by its code. */
  codeOf: (kind: 'type' | 'room' | 'plan' | 'account', id: number | null) => string
  /** Writes what is known at the end (the most persons of a new type) and the change rows of what was made. */
  finish: () => Promise<void>
  made: { roomTypes: number; accounts: number }
}

/** Longest codes that the settings pages can edit. */
const longestCode = 16
const longestAccountCode = 32
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
  // By name too: a name with signs that no code has (Probe® Hotels) is under a code of its own.
  const accounts = new Map(known.accounts.map(({ id, kind, name }) => [`${kind} ${name}`, id]))
  for (const { id, kind, code } of known.accounts) accounts.set(`${kind} ${code}`, id)
  const rooms = new Map(known.rooms.map(({ id, number }) => [plain(number), id]))
  const typesOfRooms = new Map(known.rooms.map(({ id, room_type_id }) => [id, room_type_id]))
  const names = namesOf(known)
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
    names.type.set(id, type.code)
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
    account: (kind, name) => {
      if (name === '') return null
      const key = `${kind} ${name}`
      const onFile = accounts.get(key)
      if (onFile) return onFile
      const id = bulk.nextId('accounts') as AccountId
      const code = accountCode(name, (taken) => accounts.has(`${kind} ${taken}`))
      bulk.insertAccount({ id, kind, code, name, active: 1, version: 1 })
      const after = { kind, code, name, active: true }
      bulk.insertChange(
        header,
        { entity: 'account', entityId: id, bookingId: null, before: null, after },
        command,
      )
      accounts.set(key, id).set(`${kind} ${code}`, id)
      names.account.set(id, name)
      made.accounts += 1
      return id
    },
    room: (number) => rooms.get(plain(number)) ?? null,
    ratePlan: (code) => (code === '' ? null : (plans.get(plain(code)) ?? null)),
    knownType: (code) => types.get(plain(code)) ?? null,
    knownAccount: (kind, code) => accounts.get(`${kind} ${code}`) ?? null,
    typeOfRoom: (id) => typesOfRooms.get(id) ?? null,
    codeOf: (kind, id) => (id === null ? '' : (names[kind].get(id) ?? '')),
    finish: () => writeNewTypes(parts, tx, newTypes.values()),
  }
}

/** What things on file are called, by their ids. */
function namesOf({ roomTypes, rooms, ratePlans, accounts }: Awaited<ReturnType<typeof readKnownCodes>>) {
  return {
    type: new Map<number, string>(roomTypes.map(({ id, code }) => [id, code])),
    room: new Map<number, string>(rooms.map(({ id, number }) => [id, number])),
    plan: new Map<number, string>(ratePlans.map(({ id, code }) => [id, code])),
    account: new Map<number, string>(accounts.map(({ id, name }) => [id, name])),
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

/** The name itself where a code may be written so; else its letters with a number, which no file gives as a name. */
function accountCode(name: string, isTaken: (code: string) => boolean): string {
  const letters = name.replace(/[^\p{L}\p{N}\-_./+ ]|\p{Default_Ignorable_Code_Point}/gu, '')
  const plain = letters.replace(/\s+/g, ' ').replace(/^[^\p{L}\p{N}]+/u, '')
  if (plain === name && name.length <= longestAccountCode && !isTaken(name)) return name
  for (let number = 1; ; number++) {
    const code = `${plain.slice(0, longestAccountCode - 5).trim() || 'account'}-${number}`
    if (!isTaken(code)) return code
  }
}
