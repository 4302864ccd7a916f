import { useMemo, useRef, useState } from 'react'
import { useActs } from '#renderer/base/keys/acts.ts'
import { savingByEnter } from '#renderer/base/keys/enter-saves.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, type ScreenProps } from '#renderer/base/route/route.tsx'
import { guestFromSearch } from '#renderer/parts/guest/typed-guest.ts'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Columns, Pane, Rows } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { newBookingActs } from '../acts.ts'
import '../fields.css'
import './new-booking.css'
import '../confirmation/confirmation.css'
import { MarkedFacts } from '../confirmation/FactLabel.tsx'
import { MessageEntry } from '../confirmation/MessageEntry.tsx'
import { MessagePane } from '../confirmation/MessagePane.tsx'
import { markedFacts } from '../confirmation/message-draft.ts'
import { useMessage } from '../confirmation/use-message.ts'
import { useDraftWords } from '../draft-words.ts'
import { StayFields } from '../StayFields.tsx'
import { readHouseAhead } from '../use-house.ts'
import { DetailFields } from './DetailFields.tsx'
import { GuestSection } from './GuestSection.tsx'
import type { NewDraft } from './new-draft.ts'
import { draftKey, readGuestAhead, useOpenedFor } from './opened-for.ts'
import { PricePane } from './PricePane.tsx'
import { ResultPane } from './ResultPane.tsx'
import { useNewBooking } from './use-new-booking.ts'

/** Begins to read what the form offers, and for whom it is. */
export function ahead({ query }: ScreenProps<typeof paths.newBooking>): Promise<unknown> {
  return Promise.all([readHouseAhead(), readGuestAhead(query)])
}

/** A new booking for a guest, for a room or for a caller: another of these is another form. */
export function Page({ query }: ScreenProps<typeof paths.newBooking>) {
  const { given, failed, retry } = useOpenedFor(query)
  if (!given) {
    return failed ? <Trouble failed={failed} operation="guest.profile" onRetry={retry} /> : <RowSkeleton />
  }
  const key = draftKey(query)
  return <Form key={key} draftName={key} given={given} />
}

type FormProps = { draftName: string; given: Partial<NewDraft> }

/** Who, when, what for how much; what it would book is beside and follows each key. */
function Form({ draftName, given }: FormProps) {
  const { t } = useWords()
  const booking = useNewBooking(draftName, given)
  const { draft, form, set, errors, missing } = booking
  const draftWords = useDraftWords()
  const [guestKnown] = useState(form.guest !== null)
  const stayBox = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const message = useMessage(booking)
  const [holding, setHolding] = useState(false)
  const marked = useMemo(() => markedFacts(form), [form])
  const toStay = () => requestAnimationFrame(() => stayBox.current?.querySelector('input')?.focus())
  const save = async () => {
    setHolding(message.open.length > 0)
    if (message.open.length > 0) return
    if (booking.lacks === 'guest') page.current?.querySelector<HTMLElement>('.k-picker input')?.focus()
    if (booking.lacks === 'dates') toStay()
    const id = await booking.save()
    // The form is done with: Esc leads from the booking to where the clerk came from
    if (id !== null) go(href(paths.booking, { id }), { replace: true })
  }
  useActs(newBookingActs, {
    save,
    newGuest: () => set({ guest: null, newGuest: guestFromSearch(form.guestText), guestText: '' }),
    message: message.ask,
    confirmPoint: () => message.confirm(),
    onFile: message.openOnFile,
  })
  const enter = savingByEnter(save, (target) => target.getAttribute('role') === 'grid')
  const isAside = message.asking || form.message !== null
  return (
    <MarkedFacts value={marked}>
      <div ref={page} className="k-bk-new" {...enter}>
        <Columns widths="minmax(388px, 1fr) minmax(0, 1.75fr) minmax(232px, 0.6fr)">
          <Pane
            title={<h1>{t('booking.newTitle')}</h1>}
            padded
            tools={
              <>
                <button type="button" className="k-tool" onClick={message.ask}>
                  {t('confirmation.open')} <KeyHint keys={newBookingActs.message.key} />
                </button>
                {draft.dirty && (
                  <button type="button" className="k-tool" onClick={draft.clear}>
                    {t('booking.new.clear')}
                  </button>
                )}
              </>
            }
          >
            <DraftNote draft={draft} {...draftWords} />
            <GuestSection
              draft={form}
              set={set}
              onChosen={toStay}
              error={missing === 'guest' ? t('booking.new.missing.guest') : undefined}
            />
            <div ref={stayBox}>
              <StayFields
                stay={form.stay}
                errors={errors}
                {...(guestKnown ? { autoFocus: 'arrival' as const } : {})}
                onChange={(next) => set({ stay: next })}
              />
            </div>
            <DetailFields draft={form} set={set} errors={errors} />
          </Pane>
          {isAside ? (
            <Rows heights="minmax(0, 1fr) minmax(0, 1fr)">
              <PricePane booking={booking} />
              {message.asking ? <MessageEntry desk={message} /> : <MessagePane form={form} desk={message} />}
            </Rows>
          ) : (
            <PricePane booking={booking} />
          )}
          <ResultPane booking={booking} held={holding ? message.open.length : 0} onSave={() => void save()} />
        </Columns>
      </div>
    </MarkedFacts>
  )
}
