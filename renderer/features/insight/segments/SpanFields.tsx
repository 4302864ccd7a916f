import { Input, Select } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { maxAgo } from '#shared/domain/insight/segments/day-term.ts'
import type { DayTerm } from '#shared/domain/insight/segments/rule.ts'
import { monthText } from '#shared/i18n/segment-text.ts'
import { isBusinessDate, monthLength } from '#shared/values/index.ts'

type Span = { from: DayTerm | null; to: DayTerm | null }

/** From and until, each open, so long before the date, a day of a year, or a fixed day. */
export function SpanFields({ span, onChange }: { span: Span; onChange: (span: Span) => void }) {
  const { t } = useWords()
  return (
    <span className="sg-fields">
      <TermField
        label={t('segment.field.from')}
        term={span.from}
        onChange={(from) => onChange({ from, to: span.to })}
      />
      <TermField
        label={t('segment.field.until')}
        term={span.to}
        onChange={(to) => onChange({ from: span.from, to })}
      />
    </span>
  )
}

const forms = ['open', 'day', 'month', 'year', 'thisYear', 'lastYear', 'earlierYear', 'on'] as const
type Form = (typeof forms)[number]

type TermProps = { label: string; term: DayTerm | null; onChange: (term: DayTerm | null) => void }

function TermField({ label, term, onChange }: TermProps) {
  const { t, language } = useWords()
  const { businessDate } = useHotel()
  const form = formOf(term)
  const choose = (next: Form) => onChange(termOf(next, term, businessDate))
  return (
    <span className="sg-term" role="group" aria-label={label}>
      <span className="k-quiet">{label}</span>
      {term && 'ago' in term && (
        <NumberField
          label={t('segment.field.howMany')}
          value={term.ago}
          most={maxAgo[term.unit]}
          onChange={(ago) => onChange({ ...term, ago })}
        />
      )}
      {term && 'year' in term && (
        <>
          {term.year < -1 && (
            <NumberField
              label={t('segment.field.yearsBefore')}
              value={-term.year}
              least={2}
              most={100}
              onChange={(years) => onChange({ ...term, year: -years })}
            />
          )}
          <NumberField
            label={t('segment.field.day')}
            value={term.day}
            least={1}
            most={monthLength(2024, term.month)}
            onChange={(day) => onChange({ ...term, day })}
          />
          <Select
            className="sg-month"
            aria-label={t('segment.field.month')}
            value={term.month}
            popupMatchSelectWidth={false}
            onSelect={(month: number) =>
              onChange({ ...term, month, day: Math.min(term.day, monthLength(2024, month)) })
            }
            options={Array.from({ length: 12 }, (_, at) => ({
              value: at + 1,
              label: monthText(at + 1, language),
            }))}
          />
        </>
      )}
      {term && 'on' in term && (
        <DateField
          aria-label={label}
          value={term.on}
          onChange={(on) => isBusinessDate(on) && onChange({ on })}
        />
      )}
      <Select
        className="sg-form"
        aria-label={t('segment.field.form', { of: label })}
        value={form}
        popupMatchSelectWidth={false}
        onSelect={choose}
        options={forms.map((one) => ({ value: one, label: t(`segment.form.${one}`) }))}
      />
    </span>
  )
}

function formOf(term: DayTerm | null): Form {
  if (term === null) return 'open'
  if ('on' in term) return 'on'
  if ('ago' in term) return term.unit
  if (term.year === 0) return 'thisYear'
  return term.year === -1 ? 'lastYear' : 'earlierYear'
}

/** The term in another form; what fits of the former one is kept. */
function termOf(
  form: Form,
  term: DayTerm | null,
  today: Parameters<typeof isBusinessDate>[0],
): DayTerm | null {
  switch (form) {
    case 'open':
      return null
    case 'on':
      return isBusinessDate(today) ? { on: today } : null
    case 'day':
    case 'month':
    case 'year': {
      const usual = { day: 90, month: 12, year: 1 }[form]
      return { unit: form, ago: term && 'ago' in term ? Math.min(term.ago, maxAgo[form]) : usual }
    }
    default: {
      const day = term && 'year' in term ? term : { month: 1, day: 1 }
      return { year: { thisYear: 0, lastYear: -1, earlierYear: -2 }[form], month: day.month, day: day.day }
    }
  }
}

type NumberProps = {
  label: string
  value: number
  least?: number
  most: number
  onChange: (value: number) => void
}

function NumberField({ label, value, least = 0, most, onChange }: NumberProps) {
  return (
    <Input
      className="sg-number"
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      value={String(value)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        const typed = event.target.value.normalize('NFKC').replace(/\D/g, '')
        const next = typed === '' ? least : Number(typed)
        onChange(Math.max(least, Math.min(most, next)))
      }}
    />
  )
}
