import { useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { SignaturePad } from '#renderer/parts/registration/SignaturePad.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { isSigned, type Strokes, signatureText } from '#shared/domain/registration/signature.ts'
import type { BookingId, GuestId } from '#shared/values/index.ts'

type Card = OutputOf<'registration.cards'>[number]
type Props = {
  bookingId: BookingId
  /** What was drawn here, by guest; the check-in keeps it. */
  signed: ReadonlyMap<GuestId, string>
  onSigned: (guest: GuestId, text: string | null) => void
  onClose: () => void
}

/**
 * Where guests sign their registration cards on the screen, one after the other: each reads above the pad what they sign, in
 * their language.
 */
export function SignDrawer({ bookingId, signed, onSigned, onClose }: Props) {
  const { t } = useWords()
  const cards = useQuery('registration.cards', { bookingId })
  const [chosen, setChosen] = useState<GuestId | null>(null)
  const drawnOf = (card: Card) => signed.get(card.guestId) ?? card.signature
  const list = cards.data ?? []
  const card =
    list.find(({ guestId }) => guestId === chosen) ?? list.find((one) => drawnOf(one) === null) ?? list[0]
  if (!card)
    return (
      <SideDrawer open title={t('stay.in.sign')} onClose={onClose} width={520}>
        {cards.failed ? (
          <Trouble failed={cards.failed} operation="registration.cards" onRetry={cards.retry} />
        ) : (
          <RowSkeleton rows={6} />
        )}
      </SideDrawer>
    )
  const next = () => {
    const open = list.find((one) => one !== card && drawnOf(one) === null)
    if (!open) return onClose()
    setChosen(open.guestId)
  }
  return (
    <Signing
      key={card.guestId}
      card={card}
      value={drawnOf(card)}
      onSigned={(text) => onSigned(card.guestId, text)}
      onDone={next}
      onClose={onClose}
    >
      {list.length > 1 && (
        <div className="sign-whose" role="group" aria-label={t('registration.sign.whose')}>
          {list.map((one) => (
            <button
              key={one.guestId}
              type="button"
              className="k-chip"
              aria-pressed={one === card}
              onClick={() => setChosen(one.guestId)}
            >
              {drawnOf(one) !== null && <Mark of="yes" />} <bdi dir="auto">{one.name}</bdi>
            </button>
          ))}
        </div>
      )}
    </Signing>
  )
}

type SigningProps = {
  card: Card
  value: string | null
  onSigned: (text: string | null) => void
  /** Taken, or left as it was. */
  onDone: () => void
  onClose: () => void
  children: React.ReactNode
}

/** One card and its pad. A touch by mistake is no signature and is said to be none. */
function Signing({ card, value, onSigned, onDone, onClose, children }: SigningProps) {
  const { t } = useWords()
  const [strokes, setStrokes] = useState<Strokes>([])
  const [trouble, setTrouble] = useState(false)
  const take = () => {
    if (strokes.length === 0 && value !== null) return onDone()
    if (!isSigned(strokes)) return setTrouble(true)
    onSigned(signatureText(strokes))
    onDone()
  }
  const draw = (drawn: Strokes) => {
    setStrokes(drawn)
    setTrouble(false)
    if (drawn.length === 0) onSigned(null)
  }
  return (
    <SideDrawer
      open
      title={t('stay.in.sign')}
      onClose={onClose}
      width={520}
      submit={{ label: t('registration.sign.done'), run: take }}
    >
      {children}
      <section className="sign-card" lang={card.language}>
        <p>
          <b>{card.title}</b> · <bdi dir="auto">{card.name}</bdi>
        </p>
        <dl>
          {card.lines.map(({ label, value: text, whole }) => (
            <div key={label} className={whole ? 'sign-whole' : ''}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p>{card.confirm}</p>
      </section>
      <SignaturePad value={value ?? ''} strokes={strokes} onDraw={draw} />
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {t('registration.sign.empty')}
        </p>
      )}
    </SideDrawer>
  )
}
