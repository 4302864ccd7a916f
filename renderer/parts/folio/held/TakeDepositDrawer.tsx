import { Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { usePaperOut } from '#renderer/parts/device/use-paper-out.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { type DepositKind, depositKinds } from '#shared/domain/folio/deposit.ts'
import { type BookingId, type Currency, type FolioId, minorToDecimal } from '#shared/values/index.ts'
import { ActDrawer } from '../ActDrawer.tsx'
import { useDraftWords } from '../draft-words.ts'
import { Effect } from '../Effect.tsx'
import { TextField } from '../fields.tsx'
import { PaperLook, usePaperLook } from '../PaperLook.tsx'
import { MethodChoice, PaymentFields, withMethod } from '../PaymentFields.tsx'
import { emptyPayment, readPayment } from '../typed-payment.ts'
import type { Chart } from '../use-chart.ts'
import { useTyped } from '../use-typed.ts'
import { isHeldMoney } from './held-money.ts'

type Props = {
  /** Whose money it is: a folio's, or a booking's, whose folio is opened by it. */
  of: { folioId: FolioId } | { bookingId: BookingId }
  /** 押金 at the desk, a deposit before arrival. */
  kind: DepositKind
  heldMinor: number
  chart: Chart
  onClose: () => void
}

type Taken = OutputOf<'deposit.take'>

/** Takes a deposit or a 押金 under the next number of its slips; then the slip is printed. */
export function TakeDepositDrawer(props: Props) {
  const [taken, setTaken] = useState<Taken | null>(null)
  return taken ? (
    <SlipDrawer taken={taken} onClose={props.onClose} />
  ) : (
    <TakeDrawer {...props} onTaken={setTaken} />
  )
}

const fields = ['codeId', 'amountMinor', 'tenderedMinor', 'currency', 'lastFour'] as const

function TakeDrawer(props: Props & { onTaken: (taken: Taken) => void }) {
  const { chart, heldMinor, onClose } = props
  const { t } = useWords()
  const { draft, typed, set, command, codes, desk, read, usual, run } = useDeposit(props)
  const draftWords = useDraftWords(chart)
  return (
    <ActDrawer
      title={t('folioHeld.take.title')}
      onClose={onClose}
      submit={t('folioHeld.take.submit')}
      run={run}
      ready={read.input !== null}
      command={command}
      fields={fields}
      draft={draft}
      draftWords={draftWords}
    >
      {(errors) => (
        <>
          <MethodChoice
            codes={codes}
            chart={chart}
            value={typed.codeId}
            error={errors.codeId}
            onChange={(id) => set(withMethod(typed, id, usual(typed.kind), desk))}
          />
          <PaymentFields
            typed={typed}
            set={set}
            read={read}
            desk={desk}
            balanceMinor={usual(typed.kind)}
            errors={errors}
            autoFocus
          />
          <div className="k-field-row">
            <Field label={t('folioHeld.kind')}>
              {(control) => (
                <Select
                  {...control}
                  value={typed.kind}
                  options={depositKinds.map((kind) => ({
                    value: kind,
                    label: t(`folioScreen.deposit.${kind}`),
                  }))}
                  onChange={(kind: DepositKind) => set({ kind })}
                />
              )}
            </Field>
            <TextField
              label={t('folioHeld.note')}
              value={typed.note}
              error={errors.note}
              onChange={(note) => set({ note })}
            />
          </div>
          {read.minor !== null && (
            <Effect
              rows={[{ name: t('folioHeld.heldAll'), before: heldMinor, after: heldMinor + read.minor }]}
            />
          )}
        </>
      )}
    </ActDrawer>
  )
}

function useDeposit({ of, kind, chart, onTaken }: Props & { onTaken: (taken: Taken) => void }) {
  const { currency, businessDate } = useHotel()
  const desk = { chart, currency, businessDate }
  const codes = chart.payments.filter(isHeldMoney)
  /** The hotel's own 押金; how much of a deposit is agreed, nobody has said here. */
  const usual = (of: DepositKind) => (of === 'key' ? (chart.view?.settings.keyDepositMinor ?? 0) : 0)
  const command = useCommand('deposit.take')
  const { draft, typed, set } = useTyped(
    `deposit:take:${'folioId' in of ? of.folioId : `booking:${of.bookingId}`}`,
    {
      ...emptyPayment,
      kind,
      codeId: (codes[0]?.id ?? null) as number | null,
      amount: usual(kind) > 0 ? minorToDecimal(usual(kind), currency as Currency) : '',
      note: '',
    },
    command,
  )
  const read = readPayment(typed, desk)
  const run = async () => {
    if (!read.input) return
    const { voucherNo: _voucher, accountId: _account, text: _text, ...paid } = read.input
    const reply = await command.run({
      ...of,
      kind: typed.kind,
      ...paid,
      note: typed.note.trim(),
      businessDate,
    })
    if (!reply.ok) return
    draft.clear()
    onTaken(reply.output)
  }
  return { draft, typed, set, command, codes, desk, read, usual, run }
}

/** The slip that was drawn: Enter prints it, Esc leaves. */
function SlipDrawer({ taken, onClose }: { taken: Taken; onClose: () => void }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const [look, setLook] = usePaperLook()
  const { command, print } = usePaperOut('paper.file')
  const run = async () => {
    const of = { kind: 'slip' as const, depositId: taken.id, language: look.language }
    if (await print({ of, size: look.size })) onClose()
  }
  const { changeMinor } = taken
  return (
    <ActDrawer
      title={t('folioHeld.slip.title', { slip: taken.slipNo })}
      onClose={onClose}
      submit={t('folioHeld.slip.print')}
      run={run}
      ready
      command={command}
    >
      <p className="k-field">
        {t('folioHeld.slip.taken', { amount: formatMoney(taken.amountMinor, currency, locale, true) })}
      </p>
      {changeMinor !== null && changeMinor > 0 && (
        <p className="k-field fo-change">
          <b>{t('folioHeld.slip.change', { amount: formatMoney(changeMinor, currency, locale) })}</b>
        </p>
      )}
      <PaperLook look={look} set={setLook} autoFocus />
    </ActDrawer>
  )
}
