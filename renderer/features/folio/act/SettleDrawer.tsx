import { Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { Heading } from '#renderer/ui/Heading.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import type { Folio } from '#renderer/parts/folio/folio-view.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import type { ActProps } from './act-props.ts'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'
import { Effect } from '#renderer/parts/folio/Effect.tsx'
import { PaymentFields, withMethod } from '#renderer/parts/folio/PaymentFields.tsx'
import {
  emptyPayment,
  leftAfter,
  type PayDesk,
  type ReadPayment,
  readPayment,
  suggestedAmount,
  type TypedPayment,
} from '#renderer/parts/folio/typed-payment.ts'

const fields = ['codeId', 'amountMinor', 'tenderedMinor', 'voucherNo', 'accountId'] as const

type Row = TypedPayment & { window: number }
type Window = Folio['windows'][number]

/** Takes what every window owes, each from its payer, and closes the folio: all of it or nothing. */
export function SettleDrawer({ folio, chart, onClose }: ActProps) {
  const { t, locale } = useWords()
  const { currency, businessDate } = useHotel()
  const desk = { chart, currency, businessDate }
  const owing = folio.windows.filter(({ balanceMinor }) => balanceMinor > 0)
  const inCredit = folio.windows.filter(({ balanceMinor }) => balanceMinor < 0)
  const [fresh] = useState(() => owing.map((window) => rowFor(window, window.balanceMinor, desk)))
  const draft = useDraft(`folio:${folio.id}:settle`, { rows: fresh })
  const draftWords = useDraftWords(chart)
  const { rows } = draft.value
  const settle = useCommand('folio.settle')
  const close = useCommand('folio.close')
  const command = rows.length > 0 ? settle : close
  const [sent, setSent] = useState<readonly number[]>([])
  const write = (next: Row[]) => {
    settle.reset()
    draft.set({ rows: next })
  }
  const reads = rows.map((row) => readPayment(row, desk))
  const leftOf = (window: Window) =>
    rows.reduce(
      (left, row, at) =>
        row.window === window.window ? leftAfter(left, reads[at] as ReadPayment, desk) : left,
      window.balanceMinor,
    )
  const lefts = folio.windows.map((window) => ({ window, left: leftOf(window) }))
  const held = folio.deposits.find(({ heldMinor }) => heldMinor > 0)
  const hold = folio.holds.find(({ status }) => status === 'held')
  const blocked = held !== undefined || hold !== undefined
  const ready =
    !blocked && lefts.every(({ left }) => left === 0) && reads.every(({ input }) => input !== null)
  const run = async () => {
    setSent(rows.map((_, at) => at))
    const reply =
      rows.length > 0
        ? await settle.run({
            id: folio.id,
            version: folio.version,
            payments: rows.flatMap((row, at) => {
              const input = reads[at]?.input
              return input ? [{ window: row.window, ...input }] : []
            }),
            businessDate,
          })
        : await close.run({ id: folio.id, version: folio.version })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const nothing = owing.length === 0 && inCredit.length === 0
  return (
    <ActDrawer
      title={t(nothing ? 'folioScreen.settle.closeTitle' : 'folioScreen.settle.title')}
      onClose={onClose}
      submit={t(nothing ? 'folioScreen.act.close' : 'folioScreen.settle.submit')}
      run={run}
      ready={ready}
      command={command}
      fields={sent.length === 1 ? fields : []}
      draft={draft}
      draftWords={draftWords}
    >
      {(errors) => (
        <>
          {held && (
            <p className="fo-blocked" role="status">
              <Mark of="blocking" />{' '}
              {t('folioScreen.settle.held', {
                slip: held.slipNo,
                amount: formatMoney(held.heldMinor, currency, locale),
              })}
            </p>
          )}
          {hold && (
            <p className="fo-blocked" role="status">
              <Mark of="blocking" />{' '}
              {t('folioScreen.settle.hold', { amount: formatMoney(hold.amountMinor, currency, locale) })}
            </p>
          )}
          {inCredit.map((window) => (
            <p key={window.window} className="fo-blocked" role="status">
              <Mark of="blocking" />{' '}
              {t('folioScreen.settle.credit', {
                window: window.window,
                amount: formatMoney(-window.balanceMinor, currency, locale),
              })}
            </p>
          ))}
          {nothing && <p className="k-field">{t('folioScreen.settle.nothing')}</p>}
          {owing.map((window, index) => (
            <WindowPayments
              key={window.window}
              window={window}
              rows={rows}
              reads={reads}
              left={leftOf(window)}
              desk={desk}
              errors={errors}
              first={index === 0}
              onChange={write}
            />
          ))}
          {!nothing && (
            <Effect
              rows={[
                {
                  name: t('folioScreen.effect.allWindows'),
                  before: folio.balanceMinor,
                  after: lefts.reduce((sum, { left }) => sum + left, 0),
                },
                ...(ready ? [{ name: t('folioScreen.effect.closes'), note: t('common.yes') }] : []),
              ]}
            />
          )}
        </>
      )}
    </ActDrawer>
  )
}

/** A payment of what is left of a window: on account where a company pays it, else by the first way there is. */
function rowFor({ window, accountId, payeeName }: Window, minor: number, desk: PayDesk): Row {
  const onAccount =
    accountId === null ? undefined : desk.chart.payments.find(({ method }) => method === 'account')
  const code = onAccount ?? desk.chart.payments[0]
  return {
    ...emptyPayment,
    window,
    codeId: code?.id ?? null,
    account: onAccount && accountId !== null ? { id: accountId, name: payeeName } : null,
    amount: suggestedAmount(minor, code, '', desk),
  }
}

type WindowProps = {
  window: Window
  rows: readonly Row[]
  reads: readonly ReadPayment[]
  left: number
  desk: PayDesk
  errors: Readonly<Record<string, string | undefined>>
  first: boolean
  onChange: (rows: Row[]) => void
}

function WindowPayments({ window, rows, reads, left, desk, errors, first, onChange }: WindowProps) {
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
          <span className="k-code">{window.window}</span> <bdi dir="auto">{window.payeeName}</bdi>
        </Heading>
        <span className="k-num">{formatMoney(window.balanceMinor, desk.currency, locale)}</span>
      </header>
      {own.map((at, index) => {
        const row = rows[at] as Row
        const read = reads[at] as ReadPayment
        return (
          <div key={at} className="fo-settle-row">
            <Field label={t('folioScreen.field.method')} error={errors.codeId}>
              {(control) => (
                <Select
                  {...control}
                  autoFocus={first && index === 0}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={row.codeId}
                  options={desk.chart.payments.map((code) => ({
                    value: code.id as number,
                    label: `${desk.chart.nameOf(code)} ${code.code}`,
                  }))}
                  onChange={(id: number) => change(at, withMethod(row, id, owedBy(at), desk))}
                />
              )}
            </Field>
            <PaymentFields
              typed={row}
              set={(patch) => change(at, patch)}
              read={read}
              desk={desk}
              balanceMinor={owedBy(at)}
              errors={errors}
            />
            {own.length > 1 && (
              <button
                type="button"
                className="k-tool"
                onClick={() => onChange(rows.filter((_, place) => place !== at))}
              >
                {t('folioScreen.settle.remove')}
              </button>
            )}
          </div>
        )
      })}
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
