import type { T } from '#renderer/base/language.ts'
import type { Change } from '#renderer/parts/change/describe-change.ts'
import { countryName, languageName } from '#renderer/parts/guest/words.ts'
import { formatDate, formatMoment, formatMoney } from '#renderer/ui/format.ts'
import { classKinds } from '#shared/domain/insight/value/classes.ts'
import { fieldName, isKey } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { isBusinessDate } from '#shared/values/business-date.ts'

/** What the store keeps for itself and the row says already: when, by whom, which version. */
const own: readonly string[] = [
  'version',
  'createdAt',
  'createdBy',
  'statusAt',
  'statusBy',
  'openedBy',
  'offeredBy',
  'closedBy',
  'notedOn',
  'notedAt',
  'feedbackAt',
  'feedbackBy',
  'notedBy',
  'votedAt',
  'votedBy',
  'madeBy',
  'stateAt',
  'stateBy',
  'guestVersion',
  'registrantVersion',
  'checkedInAt',
  'checkedInOn',
  'checkedInBy',
  'checkedOutAt',
  'checkedOutOn',
  'checkedOutBy',
  'signedAt',
]
/** Who signed in or out is shown as the actor of the row; that a password was set is its title. */
const said: readonly string[] = ['signedIn', 'signedOut', 'wrongPassword', 'passwordSet']

/** A row without what the store keeps for itself; one of something that came to be or went without its empty fields. */
export function readable(change: Change): Change {
  const whole = change.before === null || change.after === null
  const isSaid = (field: string, value: unknown) =>
    own.includes(field) ||
    said.includes(field) ||
    (field === 'guestId' && change.whom?.guestId === value) ||
    (field === 'reason' && change.reason === value) ||
    (field === 'bookingId' && change.label !== '') ||
    // Beside the folio: what a deposit moves is said of the deposit
    (field === 'amountMinor' && change.entity === 'posting' && value === 0) ||
    // What a kind of guests was like when it got its name
    (field === 'means' && change.entity === 'guest-kind')
  const cut = (image: Change['before']) =>
    image &&
    Object.fromEntries(
      Object.entries(image).filter(([field, value]) => !isSaid(field, value) && !(whole && isBare(value))),
    )
  return { ...change, before: cut(change.before), after: cut(change.after) }
}

function isBare(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

export type Reader = {
  t: T
  language: Language
  locale: string
  currency: string
  timeZone: string
  /** A tier by its code: gold → Gold, 金卡. */
  tierName: (code: string) => string
}

const between = ' · '

/** Where the words of a field's codes are. */
const coded: Readonly<Record<string, readonly string[]>> = {
  salutation: ['guest.salutation'],
  gender: ['guest.gender'],
  kind: [
    'guest.contact',
    'guest.document',
    'settings.rate.kinds',
    'change.accountKind',
    'insightValue.cut',
    'suggestion.kind',
    'folioScreen.kind',
    'folioScreen.deposit',
    'folioScreen.posting',
    'paper.title',
  ],
  status: ['folioScreen.status', 'folioHeld.status', 'folioScreen.fapiao'],
  brand: ['folioScreen.brand'],
  event: ['registration.event'],
  state: ['registration.state'],
  documentKind: ['guest.document'],
  reason: ['guest.loyalty.historyReason'],
  role: ['shell.role'],
  report: [
    'report.name',
    'paper.title',
    'shift.reportName',
    'registration.reportName',
    'house.paper.title',
    'request.paper',
    'housekeeping.reportName',
  ],
  format: ['reportSchedule.format'],
  accepted: ['stay.answer'],
  area: ['guest.alert.area'],
  blocks: ['guest.alert.blocks'],
  meal: ['booking.meal'],
  profile: ['import.profile'],
  offer: ['leaving.offer'],
  outcome: ['leaving.outcome', 'offer.outcome'],
  basis: ['offer.rules.basis'],
  place: ['offer.place'],
  vote: ['suggestion.thumb'],
  lossReason: ['leaving.lossReason'],
  department: ['request.department'],
  asPreference: ['request.answer'],
  section: ['insightValue.settings.part'],
  classKind: ['insightValue.kind'],
  class: classKinds.map((kind) => `insightValue.class.${kind}`),
  value: ['insightValue.class.value'],
  need: ['insightValue.class.need'],
  lifecycle: ['insightValue.class.lifecycle'],
  behaviour: ['insightValue.class.behaviour'],
  relation: ['insightValue.class.relation'],
}

/** A value of any image in words: codes as the catalogue has them, collections by what is in them. */
export function logText(field: string, value: unknown, reader: Reader): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return reader.t(value ? 'common.yes' : 'common.no')
  if (typeof value === 'number' && field.endsWith('Minor'))
    return formatMoney(value, reader.currency, reader.locale)
  if (typeof value === 'string') return textWords(field, value, reader)
  if (Array.isArray(value)) return value.map((one) => logText(field, one, reader)).join(between)
  if (typeof value !== 'object') return String(value)
  const parts = Object.entries(value).map(([key, part]) => partWords(field, key, part, reader))
  return parts.filter((part) => part !== '').join(between) || '—'
}

function textWords(field: string, value: string, { t, locale, timeZone, tierName }: Reader): string {
  if (field === 'tier') return tierName(value)
  // The drawing itself is on the card
  if (field === 'signature') return t('common.yes')
  if (isBusinessDate(value)) return formatDate(value, locale)
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return formatMoment(value, locale, timeZone)
  if (field === 'nationality' || field === 'country') return countryName(value, locale)
  if (field === 'language') return languageName(value, locale)
  for (const place of coded[field] ?? []) {
    const key = `${place}.${value}`
    if (isKey(key)) return t(key)
  }
  return value
}

/** One entry of a collection, or one field of a thing within it: what is not so goes without saying. */
function partWords(field: string, key: string, part: unknown, reader: Reader): string {
  if (typeof part === 'object' && part !== null) {
    const channel = `guest.consent.${key}`
    const text = logText(key, part, reader)
    return field === 'consents' && isKey(channel) ? `${reader.t(channel)} ${text}` : text
  }
  // Who wrote it is shown as the actor of the row
  if (key === 'by') return ''
  if (part === null || part === '') return /^\d+$/.test(key) ? '—' : ''
  const name = fieldName([key], reader.language)
  if (part === true) return name
  if (part === false) return key === 'granted' ? `${name} ${reader.t('common.no')}` : ''
  return logText(key, part, reader)
}
