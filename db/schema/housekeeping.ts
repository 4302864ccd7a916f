import type { Flag } from './flag.ts'

export type HousekeepingSettingsTable = {
  id: number
  departure_state: string
  stay_over_state: string
  reopened_state: string
  linen_every: number
  inspection_needed: Flag
  check_after_days: number
  departure_credits: number
  stay_over_credits: number
  linen_credits: number
  pickup_credits: number
  day_credits: number
  version: number
}
