import { useHotel } from '#renderer/api/use-hotel.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { CheckRow, TextRow } from '../fields.tsx'
import { wholeNumber } from '../values.ts'
import { MoneyDrawer, type Wrong, type WrongAt } from './MoneyDrawer.tsx'
import { ActiveRow, ChoiceRow, NameRows } from './money-fields.tsx'
import { type DrawerProps, type Tax, typedNames } from './money-things.ts'
import { TaxRates } from './TaxRates.tsx'
import { readRates, typedRates, vatCategories } from './tax-form.ts'

function typedOf(tax: Tax | undefined, currency: string) {
  const terms = tax?.terms
  return {
    ...typedNames(tax),
    accountId: (tax?.accountId ?? null) as number | null,
    included: terms?.included ?? true,
    addsToBase: terms?.addsToBase ?? false,
    ignoresEarlier: terms?.ignoresEarlier ?? false,
    exemptUnderAge: terms?.exemptUnderAge == null ? '' : String(terms.exemptUnderAge),
    exemptBusiness: terms?.exemptBusiness ?? false,
    exemptFromNight: terms?.exemptFromNight == null ? '' : String(terms.exemptFromNight),
    exemptBackToFirst: terms?.exemptBackToFirst ?? false,
    vatCategory: terms?.vatCategory ?? ('' as const),
    rates: typedRates(terms?.rates, currency),
  }
}
type Typed = ReturnType<typeof typedOf>

/** What was typed as the command takes it, or what can't be read. */
function readTax(values: Typed, currency: string, t: T) {
  const wrong: Record<string, string> = {}
  const whole = (path: string, text: string) => {
    if (text.trim() === '') return null
    const value = wholeNumber(text)
    if (value === null) wrong[path] = t('settings.number')
    return value
  }
  const { code, nameEn, nameZh, active, accountId, rates, ...terms } = values
  if (accountId === null) wrong.accountId = t('chart.head.account')
  const got = readRates(rates, currency)
  for (const path of got.amounts) wrong[`terms.rates.${path}`] = t('settings.amount', { currency })
  const input = {
    code,
    nameEn,
    nameZh,
    active,
    accountId: (accountId ?? 0) as Tax['accountId'],
    terms: {
      ...terms,
      exemptUnderAge: whole('terms.exemptUnderAge', values.exemptUnderAge),
      exemptFromNight: whole('terms.exemptFromNight', values.exemptFromNight),
      rates: got.rates,
    },
  }
  return Object.keys(wrong).length > 0 ? { wrong: wrong as Wrong } : { input }
}

/** A tax: rates by date, whether the price contains it, who is free of it. */
export function TaxDrawer({ thing, chart, onClose }: DrawerProps<Tax>) {
  const { t, language } = useWords()
  const { currency } = useHotel()
  return (
    <MoneyDrawer
      tab="taxes"
      label={thing?.code ?? ''}
      thing={thing}
      fresh={typedOf(thing, currency)}
      read={(values) => readTax(values, currency, t)}
      width={520}
      onClose={onClose}
    >
      {({ values, change, wrong }) => (
        <>
          <NameRows values={values} change={change} wrong={wrong} />
          <div className="k-field-row">
            <ChoiceRow
              label={t('chart.head.account')}
              value={values.accountId}
              options={chart.accounts
                .filter((one) => one.active || one.id === values.accountId)
                .map((one) => ({
                  value: one.id as number,
                  label: `${one.code} ${inLanguage(one, language)}`,
                }))}
              onChange={(accountId) => change({ accountId })}
              error={wrong('accountId')}
            />
            <ChoiceRow
              label={fieldName(['vatCategory'], language)}
              value={values.vatCategory}
              options={vatCategories.map((value) => ({ value, label: t(`chart.vat.${value || 'none'}`) }))}
              onChange={(vatCategory) => change({ vatCategory })}
              error={wrong('terms.vatCategory')}
            />
          </div>
          <TaxRates rates={values.rates} wrong={wrong} set={(rates) => change({ rates })} />
          <Terms values={values} change={change} wrong={wrong} />
          <ActiveRow values={values} change={change} />
        </>
      )}
    </MoneyDrawer>
  )
}

type TermsProps = { values: Typed; change: (patch: Partial<Typed>) => void; wrong: WrongAt }

/** How it is computed, and who is free of it. */
function Terms({ values, change, wrong }: TermsProps) {
  const { t, language } = useWords()
  return (
    <>
      <fieldset className="s-terms">
        <legend>{t('chart.reckoning')}</legend>
        {(['included', 'addsToBase', 'ignoresEarlier'] as const).map((field) => (
          <CheckRow
            key={field}
            label={fieldName([field], language)}
            checked={values[field]}
            onChange={(checked) => change({ [field]: checked })}
          />
        ))}
      </fieldset>
      <fieldset className="s-terms">
        <legend>{t('chart.exempt')}</legend>
        <div className="k-field-row">
          {(['exemptUnderAge', 'exemptFromNight'] as const).map((field) => (
            <TextRow
              key={field}
              label={fieldName([field], language)}
              value={values[field]}
              onChange={(text) => change({ [field]: text })}
              error={wrong(`terms.${field}`)}
              figures
            />
          ))}
        </div>
        {(['exemptBackToFirst', 'exemptBusiness'] as const).map((field) => (
          <CheckRow
            key={field}
            label={fieldName([field], language)}
            checked={values[field]}
            onChange={(checked) => change({ [field]: checked })}
            disabled={field === 'exemptBackToFirst' && values.exemptFromNight.trim() === ''}
          />
        ))}
      </fieldset>
    </>
  )
}
