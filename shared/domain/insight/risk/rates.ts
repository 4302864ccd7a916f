/**
 * Plain shares by segment and channel, for a hotel with too little past for a model: each group's own share, drawn towards
 * the whole hotel's as if 20 more bookings had been like that.
 */
import { drawnBy } from './enough.ts'
import type { MadeBookings } from './made.ts'

export type GroupRates = {
  overall: number
  bookings: number
  groups: { segment: string; channel: string; bookings: number; rate: number }[]
}

/** From the rows that count and whether it happened. */
export function fitRates(made: MadeBookings, rows: Uint32Array, happened: Uint8Array): GroupRates {
  const groups = new Map<string, { segment: string; channel: string; bookings: number; positives: number }>()
  let positives = 0
  rows.forEach((row, at) => {
    const segment = segmentOf(made, row)
    const channel = channelOf(made, row)
    const key = `${segment}\n${channel}`
    const group = groups.get(key) ?? { segment, channel, bookings: 0, positives: 0 }
    group.bookings += 1
    group.positives += happened[at] as number
    positives += happened[at] as number
    groups.set(key, group)
  })
  const overall = rows.length === 0 ? 0 : positives / rows.length
  return {
    overall,
    bookings: rows.length,
    groups: [...groups.values()]
      .map(({ segment, channel, bookings, positives }) => ({
        segment,
        channel,
        bookings,
        rate: (positives + drawnBy * overall) / (bookings + drawnBy),
      }))
      .sort((a, b) => b.bookings - a.bookings || (a.segment + a.channel < b.segment + b.channel ? -1 : 1)),
  }
}

/** The rate of each row's group; the hotel's for a group that was not there before. */
export function applyRates(rates: GroupRates, made: MadeBookings, rows: Uint32Array): Float64Array {
  const byGroup = new Map(rates.groups.map(({ segment, channel, rate }) => [`${segment}\n${channel}`, rate]))
  return Float64Array.from(
    rows,
    (row) => byGroup.get(`${segmentOf(made, row)}\n${channelOf(made, row)}`) ?? rates.overall,
  )
}

function segmentOf({ words, codes }: MadeBookings, row: number): string {
  return words.segment[codes.segment[row] as number] as string
}

function channelOf({ words, codes }: MadeBookings, row: number): string {
  return words.channel[codes.channel[row] as number] as string
}
