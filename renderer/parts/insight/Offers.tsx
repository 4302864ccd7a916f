import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import type { OfferPlace } from '#shared/domain/insight/suggest/outcome.ts'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import { type Offer, useNextWords } from './next-words.ts'

type Props = {
  guestId: GuestId
  bookingId: BookingId | null
  offers: readonly Offer[]
  place: OfferPlace
  /** Puts what was taken into what is being typed. */
  onTaken?: (item: string) => void
}

/** What to offer and why, each with what became of it. */
export function Offers({ guestId, bookingId, offers, place, onTaken }: Props) {
  const { t } = useWords()
  const { itemText, becauseText } = useNextWords()
  const note = useCommand('offer.note')
  const noted = async ({ item, because }: Offer, outcome: 'taken' | 'declined') => {
    const given = because.kind === 'rule' ? because.given : []
    const reply = await note.run({ guestId, bookingId, item, basis: because.kind, given, outcome, place })
    if (reply.ok && outcome === 'taken') onTaken?.(item)
  }
  if (offers.length === 0) return null
  return (
    <ul className="k-next" aria-label={t('offer.title')}>
      {offers.map((offer) => (
        <li key={offer.item}>
          <span>
            <b>{t('offer.offer', { what: itemText(offer.item) })}</b>{' '}
            <span className="k-quiet">{becauseText(offer)}</span>
          </span>
          <span className="k-next-acts">
            <button type="button" className="k-tool" onClick={() => void noted(offer, 'taken')}>
              {t('offer.outcome.taken')}
            </button>
            <button type="button" className="k-tool" onClick={() => void noted(offer, 'declined')}>
              {t('offer.outcome.declined')}
            </button>
          </span>
        </li>
      ))}
    </ul>
  )
}
