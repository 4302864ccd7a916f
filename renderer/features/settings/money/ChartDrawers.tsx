import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { currencyChoices } from '#renderer/parts/hotel/choices.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { accountClasses, accountRoles } from '#shared/domain/folio/chart.ts'
import { paperKinds, paperLabel } from '#shared/domain/folio/paper.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { TextRow } from '../fields.tsx'
import { wholeNumber } from '../values.ts'
import { MoneyDrawer } from './MoneyDrawer.tsx'
import { ActiveRow, ChoiceRow, MaybeRow, NameRows, RowTools } from './money-fields.tsx'
import {
  type Account,
  type DrawerProps,
  decimalOf,
  type ExchangeRate,
  type Series,
  type TaxRule,
  typedNames,
} from './money-things.ts'

/** A ledger account. */
export function AccountDrawer({ thing, onClose }: DrawerProps<Account>) {
  const { t } = useWords()
  return (
    <MoneyDrawer
      tab="accounts"
      label={thing?.code ?? ''}
      thing={thing}
      fresh={{ ...typedNames(thing), class: thing?.class ?? 'asset', role: thing?.role ?? null }}
      read={(values) => ({ input: values })}
      onClose={onClose}
    >
      {({ values, change, wrong }) => (
        <>
          <NameRows values={values} change={change} wrong={wrong} codeHint={t('chart.hint.code')} />
          <div className="k-field-row">
            <ChoiceRow
              label={t('chart.head.class')}
              value={values.class}
              options={accountClasses.map((value) => ({ value, label: t(`chart.class.${value}`) }))}
              onChange={(next) => change({ class: next })}
              error={wrong('class')}
            />
            <MaybeRow
              label={t('chart.head.role')}
              none={t('chart.hint.noRole')}
              value={values.role}
              options={accountRoles.map((value) => ({ value, label: t(`chart.accountRole.${value}`) }))}
              onChange={(role) => change({ role })}
              error={wrong('role')}
              hint={t('chart.hint.role')}
            />
          </div>
          <ActiveRow values={values} change={change} />
        </>
      )}
    </MoneyDrawer>
  )
}

/** A tax rule: taxes in order. */
export function RuleDrawer({ thing, chart, onClose }: DrawerProps<TaxRule>) {
  const { t, language } = useWords()
  return (
    <MoneyDrawer
      tab="rules"
      label={thing?.code ?? ''}
      thing={thing}
      fresh={{ ...typedNames(thing), taxes: thing?.taxes ?? [] }}
      read={(values) => ({ input: values })}
      onClose={onClose}
    >
      {({ values, change, wrong }) => {
        const left = chart.taxes.filter((tax) => tax.active && !values.taxes.includes(tax.id))
        return (
          <>
            <NameRows values={values} change={change} wrong={wrong} />
            <div className="k-field">
              <span className="k-label">{t('chart.head.taxes')}</span>
              <ol className="s-money-rows">
                {values.taxes.map((id, at) => {
                  const tax = chart.taxes.find((one) => one.id === id)
                  return (
                    <li key={id}>
                      <span>
                        <span className="k-code">{tax?.code}</span> {tax && inLanguage(tax, language)}
                      </span>
                      <RowTools
                        rows={values.taxes}
                        at={at}
                        what={tax?.code ?? ''}
                        set={(taxes) => change({ taxes })}
                        order
                      />
                    </li>
                  )
                })}
              </ol>
              <p className="k-field-hint">{t('chart.hint.taxesOrder')}</p>
            </div>
            {left.length > 0 && (
              <ChoiceRow
                label={t('chart.addTax')}
                value={null}
                options={left.map((tax) => ({
                  value: tax.id as number,
                  label: `${tax.code} ${inLanguage(tax, language)}`,
                }))}
                onChange={(id) => change({ taxes: [...values.taxes, id as TaxRule['taxes'][number]] })}
                error={wrong('taxes', true)}
              />
            )}
            <ActiveRow values={values} change={change} />
          </>
        )
      }}
    </MoneyDrawer>
  )
}

