/** The sections of the settings of money at the desk. */
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { roleWord } from '#renderer/parts/access/role-words.ts'
import { Section } from '#renderer/ui/Pane.tsx'
import { paperSizes } from '#shared/domain/folio/paper-size.ts'
import { shiftRules, taxRoundings } from '#shared/domain/folio/settings.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { CheckRow, TextRow } from '../fields.tsx'
import { amountText } from '../values.ts'
import type { TypedSettings } from './general-form.ts'
import { ChoiceRow, ManyRow } from './money-fields.tsx'

type Props = {
  values: TypedSettings
  change: (patch: Partial<TypedSettings>) => void
  errors: Readonly<Record<string, string>>
}

type LineField = {
  [F in keyof TypedSettings]: TypedSettings[F] extends string ? F : never
}[keyof TypedSettings]

type LineProps = Props & {
  field: LineField
  hint?: string
  money?: boolean
  figures?: boolean
  suffix?: string
}

/** One setting that is typed. */
function LineRow({ values, change, errors, field, ...more }: LineProps) {
  const { language } = useWords()
  return (
    <TextRow
      label={fieldName([field], language)}
      value={values[field]}
      onChange={(text) => change({ [field]: text })}
      error={errors[field]}
      {...more}
    />
  )
}

export function CashSection(props: Props) {
  const { t, language } = useWords()
  const { currency } = useHotel()
  const { values, change } = props
  return (
    <Section title={t('chart.section.reckoning')}>
      <div className="k-field-row">
        <ChoiceRow
          label={fieldName(['taxRounding'], language)}
          value={values.taxRounding}
          options={taxRoundings.map((value) => ({ value, label: t(`chart.taxRounding.${value}`) }))}
          onChange={(taxRounding) => change({ taxRounding })}
          {...(values.taxRounding === 'document' ? { hint: t('chart.hint.document') } : {})}
        />
        <LineRow
          {...props}
          field="cashStepMinor"
          hint={t('chart.hint.cashStep', { one: amountText(1, currency) })}
          money
        />
      </div>
      <CheckRow
        label={fieldName(['cashAllowed'], language)}
        hint={t('chart.hint.cashAllowed')}
        checked={values.cashAllowed}
        onChange={(cashAllowed) => change({ cashAllowed })}
      />
    </Section>
  )
}

export function LimitSection(props: Props) {
  const { t } = useWords()
  return (
    <Section title={t('chart.section.limits')}>
      <div className="k-field-row">
        <LineRow {...props} field="creditLimitMinor" hint={t('chart.hint.limit')} money />
        <LineRow {...props} field="warnPercent" figures suffix="%" />
      </div>
      <div className="k-field-row">
        <LineRow {...props} field="keyDepositMinor" money />
        <LineRow {...props} field="holdDays" figures />
      </div>
    </Section>
  )
}

export function ShiftSection({ values, change }: Props) {
  const { t, language } = useWords()
  const { data: roles } = useQuery('access.listRoles', {})
  return (
    <Section title={t('chart.section.shifts')}>
      <div className="k-field-row">
        <ChoiceRow
          label={fieldName(['shiftRule'], language)}
          value={values.shiftRule}
          options={shiftRules.map((value) => ({ value, label: t(`chart.shiftRule.${value}`) }))}
          onChange={(shiftRule) => change({ shiftRule })}
        />
        <ManyRow
          label={fieldName(['shiftExempt'], language)}
          value={values.shiftExempt}
          options={(roles ?? []).map(({ code, name }) => ({ value: code, label: roleWord(code, name, t) }))}
          onChange={(shiftExempt) => change({ shiftExempt })}
        />
      </div>
    </Section>
  )
}

export function PaperSection({ values, change }: Props) {
  const { t, language } = useWords()
  return (
    <Section title={t('chart.section.paper')}>
      <ChoiceRow
        label={fieldName(['paperSize'], language)}
        value={values.paperSize}
        options={paperSizes.map((value) => ({ value, label: t(`chart.paperSize.${value}`) }))}
        onChange={(paperSize) => change({ paperSize })}
      />
      <CheckRow
        label={fieldName(['eInvoice'], language)}
        hint={t('chart.hint.eInvoice')}
        checked={values.eInvoice}
        onChange={(eInvoice) => change({ eInvoice })}
      />
    </Section>
  )
}

export function SellerSection(props: Props) {
  const { t } = useWords()
  return (
    <Section title={t('chart.section.seller')}>
      <LineRow {...props} field="sellerName" hint={t('chart.hint.seller')} />
      <LineRow {...props} field="sellerAddress" />
      <div className="k-field-row">
        <LineRow {...props} field="sellerTaxNo" />
        <LineRow {...props} field="sellerRegistration" />
      </div>
      <LineRow {...props} field="sellerBank" />
      <LineRow {...props} field="footer" />
    </Section>
  )
}
