import type { SessionLimits } from '../access/session-limits.ts'

/** The hotel's settings as they are kept. */
export type SettingsImage = SessionLimits & {
  hotelName: string
  language: string
  currency: string
  timeZone: string
  country: string
  address: string
  phone: string
  email: string
}