/** What a foreign currency is worth from a day on. */
export function RateDrawer({ thing, onClose }: DrawerProps<ExchangeRate>) {
  const { t, language } = useWords()
  const { currency, businessDate } = useHotel()
  return (
    <MoneyDrawer
      tab="rates"
      label={thing?.currency ?? ''}
      thing={thing}
      fresh={{
        currency: thing?.currency ?? '',
        validFrom: (thing?.validFrom ?? businessDate) as string,
        rate: thing?.rate ?? '',
      }}
      read={(values) => ({
        input: {
          ...values,
          validFrom: values.validFrom as ExchangeRate['validFrom'],
          rate: decimalOf(values.rate),
        },
      })}
      onClose={onClose}
    >
      {({ values, change, wrong }) => (
        <>
          <ChoiceRow
            label={fieldName(['currency'], language)}
            value={values.currency === '' ? null : values.currency}
            options={currencyChoices(language).filter(({ value }) => value !== currency)}
            autoFocus
            onChange={(next) => change({ currency: next })}
            error={wrong('currency')}
          />
          <div className="k-field-row">
            <Field label={t('chart.head.from')} error={wrong('validFrom')}>
              {(control) => (
                <DateField
                  {...control}
                  value={values.validFrom}
                  onChange={(validFrom) => change({ validFrom })}
                />
              )}
            </Field>
            <TextRow
              label={t('chart.head.rate')}
              value={values.rate}
              onChange={(rate) => change({ rate })}
              error={wrong('rate')}
              hint={
                values.currency !== '' &&
                t('chart.hint.exchange', { currency: values.currency, hotel: currency })
              }
              figures
            />
          </div>
        </>
      )}
    </MoneyDrawer>
  )
}

/** A series of numbers, with the number as it will be printed. */
export function SeriesDrawer({ thing, onClose }: DrawerProps<Series>) {
  const { t, language } = useWords()
  const { businessDate } = useHotel()
  return (
    <MoneyDrawer
      tab="series"
      label={thing?.code ?? ''}
      thing={thing}
      fresh={{
        code: thing?.code ?? '',
        kind: thing?.kind ?? 'invoice',
        prefix: thing?.prefix ?? '',
        digits: String(thing?.digits ?? 6),
        active: thing?.active ?? true,
      }}
      read={(values) => {
        const digits = wholeNumber(values.digits)
        return digits === null
          ? { wrong: { digits: t('settings.number') } }
          : { input: { ...values, digits } }
      }}
      onClose={onClose}
    >
      {({ values, change, wrong }) => (
        <>
          <TextRow
            label={t('settings.code')}
            value={values.code}
            onChange={(code) => change({ code })}
            error={wrong('code')}
            autoFocus
          />
          <ChoiceRow
            label={t('chart.head.kind')}
            value={values.kind}
            options={paperKinds.map((value) => ({ value, label: t(`chart.paperKind.${value}`) }))}
            onChange={(kind) => change({ kind })}
            error={wrong('kind')}
          />
          <div className="k-field-row">
            <TextRow
              label={fieldName(['prefix'], language)}
              value={values.prefix}
              onChange={(prefix) => change({ prefix })}
              error={wrong('prefix')}
            />
            <TextRow
              label={fieldName(['digits'], language)}
              value={values.digits}
              onChange={(digits) => change({ digits })}
              error={wrong('digits')}
              figures
            />
          </div>
          <p className="s-under k-field-hint">
            {t('chart.hint.numbers', {
              example: paperLabel(
                { prefix: values.prefix, digits: Math.min(wholeNumber(values.digits) ?? 1, 10) },
                Number(businessDate.slice(0, 4)),
                1,
              ),
            })}
          </p>
          <ActiveRow values={values} change={change} />
        </>
      )}
    </MoneyDrawer>
  )
}
