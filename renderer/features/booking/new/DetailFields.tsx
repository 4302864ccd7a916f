import { Input, Select } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { AccountPicker } from '#renderer/parts/account/AccountPicker.tsx'
import { clearable } from '#renderer/ui/clearable.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { tooLong } from '#renderer/ui/too-long.ts'
import type { AccountKind } from '#shared/domain/account/account.ts'
import { channels, guarantees, segments } from '#shared/domain/booking/choices.ts'
import { meals } from '#shared/domain/rate/rate-plan.ts'
import { ArrivalFields } from '../ArrivalFields.tsx'
import { FactLabel } from '../confirmation/FactLabel.tsx'
import { OnePerson } from '../OnePerson.tsx'
import { useChoices } from '../words.ts'
import { type NewDraft, withTerms } from './new-draft.ts'
import type { NewBooking } from './use-new-booking.ts'

type Props = { booking: NewBooking }

const statuses = ['confirmed', 'waitlisted', 'enquiry'] as const

/** Accounts, channel, market code, guarantee, status, booker and comment; what the plan says is there until another is chosen. */
export function DetailFields({ booking }: Props) {
  const { t, language } = useWords()
  const { form, set, errors, missing } = booking
  const draft = withTerms(form, booking.plan)
  const lacking = (kind: AccountKind) =>
    missing === kind ? t(`booking.refusal.ACCOUNT_NEEDED.${kind}`, { plan: booking.plan?.code }) : undefined
  const channel = useChoices('channel', channels)
  const segment = useChoices('segment', segments)
  const guarantee = useChoices('guarantee', guarantees)
  return (
    <>
      <div className="k-field-row">
        <div data-account="company">
          <Field label={t('booking.facts.company')} error={lacking('company') ?? errors.companyId}>
            {(control) => (
              <AccountPicker
                {...control}
                kind="company"
                value={draft.company}
                onChange={(company) => set({ company })}
              />
            )}
          </Field>
        </div>
        <div data-account="agency">
          <Field
            label={<FactLabel of="agency">{t('booking.facts.agency')}</FactLabel>}
            error={lacking('agency') ?? errors.agencyId}
          >
            {(control) => (
              <AccountPicker
                {...control}
                kind="agency"
                value={draft.agency}
                onChange={(agency) => set({ agency })}
              />
            )}
          </Field>
        </div>
      </div>
      <div className="k-field-row">
        <Field label={t('booking.facts.channel')}>
          {(control) => (
            <Select
              {...control}
              showSearch={{ optionFilterProp: 'label' }}
              value={draft.channel}
              options={channel}
              onChange={(next: NewDraft['channel']) => set({ channel: next })}
            />
          )}
        </Field>
        <Field label={t('booking.facts.segment')}>
          {(control) => (
            <Select
              {...control}
              showSearch={{ optionFilterProp: 'label' }}
              value={draft.segment}
              options={segment}
              onChange={(next: NewDraft['segment']) => set({ segment: next })}
            />
          )}
        </Field>
      </div>
      <div className="k-field-row">
        <Field label={<FactLabel of="payment">{t('booking.facts.guarantee')}</FactLabel>}>
          {(control) => (
            <Select
              {...control}
              value={draft.guarantee}
              options={guarantee}
              onChange={(next: NewDraft['guarantee']) => set({ guarantee: next })}
            />
          )}
        </Field>
        <Field label={t('booking.new.status')}>
          {(control) => (
            <Select
              {...control}
              value={draft.status}
              options={statuses.map((value) => ({ value, label: t(`shell.mark.${value}`) }))}
              onChange={(next: NewDraft['status']) => set({ status: next })}
            />
          )}
        </Field>
      </div>
      <ArrivalFields typed={draft} set={set} guarantee={draft.guarantee} />
      {draft.message?.filled && <SourceFields booking={booking} />}
      <OnePerson
        label={t('booking.change.booker')}
        person={draft.booker}
        empty={t('booking.new.bookerEmpty')}
        without={[]}
        onPick={(booker) => set({ booker })}
        onRemove={() => set({ booker: null })}
      />
      <Field
        label={t('booking.facts.comment')}
        error={tooLong(draft.comment, 500, language) ?? errors.comment}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={draft.comment}
            onChange={(event) => set({ comment: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

/** What only a confirmation brings: the number at its agency, and the meal where it is another than the plan's. */
function SourceFields({ booking: { form: draft, set, errors } }: Props) {
  const { t, language } = useWords()
  const meal = useChoices('meal', meals)
  const { confirmationNo } = draft.source
  return (
    <div className="k-field-row">
      <Field
        label={<FactLabel of="confirmationNo">{t('confirmation.number')}</FactLabel>}
        error={tooLong(confirmationNo, 60, language) ?? errors['source.confirmationNo']}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={confirmationNo}
            onChange={(event) => set({ source: { ...draft.source, confirmationNo: event.target.value } })}
          />
        )}
      </Field>
      <Field label={<FactLabel of="meal">{t('booking.facts.meal')}</FactLabel>}>
        {(control) => (
          <Select
            {...control}
            allowClear={clearable(t)}
            placeholder={t('booking.facts.plan')}
            value={draft.meal}
            options={meal}
            onChange={(next: NewDraft['meal'] | undefined) => set({ meal: next ?? null })}
          />
        )}
      </Field>
    </div>
  )
}
