import type { ReactNode } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { Section } from '#renderer/ui/Pane.tsx'
import type { InputOf } from '#shared/contract/index.ts'
import { roles } from '#shared/domain/access/roles.ts'
import { paperSizes } from '#shared/domain/folio/paper-size.ts'
import { shiftRules, taxRoundings } from '#shared/domain/folio/settings.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { FormPane } from '../FormPane.tsx'
import { CheckRow, TextRow } from '../fields.tsx'
import { ReadOnlyNote } from '../ReadOnlyNote.tsx'
import { amount, amountText, wholeNumber } from '../values.ts'
import { ChoiceRow, ManyRow } from './money-fields.tsx'
import type { Chart } from './money-things.ts'

type Settings = Chart['settings']

function typedOf(settings: Settings, currency: string) {
  const { chart: _chart, version: _version, ...fields } = settings
  return {
    ...fields,
    cashStep: amountText(settings.cashStepMinor, currency),
    creditLimit: settings.creditLimitMinor === null ? '' : amountText(settings.creditLimitMinor, currency),
    keyDeposit: amountText(settings.keyDepositMinor, currency),
    warn: String(settings.warnPercent),
    hold: String(settings.holdDays),
  }
}
type Typed = ReturnType<typeof typedOf>

type Read = { input: Omit<InputOf<'chart.saveSettings'>, 'version'> } | { wrong: Record<string, string> }

type Props = { settings: Settings; editable: boolean; bar: ReactNode }

