import { readAllRooms, readRoomTypes } from '#db/queries/room/rooms.ts'
import { roomImage } from '#db/repositories/room/repository.ts'
import { roomTypeImage } from '#db/repositories/room/room-types.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { may } from '../kernel/context.ts'
import { reads } from '../kernel/handler.ts'

export const listRoomTypes = reads('room.listTypes', async (db, _input, ctx) =>
  (await readRoomTypes(db)).map((row) => ({
    id: row.id,
    ...roomTypeImage(row),
    baseRateMinor: may(ctx, 'booking-read') ? row.base_rate_minor : null,
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
