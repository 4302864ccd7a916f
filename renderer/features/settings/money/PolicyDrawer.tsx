import { Button } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { TextRow } from '../fields.tsx'
import { FeeChargeRow } from './FeeChargeRow.tsx'
import { readCharge, type TypedCharge, typedCharge } from './fee-form.ts'
import { MoneyDrawer, type Wrong, type WrongAt } from './MoneyDrawer.tsx'
import { ActiveRow, ManyRow, NameRows, RowTools } from './money-fields.tsx'
import { type DrawerProps, type Policy, typedNames } from './money-things.ts'
import { usePlanOptions } from './use-plan-options.ts'

const feeTrouble = {
  none: 'settings.number',
  flat: 'settings.amount',
  percent: 'invalid.percent',
  nights: 'settings.number',
} as const

type Tier = { days: string; time: string; charge: TypedCharge }

function typedPolicy(one: Policy | undefined, currency: string) {
  return {
    ...typedNames(one),
    ratePlanIds: (one?.terms.ratePlanIds ?? []) as number[],
    cancellation: (one?.terms.cancellation ?? []).map(
      ({ daysBefore, time, charge }): Tier => ({
        days: daysBefore === null ? '' : String(daysBefore),
        time,
        charge: typedCharge(charge, currency),
      }),
    ),
    noShow: typedCharge(one?.terms.noShow ?? { kind: 'nights', nights: 1 }, currency),
    earlyDeparture: typedCharge(one?.terms.earlyDeparture ?? { kind: 'none' }, currency),
  }
}
type TypedPolicy = ReturnType<typeof typedPolicy>

/** A fee policy: what a cancellation costs by when, a no-show, an early departure. */
export function PolicyDrawer({ thing, onClose }: DrawerProps<Policy>) {
  const { t } = useWords()
  const { currency } = useHotel()
  const plans = usePlanOptions(thing?.terms.ratePlanIds ?? [])
  const read = ({ ratePlanIds, cancellation, noShow, earlyDeparture, ...names }: TypedPolicy) => {
    const wrong: Record<string, string> = {}
    const charge = (path: string, typed: TypedCharge) => {
      const got = readCharge(typed, currency)
      if (got === null) wrong[`terms.${path}`] = t(feeTrouble[typed.kind], { currency })
      return got ?? { kind: 'none' as const }
    }
    const tiers = cancellation.map((tier, at) => {
      const daysBefore = tier.days.trim() === '' ? null : Number(tier.days)
      if (daysBefore !== null && !Number.isInteger(daysBefore))
        wrong[`terms.cancellation.${at}.daysBefore`] = t('settings.number')
      return { daysBefore, time: tier.time, charge: charge(`cancellation.${at}.charge`, tier.charge) }
    })
    const terms = {
      ratePlanIds: ratePlanIds as Policy['terms']['ratePlanIds'],
      cancellation: tiers,
      noShow: charge('noShow', noShow),
      earlyDeparture: charge('earlyDeparture', earlyDeparture),
    }
    return Object.keys(wrong).length > 0 ? { wrong: wrong as Wrong } : { input: { ...names, terms } }
  }
  return (
    <MoneyDrawer
      tab="policies"
      label={thing?.code ?? ''}
      thing={thing}
      fresh={typedPolicy(thing, currency)}
      read={read}
      width={560}
      onClose={onClose}
    >
      {({ values, change, wrong }) => (
        <>
          <NameRows values={values} change={change} wrong={wrong} />
          <ManyRow
            label={t('chart.head.plans')}
            value={values.ratePlanIds}
            options={plans}
            onChange={(ratePlanIds) => change({ ratePlanIds })}
            error={wrong('terms.ratePlanIds', true)}
            hint={t('chart.hint.plans')}
          />
          <Tiers tiers={values.cancellation} wrong={wrong} set={(cancellation) => change({ cancellation })} />
          {(['noShow', 'earlyDeparture'] as const).map((field) => (
            <fieldset key={field} className="s-terms">
              <legend>{t(`chart.head.${field}`)}</legend>
              <FeeChargeRow
                charge={values[field]}
                set={(next) => change({ [field]: next })}
                error={wrong(`terms.${field}`, true)}
              />
            </fieldset>
          ))}
          <ActiveRow values={values} change={change} />
        </>
      )}
    </MoneyDrawer>
  )
}

function Tiers({ tiers, wrong, set }: { tiers: Tier[]; wrong: WrongAt; set: (tiers: Tier[]) => void }) {
  const { t, language } = useWords()
  const put = (at: number, patch: Partial<Tier>) =>
    set(tiers.map((tier, index) => (index === at ? { ...tier, ...patch } : tier)))
  return (
    <fieldset className="s-terms">
      <legend>{t('chart.head.cancellation')}</legend>
      <ol className="s-money-rows">
        {tiers.map((tier, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tier is its place in the list
          <li key={at} className="s-money-tier">
            <TextRow
              label={fieldName(['daysBefore'], language)}
              value={tier.days}
              onChange={(days) => put(at, { days })}
              error={wrong(`terms.cancellation.${at}.daysBefore`)}
              hint={tier.days.trim() === '' && t('chart.hint.anyTime')}
              figures
            />
            <TextRow
              label={fieldName(['time'], language)}
              value={tier.time}
              onChange={(time) => put(at, { time })}
              error={wrong(`terms.cancellation.${at}.time`)}
              figures
            />
            <FeeChargeRow
              charge={tier.charge}
              set={(charge) => put(at, { charge })}
              error={wrong(`terms.cancellation.${at}.charge`, true)}
            />
            <RowTools rows={tiers} at={at} what={String(at + 1)} set={set} />
          </li>
        ))}
      </ol>
      <Button
        onClick={() =>
          set([
            ...tiers,
            { days: tiers.length === 0 ? '1' : '0', time: '18:00', charge: { kind: 'nights', figure: '1' } },
          ])
        }
      >
        {t('chart.addTier')}
      </Button>
      <p className={wrong('terms.cancellation') ? 'k-trouble-line' : 'k-field-hint'}>
        {wrong('terms.cancellation') ?? t('chart.hint.policyTiers')}
      </p>
    </fieldset>
  )
}
