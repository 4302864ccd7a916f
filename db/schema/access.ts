import type { Generated } from 'kysely'
import type { BusinessDate, RoleId, UserId } from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

export type SettingsTable = {
  id: number
  hotel_name: string
  language: string
  currency: string
  time_zone: string
  country: string
  address: Generated<string>
  phone: Generated<string>
  email: Generated<string>
  business_date: BusinessDate
  origin: Generated<string>
  idle_minutes: Generated<number>
  session_hours: Generated<number>
  version: number
}

export type UsersTable = {
  id: Generated<UserId>
  login: string
  name: string
  role: string
  language: string
  password_hash: string
  active: Flag
  failed_attempts: Generated<number>
  wait_until: string | null
  last_sign_in: string | null
  created_at: string
  version: number
}

/** Roles that an administrator adjusted or made; a given one that nobody touched has no row. */
export type RolesTable = {
  id: RoleId
  code: string
  name: string
  /** JSON: `{"guest-read":true}`. */
  rights: string
  version: number
}
