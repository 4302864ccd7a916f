import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { readablePhone } from '#renderer/parts/guest/phone-text.ts'
import { preferenceWords } from '#renderer/parts/guest/preference-words.ts'
import { countryName, languageName } from '#renderer/parts/guest/words.ts'
import { formatDate, formatMoment } from '#renderer/ui/format.ts'
import { Fact, Facts } from '#renderer/ui/Pane.tsx'
import { preferenceGroups } from '#shared/domain/guest/preferences.ts'
import { Part } from '../profile/SectionHead.tsx'
import type { Then } from './page-then.ts'

type Guest = Then['guest']

/** Who the guest was then: person, contacts, documents (covered), preferences, consents. */
export function PersonThen({ guest }: { guest: Guest }) {
  const { t, locale } = useWords()
  const none = <span className="k-faint">{t('common.notSet')}</span>
  const { gender, birthDate, nationality, language } = guest
  return (
    <>
      <Part name="identity" title={t('guest.section.identity')}>
        <Facts>
          {(['nativeName', 'familyName', 'givenName'] as const).map((field) => (
            <Fact key={field} name={t(`field.name.${field}`)}>
              {guest[field] || none}
            </Fact>
          ))}
          <Fact name={t('field.name.gender')}>{gender ? t(`guest.gender.${gender}`) : none}</Fact>
          <Fact name={t('field.name.birthDate')}>
            {birthDate ? formatDate(birthDate, locale, 'plain') : none}
          </Fact>
          <Fact name={t('field.name.nationality')}>{countryName(nationality, locale) || none}</Fact>
          <Fact name={t('field.name.language')}>{languageName(language, locale) || none}</Fact>
        </Facts>
      </Part>
      <Contacts contacts={guest.contacts} />
      <Documents documents={guest.documents} />
      <Preferences preferences={guest.preferences} />
      <Consents consents={guest.consents} />
    </>
  )
}

function Contacts({ contacts }: Pick<Guest, 'contacts'>) {
  const { t } = useWords()
  return (
    <Part name="contacts" title={t('guest.section.contacts')}>
      {contacts.length === 0 && <p className="k-faint">{t('guest.contact.none')}</p>}
      <Facts>
        {contacts.map(({ id, kind, value }) => (
          <Fact key={id} name={t(`guest.contact.${kind}`)}>
            {kind === 'mobile' || kind === 'phone' ? readablePhone(value) : value}
          </Fact>
        ))}
      </Facts>
    </Part>
  )
}

function Documents({ documents }: Pick<Guest, 'documents'>) {
  const { t, locale } = useWords()
  return (
    <Part name="documents" title={t('guest.section.documents')}>
      {documents.length === 0 && <p className="k-faint">{t('guest.document.none')}</p>}
      <Facts>
        {documents.map(({ id, kind, maskedNumber, country, expiresOn }) => (
          <Fact key={id} name={t(`guest.document.${kind}`)}>
            <span className="k-code">{maskedNumber}</span> {countryName(country, locale)}
            {expiresOn && (
              <span className="k-quiet">
                {' '}
                · {t('guest.document.until', { date: formatDate(expiresOn, locale, 'plain') })}
              </span>
            )}
          </Fact>
        ))}
      </Facts>
    </Part>
  )
}

function Preferences({ preferences }: Pick<Guest, 'preferences'>) {
  const { t } = useWords()
  return (
    <Part name="preferences" title={t('guest.section.preferences')}>
      {preferences.length === 0 && <p className="k-faint">{t('guest.preference.none')}</p>}
      <Facts>
        {preferenceGroups.flatMap((group) => {
          const chosen = preferences.filter((one) => one.group === group)
          return chosen.length === 0
            ? []
            : [
                <Fact key={group} name={t(`guest.preference.group.${group}`)}>
                  {chosen.map((one) => (
                    <div key={one.id}>{preferenceWords(one, t)}</div>
                  ))}
                </Fact>,
              ]
        })}
      </Facts>
    </Part>
  )
}

function Consents({ consents }: Pick<Guest, 'consents'>) {
  const { t, locale } = useWords()
  const { timeZone } = useHotel()
  return (
    <Part name="consents" title={t('guest.section.consents')}>
      {consents.length === 0 && <p className="k-faint">{t('guest.past.noConsent')}</p>}
      <Facts>
        {consents.map(({ channel, granted, at }) => (
          <Fact key={channel} name={t(`guest.consent.${channel}`)}>
            {t(granted ? 'change.asOf.consentGiven' : 'change.asOf.consentNot', {
              moment: formatMoment(at, locale, timeZone),
            })}
          </Fact>
        ))}
      </Facts>
    </Part>
  )
}
