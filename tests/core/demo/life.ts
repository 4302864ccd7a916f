import { compose } from '#core/compose.ts'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { ChangesTable } from '#db/schema/change.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { tempFolder } from '#tests/support/app.ts'
import { wholeLog } from '#tests/support/whole-log.ts'

type Part = Record<string, never> | null
/** A row of the log with its parts read. */
export type Row = Omit<ChangesTable, 'before' | 'after'> & { before: Part; after: Part }
export type Night = { roomTypeId: number; roomId: number | null; rateMinor: number }
export type Image = {
  status: string
  arrival: BusinessDate
  departure: BusinessDate
  nights: Record<BusinessDate, Night>
  [field: string]: unknown
}
/** A change of a booking, with the whole booking before and after it. */
export type BookingChange = { row: Row; was: Image | null; is: Image }

/** A demo hotel of ten rooms and one year, and what its log tells; there after `liveThrough`. */
export let raw: RawDatabase
export let rows: Row[] = []
export let bookingChanges: BookingChange[] = []
export const progress: [number, number][] = []
/** What the job answered at its end. */
export let result: unknown = null
/** The day it is demonstrated on, in the hotel until half past ten. */
export const today = '2026-03-02'

let folder: ReturnType<typeof tempFolder>

/** Makes the hotel. */
export async function liveThrough(): Promise<void> {
  folder = tempFolder()
  progress.length = 0
  const file = `${folder.path}/life.keyrack`
  const log = {
    defect: (_incident: string, error: unknown) => {
      throw error
    },
    info: () => undefined,
  }
  const app = await compose({ file, mode: 'either', log })
  if ('trouble' in app) throw new Error(app.trouble.code)
  app.events.on((event) => {
    if (event.type === 'job') progress.push([event.progress.done, event.progress.total])
  })
  const user = { id: null, login: 'cli:test', name: '', role: 'administrator', language: 'en' } as const
  const desk = app.desk({ workstation: 'TEST', language: 'en', user })
  const reply = await desk.call('job.startDemo', { seed: 11, rooms: 10, years: 1 })
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  const ended = await app.jobs.ended((reply.output as { job: string }).job)
  if (ended?.state !== 'done') throw new Error(JSON.stringify(ended))
  result = ended.result
  await app.close()
  raw = openRaw(file, { readonly: true })
  rows = (raw.prepare(`select * from ${wholeLog} order by seq`).all() as ChangesTable[]).map((row) => ({
    ...row,
    before: row.before && JSON.parse(row.before),
    after: row.after && JSON.parse(row.after),
  }))
  bookingChanges = readBookingChanges()
}

/** Takes it away again. */
export function clearAway(): void {
  raw.close()
  folder.remove()
}

/** Every change of a booking, with the booking before and after it. */
function readBookingChanges(): BookingChange[] {
  const images = new Map<number, Image>()
  return rows.flatMap((row) => {
    if (row.entity !== 'booking') return []
    const was = images.get(row.entity_id) ?? null
    const is = {
      ...was,
      ...row.after,
      nights: { ...was?.nights, ...(row.after?.nights as unknown as object) },
    } as Image
    for (const [night, image] of Object.entries(is.nights))
      if (image === null) delete is.nights[night as BusinessDate]
    images.set(row.entity_id, is)
    return [{ row, was, is }]
  })
}

/** Changes of bookings by these operations. */
export function of(...operations: string[]): BookingChange[] {
  return bookingChanges.filter(({ row }) => operations.includes(row.operation))
}

/** The one number that a statement asks for. */
export function count(sql: string): number {
  return raw.prepare(sql).pluck().get() as number
}

export function values(sql: string): unknown[] {
  return raw.prepare(sql).pluck().all()
}

/** The hour in Shanghai, with its minutes as a fraction. */
export function hourOf({ moment }: Row): number {
  return (Date.parse(moment) / 3_600_000 + 8) % 24
}

export function dayOfMoment({ moment }: Row): string {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)
}

export function nightsOf({ nights }: Image): string[] {
  return Object.keys(nights).sort()
}
