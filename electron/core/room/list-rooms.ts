import { readAllRooms, readRoomTypes } from '#db/queries/room/rooms.ts'
import { roomImage } from '#db/repositories/room/repository.ts'
import { roomTypeImage } from '#db/repositories/room/room-types.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { reads } from '../kernel/handler.ts'

export const listRoomTypes = reads('room.listTypes', async (db) =>
  (await readRoomTypes(db)).map((row) => ({
    id: row.id,
    ...roomTypeImage(row),
    rooms: row.rooms,
    version: row.version,
  })),
)

// 301 is before 1001, and 3A after 3
const asCounted = new Intl.Collator('en', { numeric: true })

export const listRooms = reads(
  'room.list',
  async (db) =>
    (await readAllRooms(db))
      .map((row) => ({ id: row.id, ...roomImage(row), version: row.version }))
      .sort((a, b) => asCounted.compare(a.number, b.number)) as OutputOf<'room.list'>,
)
