import { Button } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { packagePers } from '#shared/domain/folio/package.ts'
import { meals } from '#shared/domain/rate/rate-plan.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { TextRow } from '../fields.tsx'
import { amount, amountText } from '../values.ts'
import { FeeChargeRow } from './FeeChargeRow.tsx'
import { readCharge, type TypedCharge, typedCharge } from './fee-form.ts'
import { MoneyDrawer, type Wrong, type WrongAt } from './MoneyDrawer.tsx'
import { ActiveRow, ChoiceRow, ManyRow, NameRows, RowTools } from './money-fields.tsx'
import {
  basisPointsOf,
  type Chart,
  type DrawerProps,
  type Package,
  type Policy,
  percentText,
  typedNames,
} from './money-things.ts'

/** The rate plans to choose from. */
function usePlanOptions(kept: readonly number[]) {
  const { language } = useWords()
  return (useQuery('rate.list', {}).data ?? [])
    .filter((plan) => plan.active || kept.includes(plan.id))
    .map((plan) => ({ value: plan.id as number, label: `${plan.code} ${inLanguage(plan, language)}` }))
}

type Element = {
  codeId: number | null
  per: (typeof packagePers)[number]
  of: 'amount' | 'percent'
  figure: string
}

function typedPackage(one: Package | undefined, currency: string) {
  return {
    ...typedNames(one),
    ratePlanIds: (one?.terms.ratePlanIds ?? []) as number[],
    meals: one?.terms.meals ?? [],
    elements: (one?.terms.elements ?? []).map(
      ({ codeId, per, amountMinor, basisPoints }): Element => ({
        codeId,
        per,
        of: amountMinor === null ? 'percent' : 'amount',
        figure: amountMinor === null ? percentText(basisPoints ?? 0) : amountText(amountMinor, currency),
      }),
    ),
  }
}
type TypedPackage = ReturnType<typeof typedPackage>

/** A package: what rates include, split to codes of their own. */
export function PackageDrawer({ thing, chart, onClose }: DrawerProps<Package>) {
  const { t, language } = useWords()
  const { currency } = useHotel()
  const plans = usePlanOptions(thing?.terms.ratePlanIds ?? [])
  const read = ({ ratePlanIds, meals: chosen, elements, ...names }: TypedPackage) => {
    const wrong: Record<string, string> = {}
    const readElements = elements.map(({ codeId, per, of, figure }, at) => {
      const amountMinor = of === 'amount' ? amount(figure, currency) : null
      const basisPoints = of === 'percent' ? basisPointsOf(figure) : null
      if (amountMinor === null && basisPoints === null)
        wrong[`terms.elements.${at}.figure`] = t(of === 'amount' ? 'settings.amount' : 'invalid.percent', {
          currency,
        })
      if (codeId === null) wrong[`terms.elements.${at}.codeId`] = t('settings.code')
      return {
        codeId: (codeId ?? 0) as Package['terms']['elements'][number]['codeId'],
        per,
        amountMinor,
        basisPoints,
      }
    })
    if (Object.keys(wrong).length > 0) return { wrong: wrong as Wrong }
    const terms = {
      ratePlanIds: ratePlanIds as Package['terms']['ratePlanIds'],
      meals: chosen,
      elements: readElements,
    }
    return { input: { ...names, terms } }
  }
  return (
    <MoneyDrawer
      tab="packages"
      label={thing?.code ?? ''}
      thing={thing}
      fresh={typedPackage(thing, currency)}
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
            hint={t('chart.hint.packagePlans')}
          />
          <ManyRow
            label={fieldName(['meals'], language)}
            value={values.meals}
            options={meals.map((value) => ({ value, label: t(`booking.meal.${value}`) }))}
            onChange={(chosen) => change({ meals: chosen })}
            error={wrong('terms.meals', true)}
          />
          <Elements
            elements={values.elements}
            chart={chart}
            wrong={wrong}
            set={(elements) => change({ elements })}
          />
          <ActiveRow values={values} change={change} />
        </>
      )}
    </MoneyDrawer>
  )
}

type ElementsProps = { elements: Element[]; chart: Chart; wrong: WrongAt; set: (elements: Element[]) => void }

function Elements({ elements, chart, wrong, set }: ElementsProps) {
  const { t, language } = useWords()
  const put = (at: number, patch: Partial<Element>) =>
    set(elements.map((one, index) => (index === at ? { ...one, ...patch } : one)))
  const codes = chart.codes
    .filter((one) => one.active && (one.kind === 'charge' || one.kind === 'package'))
    .map((one) => ({ value: one.id as number, label: `${one.code} ${inLanguage(one, language)}` }))
  return (
    <fieldset className="s-terms">
      <legend>{t('chart.head.elements')}</legend>
      <ol className="s-money-rows">
        {elements.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an element is its place in the list
          <li key={at} className="s-money-element">
            <ChoiceRow
              label={t('settings.code')}
              value={one.codeId}
              options={codes}
              onChange={(codeId) => put(at, { codeId })}
              error={wrong(`terms.elements.${at}.codeId`)}
            />
            <ChoiceRow
              label={fieldName(['per'], language)}
              value={one.per}
              options={packagePers.map((value) => ({ value, label: t(`chart.per.${value}`) }))}
              onChange={(per) => put(at, { per })}
            />
            <ChoiceRow
              label={t('chart.head.basis')}
              value={one.of}
              options={(['amount', 'percent'] as const).map((value) => ({
                value,
                label: t(`chart.share.${value}`),
              }))}
              onChange={(of) => put(at, { of, figure: '' })}
            />
            <TextRow
              label={one.of === 'amount' ? fieldName(['amountMinor'], language) : '%'}
              value={one.figure}
              onChange={(figure) => put(at, { figure })}
              error={wrong(`terms.elements.${at}.figure`) ?? wrong(`terms.elements.${at}`)}
              {...(one.of === 'amount' ? { money: true } : { figures: true })}
            />
            <RowTools rows={elements} at={at} what={String(at + 1)} set={set} />
          </li>
        ))}
      </ol>
      <Button onClick={() => set([...elements, { codeId: null, per: 'adult', of: 'amount', figure: '' }])}>
        {t('chart.addElement')}
      </Button>
      {wrong('terms.elements') && <p className="k-trouble-line">{wrong('terms.elements')}</p>}
    </fieldset>
  )
}

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
