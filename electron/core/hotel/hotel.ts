import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { hasRates } from '#db/queries/hotel/has-rates.ts'
import { readSettings, updateSettings as updateRow } from '#db/repositories/hotel/repository.ts'
import { refuse } from '#shared/values/index.ts'
import { backupState } from '../backup/public.ts'
import { reads, writes } from '../kernel/handler.ts'
import { changeOf, conflict, done } from '../kernel/outcome.ts'
import { present } from '../kernel/present.ts'
import { programVersion } from '../kernel/version.ts'
import { settingsImage, settingsRow } from './settings-aggregate.ts'

export const state = reads('hotel.state', async (db, _input, ctx) => {
  const row = await readSettings(db)
  return {
    hotelName: ctx.hotel.hotelName,
    language: ctx.hotel.language,
    currency: ctx.hotel.currency,
    timeZone: ctx.hotel.timeZone,
    country: ctx.hotel.country,
    businessDate: ctx.businessDate,
    origin: row?.origin === 'demo' ? ('demo' as const) : ('empty' as const),
    store: {
      name: basename(ctx.store.file),
      bytes: statSync(ctx.store.file).size,
      ...(await backupState(db, ctx)),
      lost: ctx.store.lost,
    },
    idleMinutes: ctx.hotel.idleMinutes,
    version: programVersion,
  }
})

export const settings = reads('hotel.settings', async (db, _input, ctx) => {
  const row = await readSettings(db)
  return {
    ...ctx.hotel,
    address: row?.address ?? '',
    phone: row?.phone ?? '',
    email: row?.email ?? '',
    version: row?.version ?? 1,
  }
})

export const updateSettings = writes('hotel.updateSettings', async (tx, _ctx, input) => {
  const row = await readSettings(tx)
  if (!row || row.version !== input.version) return conflict('settings', 1)
  const { version, ...given } = input
  const before = settingsImage(row)
  const after = { ...before, ...present(given) }
  if (after.currency !== before.currency && (await hasRates(tx))) {
    return refuse('CURRENCY_IN_USE', { currency: String(before.currency) })
  }
  const changes = changeOf('settings', 1, before, after)
  if (changes.length === 0) return done({ version }, [])
  await updateRow(tx, version, settingsRow(after))
  return done({ version: version + 1 }, changes)
})
