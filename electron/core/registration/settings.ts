import type { Reader } from '#db/handles.ts'
import { loadRegistrationSettings } from '#db/repositories/registration/settings.ts'
import type { RegistrationColumn } from '#shared/domain/registration/fields.ts'
import { registrationColumns } from '#shared/domain/registration/fields.ts'
import {
  type RegistrationSettings,
  usualRegistrationSettings,
} from '#shared/domain/registration/registration.ts'
import { ok } from '#shared/values/index.ts'
import { create, edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writes } from '../kernel/handler.ts'
import { conflict } from '../kernel/outcome.ts'
import { registrationSettingAggregate } from './aggregates.ts'
import { countryRuleOn, registrationOfCountry } from './country-rules.ts'

/** The one row of settings of registration. */
const SETTINGS = 1

/** Columns of a hotel whose country has no file. */
const plainColumns: readonly RegistrationColumn[] = [
  'no',
  'room',
  'name',
  'nationality',
  'documentNumber',
  'at',
]

export async function registrationSettings(
  db: Reader,
): Promise<{ image: RegistrationSettings; version: number }> {
  return (await loadRegistrationSettings(db, SETTINGS)) ?? { image: usualRegistrationSettings, version: 0 }
}

/** The columns of lists: the hotel's own for its country, else those of the country's file. */
export async function columnsOf(
  db: Reader,
  ctx: Pick<Context, 'hotel' | 'businessDate'>,
): Promise<RegistrationColumn[]> {
  const { country } = ctx.hotel
  const { image } = await registrationSettings(db)
  const own = registrationColumns.filter((column) => image.columns[country]?.includes(column))
  // In the hotel's order, and only what there is
  if (own.length > 0)
    return (image.columns[country] as RegistrationColumn[]).filter((one) => own.includes(one))
  return [...(countryRuleOn(country, ctx.businessDate)?.columns ?? plainColumns)]
}

export const getSettings = reads('registration.settings', async (db, _input, ctx) => {
  const { image, version } = await registrationSettings(db)
  const { country } = ctx.hotel
  const found = registrationOfCountry(country)
  return {
    country,
    file: found && {
      nameEn: found.nameEn,
      nameZh: found.nameZh,
      noteEn: found.noteEn,
      noteZh: found.noteZh,
      sources: [...found.sources],
      columns: [...(countryRuleOn(country, ctx.businessDate)?.columns ?? plainColumns)],
    },
    columns: await columnsOf(db, ctx),
    confirmAfterDays: image.confirmAfterDays,
    version,
  }
})

export const saveSettings = writes('registration.saveSettings', async (tx, ctx, input) => {
  const { image, version } = await registrationSettings(tx)
  const { [ctx.hotel.country]: _own, ...others } = image.columns
  const columns = input.columns.length > 0 ? { ...others, [ctx.hotel.country]: [...input.columns] } : others
  const next: RegistrationSettings = { columns, confirmAfterDays: input.confirmAfterDays }
  if (version > 0) return edit(tx, ctx, registrationSettingAggregate, SETTINGS, input.version, () => ok(next))
  if (input.version !== 0) return conflict('registration-setting', SETTINGS)
  return create(tx, ctx, registrationSettingAggregate, SETTINGS, next)
})
