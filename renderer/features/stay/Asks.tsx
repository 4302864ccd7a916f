import { useCommand } from '#renderer/api/use-command.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { preferenceWords } from '#renderer/parts/guest/preference-words.ts'
import { askActs } from '#renderer/parts/stay/acts.ts'
import { formatDate } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { listText } from '#shared/i18n/index.ts'

export type Asked = OutputOf<'registration.asks'>[number]
type Told = NonNullable<Asked['told']>

/** Confirms with one press that what a guest told long ago is still so. */
export function useConfirmation() {
  const command = useCommand('registration.confirmDetails')
  return {
    confirm: ({ guestId, detailsVersion }: Asked) => void command.run({ guestId, version: detailsVersion }),
    pending: command.pending,
    trouble: command.trouble,
  }
}

type Props = {
  asked: Asked
  /** The first of whom it is asked: the key is theirs. */
  isToldFirst: boolean
  isOpenFirst: boolean
  pending: boolean
  onConfirm: () => void
  onAsk: () => void
}

/** What a guest is asked: whether what was told long ago is still so, and consents that nobody asked for. */
export function Asks({ asked, isToldFirst, isOpenFirst, pending, onConfirm, onAsk }: Props) {
  const { t, language, locale } = useWords()
  const { told, consents, guestId } = asked
  return (
    <>
      {told && (
        <div className="k-stay-told">
          <p>
            <Mark of="to-check" /> {t('registration.asks.since', { date: formatDate(told.since, locale) })}{' '}
            {toldWords(told, t, locale)}
          </p>
          <span className="k-stay-ways">
            <button type="button" className="k-tool" disabled={pending} onClick={onConfirm}>
              {t('registration.asks.still')} {isToldFirst && <KeyHint keys={askActs.still.key} />}
            </button>
            <Link to={href(paths.guest, { id: guestId })}>{t('registration.asks.correct')}</Link>
          </span>
        </div>
      )}
      {consents.length > 0 && (
        <p className="k-stay-ways">
          <span className="k-quiet">
            {t('registration.asks.never', {
              channels: listText(
                consents.map((channel) => t(`guest.consent.${channel}`)),
                language,
              ),
            })}
          </span>
          <button type="button" className="k-tool" onClick={onAsk}>
            {t('registration.asks.ask')} {isOpenFirst && <KeyHint keys={askActs.consents.key} />}
          </button>
        </p>
      )}
    </>
  )
}

function toldWords({ documents, address, phones, preferences }: Told, t: T, locale: string): string {
  const papers = documents.map(({ kind, number, expiresOn }) => {
    const until = expiresOn ? ` (${formatDate(expiresOn, locale, 'plain')})` : ''
    return `${t(`guest.document.${kind}`)} ${number}${until}`
  })
  const wishes = preferences.map((wish) => preferenceWords(wish, t))
  return [...papers, address, ...phones, ...wishes].filter((part) => part !== '').join(' · ')
}
