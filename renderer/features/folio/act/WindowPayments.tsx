import { Select } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { payeeOf } from '#renderer/parts/folio/folio-view.ts'
import { PaymentFields, withMethod } from '#renderer/parts/folio/PaymentFields.tsx'
import type { PayDesk, ReadPayment, TypedPayment } from '#renderer/parts/folio/typed-payment.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { Heading } from '#renderer/ui/Heading.tsx'
import { rowFor, type SettleRow, type SettleWindow } from './use-settle.ts'

type WindowProps = {
  window: SettleWindow
  rows: readonly SettleRow[]
  reads: readonly ReadPayment[]
  left: number
  desk: PayDesk
  errors: Readonly<Record<string, string | undefined>>
  first: boolean
  onChange: (rows: SettleRow[]) => void
}

/** The payments of one window, and what they leave of what it owes. */
export function WindowPayments({ window, rows, reads, left, desk, errors, first, onChange }: WindowProps) {
  const { t, locale } = useWords()
  const own = rows.flatMap((row, at) => (row.window === window.window ? [at] : []))
  const change = (at: number, patch: Partial<TypedPayment>) =>
    onChange(rows.map((row, place) => (place === at ? { ...row, ...patch } : row)))
  /** What this payment may take: what the others of its window leave. */
  const owedBy = (at: number) =>
    own.reduce(
      (rest, other) => (other === at ? rest : rest - (reads[other]?.minor ?? 0)),
      window.balanceMinor,
    )
  return (
    <section className="fo-settle" aria-label={t('folioScreen.windowN', { window: window.window })}>
      <header>
        <Heading>
          <span className="k-code">{window.window}</span> <GuestName of={payeeOf(window)} />
        </Heading>
        <span className="k-num">{formatMoney(window.balanceMinor, desk.currency, locale)}</span>
      </header>
      {own.map((at, index) => (
        <PaymentRow
          key={at}
          row={rows[at] as SettleRow}
          read={reads[at] as ReadPayment}
          owedMinor={owedBy(at)}
          desk={desk}
          errors={errors}
          autoFocus={first && index === 0}
          onChange={(patch) => change(at, patch)}
          onRemove={own.length > 1 ? () => onChange(rows.filter((_, place) => place !== at)) : undefined}
        />
      ))}
      <p className={left === 0 ? 'fo-rest' : 'fo-rest k-wrong'}>
        {t(left < 0 ? 'folioScreen.settle.over' : 'folioScreen.settle.rest')}{' '}
        <b className="k-num">{formatMoney(Math.abs(left), desk.currency, locale)}</b>
        {left > 0 && (
          <button
            type="button"
            className="k-tool"
            onClick={() => onChange([...rows, { ...rowFor(window, left, desk), account: null }])}
          >
            + {t('folioScreen.settle.another')}
          </button>
        )}
      </p>
    </section>
  )
}

type RowProps = {
  row: SettleRow
  read: ReadPayment
  owedMinor: number
  desk: PayDesk
  errors: Readonly<Record<string, string | undefined>>
  autoFocus: boolean
  onChange: (patch: Partial<TypedPayment>) => void
  /** Absent where it is the window's only one. */
  onRemove: (() => void) | undefined
}

function PaymentRow({ row, read, owedMinor, desk, errors, autoFocus, onChange, onRemove }: RowProps) {
  const { t } = useWords()
  return (
    <div className="fo-settle-row">
      <Field label={t('folioScreen.field.method')} error={errors.codeId}>
        {(control) => (
          <Select
            {...control}
            autoFocus={autoFocus}
            showSearch={{ optionFilterProp: 'label' }}
            value={row.codeId}
            options={desk.chart.payments.map((code) => ({
              value: code.id as number,
              label: `${desk.chart.nameOf(code)} ${code.code}`,
            }))}
            onChange={(id: number) => onChange(withMethod(row, id, owedMinor, desk))}
          />
        )}
      </Field>
      <PaymentFields
        typed={row}
        set={onChange}
        read={read}
        desk={desk}
        balanceMinor={owedMinor}
        errors={errors}
      />
      {onRemove && (
        <button type="button" className="k-tool" onClick={onRemove}>
          {t('folioScreen.settle.remove')}
        </button>
      )}
    </div>
  )
}
