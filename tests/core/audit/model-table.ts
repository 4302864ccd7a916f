import { expect } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { InputOf, OperationName, OutputOf, ReplyOf } from '#shared/contract/index.ts'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import type { TestApp } from '#tests/support/app.ts'
import type { FolioHotel } from '#tests/support/folio.ts'

export type Booking = {
  status: 'confirmed' | 'in-house' | 'checked-out' | 'cancelled' | 'no-show'
  arrival: BusinessDate
  departure: BusinessDate
  roomId: number | null
}

/** All that a hotel is, as simply as it can be said. */
export type Model = {
  date: BusinessDate
  bookings: Map<number, Booking>
  /** The nights that were posted: `booking night`. */
  posted: Set<string>
  /** What each room is in. */
  rooms: Map<number, Housekeeping>
  /** When each closed room is out of order. */
  closures: Map<number, { roomId: number; from: BusinessDate; to: BusinessDate }>
  /** Who visits whom: gone or not. */
  visitors: Map<number, { left: boolean }>
}

export type App = TestApp & { made: FolioHotel }
/** An act by the command that did it, with the model before and after. */
export type Done = { change: number; before: Model; after: Model }
export type Table = { app: App; model: Model; done: Done[] }

/** Calls, and changes the model where it was done; every change has rows of its command in the log. */
export async function call<N extends OperationName>(
  table: Table,
  name: N,
  input: InputOf<N>,
  effect: (model: Model, output: OutputOf<N>) => void,
) {
  const before = structuredClone(table.model)
  const reply = (await table.app.call(name, input)) as ReplyOf<N> & { change?: number }
  if (!reply.ok && 'fault' in reply)
    throw new Error(`${name}: ${JSON.stringify(reply)} ${table.app.defects.at(-1)}`)
  if (!reply.ok) return
  effect(table.model, reply.output as OutputOf<N>)
  const { change } = reply
  if (change === undefined) expect([name, table.model]).toEqual([name, before])
  else {
    expect(operationsOf(table.app.file, change)).toEqual([name])
    table.done.push({ change, before, after: structuredClone(table.model) })
  }
}

function operationsOf(file: string, change: number) {
  return inStore(file, (raw) =>
    raw.prepare('select distinct operation from changes where command = ?').pluck().all(change),
  )
}

export function inStore<T>(file: string, look: (raw: RawDatabase) => T): T {
  const raw = openRaw(file, { readonly: true })
  try {
    return look(raw)
  } finally {
    raw.close()
  }
}

export const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)]
export const whose = (model: Model, holds: (one: Booking) => boolean) =>
  [...model.bookings].filter(([, one]) => holds(one)).map(([id]) => id as BookingId)
export const due = (model: Model) =>
  whose(model, (one) => one.status === 'confirmed' && one.arrival <= model.date)
export const inHouse = (model: Model) => whose(model, (one) => one.status === 'in-house')
export const leaving = (model: Model) =>
  whose(model, (one) => one.status === 'in-house' && one.departure <= model.date)
