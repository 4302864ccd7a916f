import { Input, Select } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Account, AccountPicker } from '#renderer/parts/account/AccountPicker.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { tooLong } from '#renderer/ui/too-long.ts'
import { channels, guarantees, segments } from '#shared/domain/booking/choices.ts'
import { meals } from '#shared/domain/rate/rate-plan.ts'
import { type Currency, minorToDecimal } from '#shared/values/index.ts'
import { ArrivalFields } from '../ArrivalFields.tsx'
import { wrongArrival } from '../typed-arrival.ts'
import { type Booking, useChoices } from '../words.ts'
import { ChangeDrawer, type ChangeProps, useChangeDraft } from './ChangeDrawer.tsx'
import { detailsChange, type TypedDetails } from './typed-details.ts'

/** When the guest comes, how it is guaranteed and what was asked for it; who pays, and the codes that figures go by. */
export function DetailsDrawer({ booking, onClose, field }: ChangeProps & { field?: string | undefined }) {
  const { t, language } = useWords()
  const { currency } = useHotel()
  const fresh = typedOf(booking, currency)
  const draft = useChangeDraft(booking, 'details', { ...fresh, reason: '' })
  const typed = draft.value
  const set = (patch: Partial<TypedDetails>) => draft.set({ ...typed, ...patch })
  const isWrong = Object.keys(wrongArrival(typed, currency)).length > 0
  const account = (kind: 'company' | 'agency') => (
    <Field label={t(`booking.facts.${kind}`)}>
      {(control) => (
        <AccountPicker
          {...control}
          kind={kind}
          value={typed[kind]}
          onChange={(next: Account | null) => set({ [kind]: next })}
        />
      )}
    </Field>
  )
  return (
    <ChangeDrawer
      booking={booking}
      onClose={onClose}
      title={t('booking.change.details')}
      command="booking.changeDetails"
      draft={draft}
      change={isWrong ? null : detailsChange(fresh, typed, currency as Currency)}
    >
      <ArrivalFields
        typed={typed}
        set={set}
        guarantee={typed.guarantee}
        autoFocus={field === 'depositMinor' ? 'deposit' : field === 'holdUntil' ? field : 'expectedTime'}
      />
      <CodeFields typed={typed} set={set} />
      <div className="k-field-row">
        {account('company')}
        {account('agency')}
      </div>
      <Field label={t('booking.facts.comment')} error={tooLong(typed.comment, 500, language)}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={typed.comment}
            onChange={(event) => set({ comment: event.target.value })}
          />
        )}
      </Field>
    </ChangeDrawer>
  )
}

const codes = { guarantee: guarantees, meal: meals, segment: segments, channel: channels } as const

type CodeProps = { typed: TypedDetails; set: (patch: Partial<TypedDetails>) => void }

function CodeFields(props: CodeProps) {
  return (
    <>
      <div className="k-field-row">
        <CodeField kind="guarantee" {...props} />
        <CodeField kind="meal" {...props} />
      </div>
      <div className="k-field-row">
        <CodeField kind="segment" {...props} />
        <CodeField kind="channel" {...props} />
      </div>
    </>
  )
}

function CodeField({ kind, typed, set }: CodeProps & { kind: keyof typeof codes }) {
  const { t } = useWords()
  const options = useChoices(kind, codes[kind], typed[kind])
  return (
    <Field label={t(`booking.facts.${kind}`)}>
      {(control) => (
        <Select
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          value={typed[kind]}
          options={options}
          onChange={(next: string) => set({ [kind]: next })}
        />
      )}
    </Field>
  )
}

function typedOf(booking: Booking, currency: string): TypedDetails {
  const { depositMinor } = booking
  return {
    expectedTime: booking.expectedTime ?? '',
    holdUntil: booking.holdUntil ?? '',
    deposit: depositMinor === null ? '' : minorToDecimal(depositMinor, currency as Currency),
    depositDueOn: booking.depositDueOn ?? '',
    guarantee: booking.guarantee,
    meal: booking.meal,
    segment: booking.segment,
    channel: booking.channel,
    company: booking.company,
    agency: booking.agency,
    comment: booking.comment,
  }
}
