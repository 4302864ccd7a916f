/** Settings and users of a demo hotel, where the store has none of its own. */

import { type DemoUser, demoUsers } from '#core/demo/data/hotel.ts'
import type { DemoLanguage } from '#core/demo/data/words.ts'
import type { Writer } from '#db/handles.ts'
import { passwordStamp } from '#db/password-stamp.ts'
import { hasUsers } from '#db/repositories/access/repository.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { insertSettings, type SettingsRow, updateSettings } from '#db/repositories/hotel/repository.ts'
import { flag } from '#db/schema/flag.ts'
import type { BusinessDate, UserId } from '#shared/values/index.ts'
import { hashPassword } from '../access/public.ts'
import type { Diary, Staff, When } from './diary.ts'
import { demoPassword } from './options.ts'

export type FoundHotel = {
  name: string
  currency: string
  timeZone: string
  country: string
  /** Logins that were made, with the password asked for. */
  users: string[]
  /** Whether the settings are the demo's own. */
  isNew: boolean
  /** Writes the rows of the log, which needs the time zone first. */
  tell: (diary: Diary, when: When) => void
}

export type HotelOptions = { language: DemoLanguage; businessDate: BusinessDate; password?: string }

export async function createHotel(
  tx: Writer,
  bulk: Bulk,
  settings: SettingsRow | undefined,
  options: HotelOptions,
): Promise<FoundHotel> {
  const told: { entity: string; id: number; image: object }[] = []
  if (settings) await updateSettings(tx, settings.version, { origin: 'demo' })
  else told.push({ entity: 'settings', id: 1, image: await newSettings(tx, options) })
  const users: string[] = []
  if (!(await hasUsers(tx))) {
    const hash = await hashPassword(options.password ?? demoPassword)
    for (const user of demoUsers) {
      told.push({ entity: 'user', ...newUser(bulk, user, hash, options) })
      users.push(user.login)
    }
  }
  return {
    name: settings?.hotel_name ?? hotelName(options.language),
    currency: settings?.currency ?? 'CNY',
    timeZone: settings?.time_zone ?? 'Asia/Shanghai',
    country: settings?.country ?? 'CHN',
    users,
    isNew: !settings,
    tell: (diary, when) => {
      for (const { entity, id, image } of told) {
        // The closes move the date on from the day on which the log begins
        const after = entity === 'settings' ? { ...image, businessDate: diary.date(when.day) } : image
        const entry = { entity, entityId: id, bookingId: null, before: null, after }
        diary.write(when, diary.manager, 'job.startDemo', entry)
      }
    },
  }
}

function hotelName(language: DemoLanguage): string {
  return language === 'zh' ? '演示酒店' : 'Demo Hotel'
}

async function newSettings(tx: Writer, { language, businessDate }: HotelOptions): Promise<object> {
  const row = {
    hotel_name: hotelName(language),
    language,
    currency: 'CNY',
    time_zone: 'Asia/Shanghai',
    country: 'CHN',
    business_date: businessDate,
    origin: 'demo',
  }
  await insertSettings(tx, row)
  return {
    hotelName: row.hotel_name,
    language,
    currency: row.currency,
    timeZone: row.time_zone,
    country: row.country,
    businessDate,
  }
}

function newUser(
  bulk: Bulk,
  user: DemoUser,
  password_hash: string,
  { language, businessDate }: HotelOptions,
) {
  const id = bulk.nextId('users') as UserId
  const name = language === 'zh' ? user.nameZh : user.nameEn
  bulk.into.users({
    id,
    login: user.login,
    name,
    role: user.role,
    language,
    password_hash,
    active: flag(true),
    failed_attempts: 0,
    wait_until: null,
    last_sign_in: null,
    created_at: `${businessDate}T00:00:00.000Z`,
    version: 1,
  })
  const passwordSet = passwordStamp(password_hash)
  return { id, image: { login: user.login, name, role: user.role, language, active: true, passwordSet } }
}

/** Who works when. */
export function staffOf(): Staff {
  const on = (shift: DemoUser['shift']) =>
    demoUsers.filter((user) => user.shift === shift).map(({ login }) => login)
  return {
    office: on('office'),
    morning: on('morning'),
    evening: on('evening'),
    night: on('night'),
    reservations: on('reservations'),
  }
}
