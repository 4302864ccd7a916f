import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { preferenceWords } from '#renderer/parts/guest/preference-words.ts'
import { offerActs } from '#renderer/parts/stay/acts.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import type { OutputOf } from '#shared/contract/index.ts'

type Offer = OutputOf<'stay.reviewCheckOut'>['offers'][number]

/**
 * What the guest asked for and got, to be kept as preferences; the keys answer the first, each button its own. What is answered
 * leaves at once, so that the next key answers the next.
 */
export function OfferList({ offers }: { offers: readonly Offer[] }) {
  const { t } = useWords()
  const answer = useCommand('request.answerOffer')
  const [answered, setAnswered] = useState<readonly string[]>([])
  const open = offers.filter((offer) => !answered.includes(asked(offer)))
  const [first] = open
  const say = async (offer: Offer | undefined, action: 'taken' | 'declined') => {
    if (!offer) return
    setAnswered((before) => [...before, asked(offer)])
    const { ok } = await answer.run({ id: offer.id, version: offer.version, action })
    if (!ok) setAnswered((before) => before.filter((one) => one !== asked(offer)))
  }
  useActs(offerActs, { take: () => void say(first, 'taken'), decline: () => void say(first, 'declined') })
  return (
    <>
      <ul className="k-waiting">
        {open.map((offer) => {
          const what = preferenceWords(offer, t)
          const old = offer.replaces.map((value) => preferenceWords({ group: offer.group, value }, t))
          return (
            <li key={offer.id}>
              <span className="k-tag">{t(`guest.preference.group.${offer.group}`)}</span>
              <span className="k-waiting-text">
                <b>{what}</b>{' '}
                {old.length > 0 && (
                  <span className="k-quiet">{t('stay.offer.replaces', { what: old.join(', ') })}</span>
                )}
              </span>
              {(['taken', 'declined'] as const).map((action) => (
                <button key={action} type="button" className="k-tool" onClick={() => void say(offer, action)}>
                  {t(`stay.offer.${action}`)}
                  <span className="k-hidden"> {what}</span>{' '}
                  {offer === first && (
                    <KeyHint keys={(action === 'taken' ? offerActs.take : offerActs.decline).key} />
                  )}
                </button>
              ))}
            </li>
          )
        })}
      </ul>
      {answer.trouble && (
        <p className="k-trouble-line" role="alert">
          {answer.trouble}
        </p>
      )}
    </>
  )
}

/** An offer as it was asked: one whose answer is taken back is asked anew. */
function asked({ id, version }: Offer): string {
  return `${id} ${version}`
}
