import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { readPositive } from '#renderer/parts/folio/amounts.ts'
import { CodePicker } from '#renderer/parts/folio/CodePicker.tsx'
import { AmountField, TextField } from '#renderer/parts/folio/fields.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { Field } from '#renderer/ui/Field.tsx'
import type { TransactionCodeId } from '#shared/values/index.ts'
import type { BoardRoom } from './views.ts'

/** Minibar or damage, as told on the telephone: charged to who is in the room. */
export function ChargeDrawer({ room, onClose }: { room: BoardRoom; onClose: () => void }) {
  const { t, language } = useWords()
  const { items, codeId, isWrong, ready, draft, typed, set, command, run } = useRoomCharge(room, onClose)
  return (
    <ActDrawer
      title={t('housekeeping.charge.title', { room: room.number })}
      onClose={onClose}
      submit={t('housekeeping.charge.submit')}
      run={run}
      ready={ready}
      command={command}
      fields={['codeId', 'unitMinor', 'quantity', 'text']}
      draft={draft}
    >
      {(errors) => (
        <>
          <p className="k-field">
            {room.guest ? (
              <GuestName of={room.guest} />
            ) : (
              t('housekeeping.charge.nobody', { room: room.number })
            )}
          </p>
          <Field label={t('housekeeping.charge.what')} error={errors.codeId}>
            {(control) => (
              <CodePicker
                {...control}
                chart={{ nameOf: (code) => (code ? inLanguage(code, language) : '') }}
                codes={items}
                value={codeId}
                onChange={(next) => set({ codeId: next })}
              />
            )}
          </Field>
          <TextField
            label={t('housekeeping.charge.quantity')}
            inputMode="numeric"
            autoFocus
            value={typed.quantity}
            error={errors.quantity}
            onChange={(next) => set({ quantity: next })}
          />
          <AmountField
            label={t('housekeeping.charge.unit')}
            value={typed.amount}
            isWrong={isWrong}
            error={errors.unitMinor}
            onChange={(amount) => set({ amount })}
          />
          <TextField
            label={t('housekeeping.charge.text')}
            value={typed.text}
            error={errors.text}
            onChange={(text) => set({ text })}
          />
        </>
      )}
    </ActDrawer>
  )
}

/** What is typed of a charge, and its command. */
function useRoomCharge(room: BoardRoom, onClose: () => void) {
  const { currency } = useHotel()
  const { data: items = [] } = useQuery('housekeeping.chargeItems', {})
  const command = useCommand('housekeeping.chargeRoom')
  const usual = items.find(({ code }) => code === 'MINI')?.id ?? null
  const fresh = { codeId: null as number | null, quantity: '1', amount: '', text: '' }
  const { draft, typed, set } = useTyped(`housekeeping:charge:${room.id}`, fresh, command)
  const codeId = typed.codeId ?? usual
  const code = items.find(({ id }) => id === codeId)
  const { amountMinor: unitMinor, isWrong } = readPositive(typed.amount, currency)
  const quantity = /^[1-9]\d?$/.test(typed.quantity.trim()) ? Number(typed.quantity) : null
  const isPriced = typed.amount.trim() === '' ? code?.priceMinor != null : unitMinor !== null
  const run = async () => {
    if (codeId === null || quantity === null) return
    const item = { codeId: codeId as TransactionCodeId, quantity, text: typed.text.trim() }
    const reply = await command.run({
      roomId: room.id,
      items: [unitMinor === null ? item : { ...item, unitMinor }],
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const ready = room.guest !== null && codeId !== null && quantity !== null && isPriced
  return { items, codeId, isWrong, ready, draft, typed, set, command, run }
}
