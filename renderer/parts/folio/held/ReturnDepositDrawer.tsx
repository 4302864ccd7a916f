import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import type { InputOf } from '#shared/contract/index.ts'
import { type Currency, minorToDecimal, type TransactionCodeId } from '#shared/values/index.ts'
import { ActDrawer } from '../ActDrawer.tsx'
import { Effect } from '../Effect.tsx'
import { Tick } from '../fields.tsx'
import { MethodChoice, PaymentFields } from '../PaymentFields.tsx'
import { emptyPayment, readPayment } from '../typed-payment.ts'
import { useTyped } from '../use-typed.ts'
import { type Deposit, heldDeposits } from './held-acts.ts'
import { isHeldMoney } from './held-money.ts'
import { type HeldProps, NothingHeld, SlipField, useOneOf } from './held-of.tsx'

/** Gives a deposit or a 押金 back, by the way that it was taken. */
export function ReturnDepositDrawer(props: HeldProps) {
  const { t } = useWords()
  const { one, choose } = useOneOf(heldDeposits(props.folio), props.id)
  if (!one) return <NothingHeld title={t('folioHeld.return.title')} onClose={props.onClose} />
  return <Return key={one.id} {...props} deposit={one} choose={choose} />
}

type Props = HeldProps & { deposit: Deposit; choose: (id: number) => void }

const fields = ['codeId', 'amountMinor', 'lastFour', 'reason'] as const

function Return(props: Props) {
  const { folio, chart, deposit, choose, onClose } = props
  const { t } = useWords()
  const { draft, typed, set, command, codes, desk, read, needsReason, ready, run } = useReturn(props)
  return (
    <ActDrawer
      title={t('folioHeld.return.title')}
      onClose={onClose}
      submit={t('folioHeld.return.submit')}
      run={run}
      ready={ready}
      command={command}
      fields={fields}
      draft={draft}
    >
      {(errors) => (
        <>
          <SlipField folio={folio} one={deposit} choose={choose} />
          <MethodChoice
            codes={codes}
            chart={chart}
            value={typed.codeId}
            error={errors.codeId}
            onChange={(codeId) => set({ codeId })}
          />
          <PaymentFields
            typed={typed}
            set={set}
            read={read}
            desk={desk}
            balanceMinor={0}
            errors={errors}
            plain
            autoFocus
          />
          <LostSlip deposit={deposit} />
          <ReasonField
            value={typed.reason}
            required={needsReason}
            usual={(['slipLost', 'cardClosed'] as const).map((why) => t(`folioHeld.return.usual.${why}`))}
            error={errors.reason}
            onChange={(reason) => set({ reason })}
          />
          {read.minor !== null && (
            <Effect
              rows={[
                {
                  name: t('folioHeld.heldOf', { slip: deposit.slipNo }),
                  before: deposit.heldMinor,
                  after: deposit.heldMinor - read.minor,
                },
              ]}
            />
          )}
        </>
      )}
    </ActDrawer>
  )
}

function useReturn({ chart, deposit, onClose }: Props) {
  const { currency, businessDate } = useHotel()
  const desk = { chart, currency, businessDate }
  const taken = chart.codeOf(deposit.codeId)
  const isSame = (codeId: number | null) => chart.codeOf(codeId)?.method === taken?.method
  const codes = chart.payments.filter(isHeldMoney)
  const command = useCommand('deposit.refund')
  const { draft, typed, set } = useTyped(
    `deposit:${deposit.id}:return`,
    {
      ...emptyPayment,
      codeId: deposit.codeId as number | null,
      amount: minorToDecimal(deposit.heldMinor, currency as Currency),
      reason: '',
    },
    command,
  )
  const read = readPayment({ ...typed, tendered: '', currency: '' }, desk)
  const reason = typed.reason.trim()
  const needsReason = deposit.slipLost || !isSame(typed.codeId)
  const run = async () => {
    if (!read.input) return
    const reply = await command.run({
      id: deposit.id,
      version: deposit.version,
      amountMinor: read.input.amountMinor,
      codeId: typed.codeId as TransactionCodeId,
      ...cardOf(read.input),
      ...(reason === '' ? {} : { reason }),
      businessDate,
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const ready = read.input !== null && (!needsReason || reason !== '')
  return { draft, typed, set, command, codes, desk, read, needsReason, ready, run }
}

function cardOf({
  brand,
  lastFour,
  reference,
}: Pick<InputOf<'folio.pay'>, 'brand' | 'lastFour' | 'reference'>) {
  return { brand, lastFour, reference }
}

/** Noted at once, whether the money is given back or not: whoever brings the slip later is asked. */
function LostSlip({ deposit: { id, version, slipLost } }: { deposit: Deposit }) {
  const { t } = useWords()
  const { run, trouble } = useCommand('deposit.reportLost')
  return (
    <div className="k-field">
      <Tick checked={slipLost} onChange={(lost) => void run({ id, version, lost })}>
        {t('folioHeld.return.lost')}
      </Tick>
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </div>
  )
}
