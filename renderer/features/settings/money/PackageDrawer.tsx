import { Button } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { packagePers } from '#shared/domain/folio/package.ts'
import { meals } from '#shared/domain/rate/rate-plan.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { TextRow } from '../fields.tsx'
import { amount, amountText } from '../values.ts'
import { MoneyDrawer, type Wrong, type WrongAt } from './MoneyDrawer.tsx'
import { ActiveRow, ChoiceRow, ManyRow, NameRows, RowTools } from './money-fields.tsx'
import {
  basisPointsOf,
  type Chart,
  type DrawerProps,
  type Package,
  percentText,
  typedNames,
} from './money-things.ts'
import { usePlanOptions } from './use-plan-options.ts'

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
