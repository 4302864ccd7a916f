import { Select } from 'antd'
import { type ComponentProps, useEffect, useId, useRef } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Account, AccountPicker } from '#renderer/parts/account/AccountPicker.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { formatDate, formatMoney } from '#renderer/ui/format.ts'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { shownMoney } from '#renderer/ui/shown-money.ts'
import type { BusinessDate, Currency, RatePlanId } from '#shared/values/index.ts'
import { lackingAccount, planAccount } from '../plan-terms.ts'
import { planPrice, useHouse } from '../use-house.ts'
import { nameOf } from '../words.ts'
import { ChangeDrawer, type ChangeProps, useChangeDraft } from './ChangeDrawer.tsx'
import { readRates } from './read-rates.ts'

/** Another rate plan, or rates of their own to nights; those already slept stay as they are. */
export function RateDrawer({ booking, onClose, night }: ChangeProps & { night?: BusinessDate | undefined }) {
  const { t, language, locale } = useWords()
  const { businessDate, currency } = useHotel()
  const house = useHouse()
  const draft = useChangeDraft(booking, 'rate', {
    ratePlanId: (booking.ratePlanId ?? null) as number | null,
    all: '',
    rates: {} as Record<string, string>,
    account: null as Account | null,
    reason: '',
  })
  const { ratePlanId, all, rates, account } = draft.value
  const ahead = booking.nights.filter((one) => one.night >= businessDate)
  const read = readRates(
    ahead.map((one) => one.night),
    all,
    rates,
    currency as Currency,
  )
  const otherPlan = ratePlanId !== booking.ratePlanId
  const charged = house.typeOf(booking.chargedRoomTypeId)
  const needs = otherPlan ? lackingAccount(booking, house.planOf(ratePlanId)) : null
  const price = otherPlan ? planPrice(house.planOf(ratePlanId), charged) : null
  const set = (patch: Partial<typeof draft.value>) => draft.set({ ...draft.value, ...patch })
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    if (night) table.current?.querySelector<HTMLInputElement>(`[data-night="${night}"]`)?.focus()
  }, [night])
  const plans = house.plans.filter((plan) => plan.active || plan.id === booking.ratePlanId)
  const wrongText = (where: string) => {
    const fault = read.wrong.get(where)
    return fault && t(fault)
  }
  return (
    <ChangeDrawer
      booking={booking}
      onClose={onClose}
      title={t('booking.change.rate')}
      command="booking.changeRate"
      draft={draft}
      change={
        read.wrong.size > 0
          ? null
          : {
              kind: 'rate',
              ...(otherPlan && ratePlanId !== null ? { ratePlanId: ratePlanId as RatePlanId } : {}),
              ...(needs && account ? { [`${needs}Id`]: account.id } : {}),
              rates: read.rates,
            }
      }
      usualReasons={(['match', 'complaint', 'promised', 'mistake'] as const).map((why) =>
        t(`booking.change.usualRate.${why}`),
      )}
    >
      <div className="k-field-row">
        <Field label={t('booking.facts.plan')}>
          {(control) => (
            <Select
              {...control}
              autoFocus={night === undefined}
              showSearch={{ optionFilterProp: 'label' }}
              value={ratePlanId}
              options={plans.map((plan) => ({
                value: plan.id as number,
                label: `${plan.code} ${nameOf(plan, language)}`,
              }))}
              onChange={(id: number) => set({ ratePlanId: id, account: planAccount(house.planOf(id)) })}
            />
          )}
        </Field>
        <Field
          label={t('booking.change.allNights')}
          hint={t('booking.change.allNightsHint')}
          error={wrongText('all')}
        >
          {(control) => <MoneyField {...control} value={all} onChange={(text) => set({ all: text })} />}
        </Field>
      </div>
      {needs && (
        <Field label={t(`booking.facts.${needs}`)}>
          {(control) => (
            <AccountPicker
              {...control}
              kind={needs}
              value={account}
              onChange={(next) => set({ account: next })}
            />
          )}
        </Field>
      )}
      <div className="k-bk-rate-rows">
        <table ref={table} className="k-table k-bk-rates">
          <thead>
            <tr>
              <th scope="col">{t('booking.nights.night')}</th>
              <th scope="col" className="k-num">
                {t('booking.change.now')}
              </th>
              <th scope="col" className="k-num">
                {t('booking.nights.rate')}
              </th>
            </tr>
          </thead>
          <tbody>
            {booking.nights.map((one) => {
              const past = one.night < businessDate
              const now = formatMoney(one.rateMinor, currency, locale)
              const stands = price !== null ? formatMoney(price, currency, locale) : now
              return (
                <tr key={one.night}>
                  <th scope="row">
                    <DateText date={one.night} style="day" />
                  </th>
                  <td className="k-num">{now}</td>
                  <td className="k-num">
                    {past ? (
                      <span className="k-quiet">{t('booking.nights.past')}</span>
                    ) : (
                      <NightRate
                        error={wrongText(one.night)}
                        data-night={one.night}
                        aria-label={`${t('booking.nights.rate')}, ${formatDate(one.night, locale)}`}
                        placeholder={all.trim() === '' ? stands : shownMoney(all, currency, locale)}
                        value={rates[one.night] ?? ''}
                        onChange={(text) => set({ rates: { ...rates, [one.night]: text } })}
                      />
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </ChangeDrawer>
  )
}

/** The rate of one night; what is wrong with it is beneath it. */
function NightRate({ error, ...props }: ComponentProps<typeof MoneyField> & { error: string | undefined }) {
  const id = useId()
  return (
    <>
      <MoneyField
        {...props}
        {...(error ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': id } : {})}
      />
      {error && (
        <p id={id} className="k-trouble-line" role="alert">
          {error}
        </p>
      )}
    </>
  )
}
