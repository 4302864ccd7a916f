/** What a demo hotel is asked for with, and what comes of it. */
import type { DemoLanguage } from '#core/demo/data/words.ts'
import { type BusinessDate, businessDateOf } from '#shared/values/index.ts'

export type DemoOptions = {
  seed: number
  rooms: number
  years: number
  /** Else as rooms and years suggest. */
  guests?: number
  bookings?: number
  /** Else the store's own, else the day of the demonstration. */
  businessDate?: BusinessDate
  language: DemoLanguage
  /** Of the users that are made when the store has none. */
  password?: string
}

/** What a demo hotel opens with when nobody names a day. */
export const demoDate = businessDateOf('2026-03-02')
/** The password of the users of a demo hotel when nobody names another. */
export const demoPassword = 'keyrack-demo'

export type DemoResult = {
  hotel: string
  businessDate: BusinessDate
  rooms: number
  guests: number
  bookings: number
  members: number
  changes: number
  /** Who can sign in; empty where the store had its users already. */
  users: readonly string[]
}
