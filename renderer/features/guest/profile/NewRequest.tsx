import { Button, Input, Select } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useDraft } from '#renderer/app/drafts/use-draft.ts'
import { useHotel } from '#renderer/app/hotel.ts'
import { useWords } from '#renderer/app/language.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { departmentOf, departments, type RequestKind, requestKinds } from '#shared/domain/request.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import type { Profile } from './editing.tsx'
import { newBooking } from './Header.tsx'
import { staysAhead, usualDue } from './request-words.ts'

type Typed = {
  bookingId: number | null
  kind: RequestKind
  text: string
  department: string
  dueOn: string
  dueTime: string
}

/** A wish for one of the stays that run or are still to come. */
export function NewRequest({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const { t, locale } = useWords()
  const stays = staysAhead(profile.bookings)
  const draft = useDraft<Typed>(`guest:${profile.guest.id}:request`, {
    bookingId: null,
    kind: 'high-floor',
    text: '',
    department: '',
    dueOn: '',
    dueTime: '',
  })
  const create = useCommand('request.create')
  const { businessDate } = useHotel()
  const typed = draft.value
  const stay = stays.find((booking) => booking.id === typed.bookingId) ?? stays[0]
  const change = (patch: Partial<Typed>) => {
    draft.set({ ...typed, ...patch })
    create.reset()
  }
  if (!stay) {
    return (
      <SideDrawer open title={t('guest.request.title')} onClose={onClose}>
        <p>{t('guest.request.noBooking')}</p>
        <p className="g-more">
          <Button type="primary" onClick={() => newBooking(profile.guest.id)}>
            {t('guest.act.newBooking')} <KeyHint keys="F7" />
          </Button>
        </p>
      </SideDrawer>
    )
  }
  const submit = async () => {
    const reply = await create.run({
      bookingId: stay.id as BookingId,
      kind: typed.kind,
      text: typed.text,
      ...(typed.department ? { department: typed.department as (typeof departments)[number] } : {}),
      dueOn: (typed.dueOn || usualDue(stay, businessDate)) as BusinessDate,
      dueTime: typed.dueTime || null,
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const refusal = create.failed && 'refusal' in create.failed ? create.failed.refusal.code : null
  const beside = (code: string) => (refusal === code ? (create.trouble ?? undefined) : undefined)
  const whole =
    refusal !== 'TEXT_NEEDED' && refusal !== 'DUE_OUTSIDE_STAY' && Object.keys(create.errors).length === 0
  return (
    <SideDrawer
      open
      title={t('guest.request.title')}
      onClose={onClose}
      submit={{ label: t('guest.request.save'), run: () => void submit(), pending: create.pending }}
    >
      <Field label={t('guest.request.what')} error={create.errors.kind}>
        {(control) => (
          <Select
            {...control}
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            value={typed.kind}
            options={requestKinds.map((kind) => ({ value: kind, label: t(`request.kind.${kind}`) }))}
            onSelect={(kind) => change({ kind })}
          />
        )}
      </Field>
      <Field label={t('guest.request.text')} error={create.errors.text ?? beside('TEXT_NEEDED')}>
        {(control) => (
          <Input
            {...control}
            maxLength={300}
            value={typed.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
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
      <Field label={t('field.name.department')} error={create.errors.department}>
        {(control) => (
          <Select
            {...control}
            value={typed.department || departmentOf(typed.kind)}
            options={departments.map((department) => ({
              value: department,
              label: t(`request.department.${department}`),
            }))}
            onSelect={(department) => change({ department })}
          />
        )}
      </Field>
      <div className="k-field-row">
        <Field label={t('guest.request.due')} error={create.errors.dueOn ?? beside('DUE_OUTSIDE_STAY')}>
          {(control) => (
            <DateField
              {...control}
              base={stay.arrival}
              value={typed.dueOn || usualDue(stay, businessDate)}
              onChange={(dueOn) => change({ dueOn })}
            />
          )}
        </Field>
        <Field label={t('field.name.dueTime')} error={create.errors.dueTime}>
          {(control) => (
            <Input
              {...control}
              type="time"
              value={typed.dueTime}
              onChange={(event) => change({ dueTime: event.target.value })}
            />
          )}
        </Field>
      </div>
      {create.trouble && whole && (
        <p className="k-trouble-line" role="alert">
          {create.trouble}
        </p>
      )}
    </SideDrawer>
  )
}
