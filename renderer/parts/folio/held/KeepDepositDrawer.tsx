import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { type Currency, minorToDecimal, type TransactionCodeId } from '#shared/values/index.ts'
import { ActDrawer } from '../ActDrawer.tsx'
import { readPositive } from '../amounts.ts'
import { CodePicker } from '../CodePicker.tsx'
import { useDraftWords } from '../draft-words.ts'
import { Effect } from '../Effect.tsx'
import { AmountField } from '../fields.tsx'
import { useTyped } from '../use-typed.ts'
import { type Deposit, heldDeposits } from './held-acts.ts'
import { type HeldProps, NothingHeld, SlipField, useDepositWords, useOneOf } from './held-of.tsx'

const usual = ['cancelled', 'noShow', 'damage'] as const

/** Keeps a deposit as a charge with its tax: a cancellation fee, damage. */
export function KeepDepositDrawer(props: HeldProps & { window: number }) {
  const { t } = useWords()
  const { one, choose } = useOneOf(heldDeposits(props.folio), props.id)
  if (!one) return <NothingHeld title={t('folioHeld.keep.title')} onClose={props.onClose} />
  return <Keep key={one.id} {...props} deposit={one} choose={choose} />
}

type Props = HeldProps & { window: number; deposit: Deposit; choose: (id: number) => void }

function Keep(props: Props) {
  const { folio, chart, deposit, choose, onClose } = props
  const { t } = useWords()
  const draftWords = useDraftWords(chart)
  const depositWords = useDepositWords()
  const { draft, typed, set, command, amountMinor, isWrong, ready, run } = useKeep(props)
  return (
    <ActDrawer
      title={t('folioHeld.keep.title')}
      onClose={onClose}
      submit={t('folioHeld.keep.submit')}
      run={run}
      ready={ready}
      command={command}
      fields={['codeId', 'amountMinor', 'reason']}
      draft={draft}
      draftWords={draftWords}
      danger
    >
      {(errors) => (
        <>
          <SlipField folio={folio} one={deposit} choose={choose} />
          <Field label={t('folioHeld.keep.code')} error={errors.codeId}>
            {(control) => (
              <CodePicker
                {...control}
                chart={chart}
                codes={chart.charges}
                value={typed.codeId}
                onChange={(codeId) => set({ codeId })}
                autoFocus
              />
            )}
          </Field>
          <AmountField
            value={typed.amount}
            isWrong={isWrong}
            error={errors.amountMinor}
            hint={t('folioHeld.of', { held: depositWords(deposit) })}
            onChange={(amount) => set({ amount })}
          />
          <ReasonField
            value={typed.reason}
            usual={usual.map((why) => t(`folioHeld.keep.usual.${why}`))}
            error={errors.reason}
            onChange={(reason) => set({ reason })}
          />
          {amountMinor !== null && (
            <Effect
              rows={[
                {
                  name: t('folioHeld.heldOf', { slip: deposit.slipNo }),
                  before: deposit.heldMinor,
                  after: deposit.heldMinor - amountMinor,
                },
                { name: t('folioHeld.keep.revenue'), after: amountMinor },
              ]}
            />
          )}
        </>
      )}
    </ActDrawer>
  )
}

function useKeep({ deposit, window, onClose }: Props) {
  const { currency, businessDate } = useHotel()
  const command = useCommand('deposit.forfeit')
  const { draft, typed, set } = useTyped(
    `deposit:${deposit.id}:keep`,
    {
      codeId: null as number | null,
      amount: minorToDecimal(deposit.heldMinor, currency as Currency),
      reason: '',
    },
    command,
  )
  const { amountMinor, isWrong } = readPositive(typed.amount, currency)
  const reason = typed.reason.trim()
  const run = async () => {
    if (amountMinor === null || typed.codeId === null) return
    const reply = await command.run({
      id: deposit.id,
      version: deposit.version,
      amountMinor,
      window,
      codeId: typed.codeId as TransactionCodeId,
      reason,
      businessDate,
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const ready = amountMinor !== null && typed.codeId !== null && reason !== ''
  return { draft, typed, set, command, amountMinor, isWrong, ready, run }
}
