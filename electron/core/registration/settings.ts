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
  const { confirmAfterDays, headings, version } = await registrationSettings.view(db)
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
    headings: headings[country] ?? {},
    confirmAfterDays,
    version,
  }
})

export const saveSettings = writes('registration.saveSettings', async (tx, ctx, input) => {
  const before = await registrationSettings.read(tx)
  const { country } = ctx.hotel
  const words = Object.entries(input.headings).filter(([, word]) => word !== '')
  return registrationSettings.save(tx, ctx, input.version, {
    columns: withCountry(before.columns, country, input.columns.length > 0 ? [...input.columns] : null),
    headings: withCountry(before.headings, country, words.length > 0 ? Object.fromEntries(words) : null),
    confirmAfterDays: input.confirmAfterDays,
  })
})

/** What is kept by country with another value for one; null: nothing of its own. */
function withCountry<V>(
  all: Readonly<Record<string, V>>,
  country: string,
  value: V | null,
): Record<string, V> {
  const { [country]: _own, ...others } = all
  return value === null ? others : { ...others, [country]: value }
}
