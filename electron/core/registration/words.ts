import { documentKinds } from '#shared/domain/document/kinds.ts'
import {
  fullNameOf,
  type RegistrationColumn,
  type RegistrationField,
  registrationFields,
} from '#shared/domain/registration/fields.ts'
import { countryName } from '#shared/i18n/country-text.ts'
import { momentText } from '#shared/i18n/figure-text.ts'
import { fieldName, type Key, words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import { isBusinessDate } from '#shared/values/index.ts'
import { paperDay } from '../folio/public.ts'
import type { rowsOf } from './list.ts'

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const ofRow: Partial<Record<RegistrationColumn, Key>> = {
  no: 'registration.column.no',
  event: 'registration.column.event',
  at: 'registration.column.at',
  room: 'registration.column.room',
  confirmationNo: 'registration.column.confirmationNo',
  name: 'registration.column.name',
  state: 'registration.column.state',
  stateAt: 'registration.column.stateAt',
  by: 'registration.column.by',
}

/** What a column is called. */
export function columnTitle(column: RegistrationColumn, language: Language): string {
  const key = ofRow[column]
  return key ? words(language, key) : fieldName([column], language)
}

/** A fact about a guest as it is read by people: kinds and countries by their names, dates as the language writes them. */
export function fieldText(field: RegistrationField, value: string, language: Language): string {
  if (value === '') return ''
  if (field === 'documentKind' && (documentKinds as readonly string[]).includes(value))
    return words(language, `guest.document.${value}` as Key)
  if (field === 'gender') return words(language, `guest.gender.${value}` as Key)
  if (field === 'nationality' || field === 'documentCountry' || field === 'residence')
    return countryName(value, localeOf(language)) || value
  return isBusinessDate(value) ? paperDay(value, language) : value
}

/** The text of a row under a column. `plain`: for a machine, dates and codes as they are kept. */
export function columnText(
  column: RegistrationColumn,
  row: Row,
  at: number,
  { language, timeZone, plain }: { language: Language; timeZone: string; plain: boolean },
): string {
  const moment = (when: string) => momentText(when, plain ? 'sv-SE' : localeOf(language), timeZone)
  switch (column) {
    case 'no':
      return String(at + 1)
    case 'event':
      return words(language, `registration.event.${row.event}`)
    case 'at':
      return moment(row.at)
    case 'room':
      return row.roomNumber
    case 'confirmationNo':
      return row.confirmationNo
    case 'name':
      return fullNameOf(row.data)
    case 'state':
      return words(language, `registration.state.${row.state}`)
    case 'stateAt':
      return moment(row.stateAt)
    case 'by':
      return row.stateBy
    default:
      return isField(column) ? ofField(column, row, language, plain) : ''
  }
}

function ofField(field: RegistrationField, { data }: Row, language: Language, plain: boolean): string {
  const value = data[field] ?? ''
  return plain && isBusinessDate(value) ? value : fieldText(field, value, language)
}

function isField(column: RegistrationColumn): column is RegistrationField {
  return (registrationFields as readonly string[]).includes(column)
}
