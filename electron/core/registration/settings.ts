import type { Reader } from '#db/handles.ts'
import { storedRegistrationSettings } from '#db/repositories/registration/settings.ts'
import type { RegistrationColumn } from '#shared/domain/registration/fields.ts'
import { registrationColumns } from '#shared/domain/registration/fields.ts'
import { usualRegistrationSettings } from '#shared/domain/registration/registration.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writes } from '../kernel/handler.ts'
import { settingsOf } from '../kernel/settings.ts'
import { countryRuleOn, registrationOfCountry } from './country-rules.ts'

/** The settings of registration. */
export const registrationSettings = settingsOf(
  'registration-setting',
  storedRegistrationSettings,
  usualRegistrationSettings,
)

/** Columns of a hotel whose country has no file. */
const plainColumns: readonly RegistrationColumn[] = [
  'no',
  'room',
  'name',
  'nationality',
  'documentNumber',
  'at',
]

/** The columns of lists: the hotel's own for its country, else those of the country's file. */
export async function columnsOf(
  db: Reader,
  ctx: Pick<Context, 'hotel' | 'businessDate'>,
): Promise<RegistrationColumn[]> {
  const { country } = ctx.hotel
  const settings = await registrationSettings.read(db)
  const own = registrationColumns.filter((column) => settings.columns[country]?.includes(column))
  // In the hotel's order, and only what there is
  if (own.length > 0)
    return (settings.columns[country] as RegistrationColumn[]).filter((one) => own.includes(one))
  return [...(countryRuleOn(country, ctx.businessDate)?.columns ?? plainColumns)]
}

export const getSettings = reads('registration.settings', async (db, _input, ctx) => {
  const { confirmAfterDays, version } = await registrationSettings.view(db)
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
    confirmAfterDays,
    version,
  }
})

export const saveSettings = writes('registration.saveSettings', async (tx, ctx, input) => {
  const before = await registrationSettings.read(tx)
  const { [ctx.hotel.country]: _own, ...others } = before.columns
  const columns = input.columns.length > 0 ? { ...others, [ctx.hotel.country]: [...input.columns] } : others
  return registrationSettings.save(tx, ctx, input.version, {
    columns,
    confirmAfterDays: input.confirmAfterDays,
  })
})
