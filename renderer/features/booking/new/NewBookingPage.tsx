import { useMemo, useState } from 'react'
import { useActs } from '#renderer/base/keys/acts.ts'
import { savingByEnter } from '#renderer/base/keys/enter-saves.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, type ScreenProps } from '#renderer/base/route/route.tsx'
import { guestFromSearch } from '#renderer/parts/guest/typed-guest.ts'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Rows } from '#renderer/ui/Pane.tsx'
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
import { readHouseAhead } from '../use-house.ts'
import { DetailsPane } from './DetailsPane.tsx'
import { type NewDraft, ofNobody } from './new-draft.ts'
import { draftKey, isWalkIn, readGuestAhead, useOpenedFor } from './opened-for.ts'
import { ResultPane } from './ResultPane.tsx'
import { StayPane } from './StayPane.tsx'
import { useNewBooking } from './use-new-booking.ts'
import { useWay } from './use-way.ts'

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
  return (
    <Form key={key} draftName={key} given={given} asLastTime={query.as === 'last'} walkIn={isWalkIn(query)} />
  )
}

type FormProps = { draftName: string; given: Partial<NewDraft>; asLastTime: boolean; walkIn: boolean }

/** Who, when, what for how much, then the details; what it would book is beside and follows each key. */
function Form({ draftName, given, asLastTime, walkIn }: FormProps) {
  const { t } = useWords()
  const booking = useNewBooking(draftName, given, asLastTime)
  const { draft, form, set } = booking
  const draftWords = useDraftWords()
  const [guestKnown] = useState(form.guest !== null)
  const way = useWay(booking)
  const message = useMessage(booking)
  const [holding, setHolding] = useState(false)
  const marked = useMemo(() => markedFacts(form), [form])
  const save = async () => {
    setHolding(message.open.length > 0)
    if (message.open.length > 0) return
    way.toLacking()
    const id = await booking.save()
    // The form is done with: Esc leads from the booking to where the clerk came from
    if (id !== null) go(href(walkIn ? paths.checkIn : paths.booking, { id }), { replace: true })
  }
  useActs(newBookingActs, {
    save,
    newGuest: () =>
      set({ ...ofNobody, guest: null, newGuest: guestFromSearch(form.guestText), guestText: '' }),
    prices: way.toPrices,
    lastTime: () => (form.guest ? booking.takeLast() : way.toLacking()),
    message: message.ask,
    confirmPoint: () => message.confirm(),
    onFile: message.openOnFile,
  })
  const isAside = message.asking || form.message !== null
  return (
    <MarkedFacts value={marked}>
      <div ref={way.page} className="k-bk-new" {...savingByEnter(save)}>
        <div className={`k-columns k-bk-new-columns${isAside ? ' k-bk-aside' : ''}`}>
          <div className="k-bk-new-left">
            <StayPane
              booking={booking}
              title={t(walkIn ? 'booking.walkInTitle' : 'booking.newTitle')}
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
              note={<DraftNote draft={draft} {...draftWords} />}
              guestKnown={guestKnown}
              onGuest={way.toStay}
              onLast={booking.takeLast}
              onTaken={way.onward}
            />
            {isAside ? (
              <Rows heights="minmax(0, 1fr) minmax(0, 1fr)">
                <DetailsPane booking={booking} />
                {message.asking ? (
                  <MessageEntry desk={message} />
                ) : (
                  <MessagePane form={form} desk={message} />
                )}
              </Rows>
            ) : (
              <DetailsPane booking={booking} />
            )}
          </div>
          <ResultPane
            booking={booking}
            label={t(walkIn ? 'booking.new.saveAndCheckIn' : 'booking.new.save')}
            held={holding ? message.open.length : 0}
            onSave={() => void save()}
          />
        </div>
      </div>
    </MarkedFacts>
  )
}
