import { Button, Select } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { RequestFields, requestInput, type TypedRequest } from '../../../parts/request/RequestFields.tsx'
import { requestFieldText } from '../../../parts/request/words.ts'
import { guestActs } from '../acts.ts'
import { type Profile, useDoneWords } from './editing.tsx'
import { newBooking } from './Header.tsx'
import { staysAhead, usualDue } from './request-words.ts'

type Typed = TypedRequest & { bookingId: number | null }

/** A wish for one of the stays that run or are still to come. */
export function NewRequest({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const { t, language, locale } = useWords()
  const stays = staysAhead(profile.bookings)
  const draft = useDraft<Typed>(`guest:${profile.guest.id}:request`, {
    bookingId: null,
    kind: 'high-floor',
    text: '',
    department: null,
    dueOn: '',
    dueTime: '',
  })
  const { businessDate } = useHotel()
  const typed = draft.value
  const stay = stays.find((booking) => booking.id === typed.bookingId) ?? stays[0]
  const create = useCommand('request.create', { done: useDoneWords('request.create', stay) })
  const change = (patch: Partial<Typed>) => {
    draft.set({ ...typed, ...patch })
    create.reset()
  }
  if (!stay) {
    return (
      <SideDrawer open title={t('booking.requests.add')} onClose={onClose}>
        <p>{t('guest.request.noBooking')}</p>
        <p className="g-more">
          <Button type="primary" onClick={() => newBooking(profile.guest.id)}>
            {t('guest.act.newBooking')} <KeyHint keys={guestActs.newBooking.key} />
          </Button>
        </p>
      </SideDrawer>
    )
  }
  const dueOn = typed.dueOn || usualDue(stay, businessDate)
  const submit = async () => {
    const reply = await create.run({ bookingId: stay.id, ...requestInput({ ...typed, dueOn }) })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <SideDrawer
      open
      title={t('booking.requests.add')}
      onClose={onClose}
      draft={draft}
      draftWords={{
        text: (field, value) =>
          field === 'bookingId' ? stay.confirmationNo : requestFieldText(field, value, language),
      }}
      submit={{
        label: t('booking.requests.save'),
        run: () => void submit(),
        disabled: typed.kind === 'other' && typed.text.trim() === '',
        pending: create.pending,
      }}
    >
      <RequestFields typed={{ ...typed, dueOn }} set={change} command={create} base={stay.arrival}>
        <Field label={t('guest.request.booking')} error={create.errors.bookingId}>
          {(control) => (
            <Select
              {...control}
              value={stay.id as number}
              options={stays.map((booking) => ({
                value: booking.id as number,
                label: `${formatDate(booking.arrival, locale)} · ${t('common.nights', { count: booking.nights })} · ${
                  booking.roomNumber ?? booking.roomTypeCode
                } · ${booking.confirmationNo}`,
              }))}
              onSelect={(bookingId) => change({ bookingId, dueOn: '' })}
            />
          )}
        </Field>
      </RequestFields>
    </SideDrawer>
  )
}