/** How money is kept at the desk: rounding, limits, shifts, what stands on paper. */
export function GeneralForm({ settings, editable, bar }: Props) {
  const { t, language } = useWords()
  const { currency } = useHotel()
  const form = useVersionedEdit('settings:money:general', typedOf(settings, currency), settings.version, {
    stays: true,
  })
  const shipped = useQuery('chart.listCharts', {}).data?.find((one) => one.chart === settings.chart)
  const save = useCommand('chart.saveSettings')
  const { value: values } = form
  const read = useRead()
  const got = read(values)
  const change = (patch: Partial<Typed>) => {
    form.change(patch)
    save.reset()
  }
  const submit = async () => {
    if ('wrong' in got) return
    const reply = await form.save((version) =>
      save.run({ ...got.input, version: version ?? settings.version }),
    )
    if (reply.ok) form.settle(reply.output.version)
  }
  const errors: Record<string, string> = { ...save.errors, ...('wrong' in got ? got.wrong : {}) }
  const name = (field: string) => fieldName([field], language)
  const money = (field: 'cashStep' | 'creditLimit' | 'keyDeposit', hint?: string) => (
    <TextRow
      label={name(`${field}Minor`)}
      value={values[field]}
      onChange={(text) => change({ [field]: text })}
      error={errors[`${field}Minor`]}
      hint={hint}
      money
    />
  )
  const text = (
    field: 'sellerName' | 'sellerAddress' | 'sellerTaxNo' | 'sellerRegistration' | 'sellerBank' | 'footer',
    hint?: string,
  ) => (
    <TextRow
      label={name(field)}
      value={values[field]}
      onChange={(next) => change({ [field]: next })}
      error={errors[field]}
      hint={hint}
    />
  )
  const figure = (field: 'warn' | 'hold', named: 'warnPercent' | 'holdDays') => (
    <TextRow
      label={name(named)}
      value={values[field]}
      onChange={(next) => change({ [field]: next })}
      error={errors[named]}
      figures
      {...(field === 'warn' ? { suffix: '%' } : {})}
    />
  )
  return (
    <FormPane
      title={t('settings.section.money')}
      canSave={editable && form.ready && !('wrong' in got)}
      saving={save.pending}
      onSave={submit}
      above={
        <>
          <ReadOnlyNote section="money" editable={editable} />
          {bar}
        </>
      }
    >
      <fieldset className="s-plain" disabled={!editable}>
        <FormNotes form={form} names={name} trouble={Object.keys(errors).length > 0 ? null : save.trouble} />
        {settings.chart !== '' && (
          <p className="s-note k-quiet s-padded">
            {t('chart.loadedChart', { chart: shipped ? inLanguage(shipped, language) : settings.chart })}
          </p>
        )}
        <Section title={t('chart.section.reckoning')}>
          <div className="k-field-row">
            <ChoiceRow
              label={name('taxRounding')}
              value={values.taxRounding}
              options={taxRoundings.map((value) => ({ value, label: t(`chart.taxRounding.${value}`) }))}
              onChange={(taxRounding) => change({ taxRounding })}
              {...(values.taxRounding === 'document' ? { hint: t('chart.hint.document') } : {})}
            />
            {money('cashStep', t('chart.hint.cashStep', { one: amountText(1, currency) }))}
          </div>
          <CheckRow
            label={name('cashAllowed')}
            hint={t('chart.hint.cashAllowed')}
            checked={values.cashAllowed}
            onChange={(cashAllowed) => change({ cashAllowed })}
          />
        </Section>
        <Section title={t('chart.section.limits')}>
          <div className="k-field-row">
            {money('creditLimit', t('chart.hint.limit'))}
            {figure('warn', 'warnPercent')}
          </div>
          <div className="k-field-row">
            {money('keyDeposit')}
            {figure('hold', 'holdDays')}
          </div>
        </Section>
        <Section title={t('chart.section.shifts')}>
          <div className="k-field-row">
            <ChoiceRow
              label={name('shiftRule')}
              value={values.shiftRule}
              options={shiftRules.map((value) => ({ value, label: t(`chart.shiftRule.${value}`) }))}
              onChange={(shiftRule) => change({ shiftRule })}
            />
            <ManyRow
              label={name('shiftExempt')}
              value={values.shiftExempt}
              options={roles.map((value) => ({ value, label: t(`shell.role.${value}`) }))}
              onChange={(shiftExempt) => change({ shiftExempt })}
            />
          </div>
        </Section>
        <Section title={t('chart.section.paper')}>
          <ChoiceRow
            label={name('paperSize')}
            value={values.paperSize}
            options={paperSizes.map((value) => ({ value, label: t(`chart.paperSize.${value}`) }))}
            onChange={(paperSize) => change({ paperSize })}
          />
          <CheckRow
            label={name('eInvoice')}
            hint={t('chart.hint.eInvoice')}
            checked={values.eInvoice}
            onChange={(eInvoice) => change({ eInvoice })}
          />
        </Section>
        <Section title={t('chart.section.seller')}>
          {text('sellerName', t('chart.hint.seller'))}
          {text('sellerAddress')}
          <div className="k-field-row">
            {text('sellerTaxNo')}
            {text('sellerRegistration')}
          </div>
          {text('sellerBank')}
          {text('footer')}
        </Section>
      </fieldset>
    </FormPane>
  )
}

/** What was typed as the command takes it; a field that can't be read says so at once. */
function useRead(): (values: Typed) => Read {
  const { t } = useWords()
  const { currency } = useHotel()
  return ({ cashStep, creditLimit, keyDeposit, warn, hold, ...rest }) => {
    const wrong: Record<string, string> = {}
    const minor = (field: string, text: string) => {
      const value = amount(text, currency)
      if (value === null) wrong[field] = t('settings.amount', { currency })
      return value ?? 0
    }
    const whole = (field: string, text: string) => {
      const value = wholeNumber(text)
      if (value === null) wrong[field] = t('settings.number')
      return value ?? 0
    }
    const input = {
      ...rest,
      cashStepMinor: minor('cashStepMinor', cashStep),
      creditLimitMinor: creditLimit.trim() === '' ? null : minor('creditLimitMinor', creditLimit),
      keyDepositMinor: minor('keyDepositMinor', keyDeposit),
      warnPercent: whole('warnPercent', warn),
      holdDays: whole('holdDays', hold),
    }
    return Object.keys(wrong).length > 0 ? { wrong } : { input }
  }
}
