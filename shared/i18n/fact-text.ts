import { agencyName } from '../domain/confirmation/agencies.ts'
import type { Reading } from '../domain/confirmation/reading.ts'
import { type Currency, formatMoney } from '../values/index.ts'
import { isKey, words } from './index.ts'
import type { Language } from './types.ts'

export type FactKey = keyof Reading
export type FactContext = {
  language: Language
  locale: string
  currency: Currency
  /** The hotel's room types, for the one that words are taken for. */
  typeName: (id: number) => string
}

/** What a message says for a fact, as a person reads it; empty for what it does not say. */
export function describeFact(name: FactKey, reading: Reading, context: FactContext): string {
  const { language, locale, currency } = context
  const t = (key: string, params = {}) => (isKey(key) ? words(language, key, params) : key)
  const money = (minor: number, code: Currency) => formatMoney(minor, code, locale)
  if (reading[name] === null) return ''
  switch (name) {
    case 'kind':
      return t(`confirmation.kind.${reading.kind.value}`)
    case 'agency':
      return reading.agency ? agencyName(reading.agency.value, language) : ''
    case 'guest': {
      // The family name before a comma: which of two words it is taken for has to be seen
      const { nativeName = '', familyName = '', givenName = '' } = reading.guest?.value ?? {}
      return [nativeName, [familyName, givenName].filter(Boolean).join(', ')].filter(Boolean).join(' ')
    }
    case 'roomType': {
      const type = reading.roomType?.value
      if (!type) return ''
      if (type.id === null) return t('confirmation.value.noType', { words: type.words })
      const name = context.typeName(type.id)
      return name === type.words ? name : `${name} (${type.words})`
    }
    case 'rates': {
      const all = reading.rates?.value ?? []
      if (all.length === 0) return t('confirmation.value.noRates')
      const same = all.every(({ minor }) => minor === all[0]?.minor)
      const shown = (same ? all.slice(0, 1) : all).map(({ minor }) => money(minor, currency))
      return same && all.length > 1 ? `${shown[0]} × ${all.length}` : shown.join(' + ')
    }
    case 'total':
    case 'net': {
      const amount = reading[name]?.value
      return amount ? `${amount.currency} ${money(amount.minor, amount.currency)}` : ''
    }
    case 'meal':
      return t(`booking.meal.${reading.meal?.value}`)
    case 'payment':
      return t(`confirmation.value.${reading.payment?.value}`)
    case 'nonRefundable':
      return t(`confirmation.value.${reading.nonRefundable?.value ? 'nonRefundable' : 'refundable'}`)
    default:
      return String(reading[name]?.value ?? '')
  }
}
