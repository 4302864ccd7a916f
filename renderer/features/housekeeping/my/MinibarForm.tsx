import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { readPositive } from '#renderer/parts/folio/amounts.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import type { TransactionCodeId } from '#shared/values/index.ts'
import type { BoardRoom } from '../board/views.ts'
import { TouchForm } from './TouchForm.tsx'

/** What was taken from the minibar, charged to who is in the room. */
export function MinibarForm({ room, onDone }: { room: BoardRoom; onDone: () => void }) {
  const { t, language } = useWords()
  const { currency } = useHotel()
  const codes = useQuery('housekeeping.chargeItems', {}).data ?? []
  const command = useCommand('housekeeping.chargeRoom')
  const [codeId, setCodeId] = useState<number | null>(null)
  const [amount, setAmount] = useState('')
  const [text, setText] = useState('')
  const code =
    codes.find(({ id }) => id === codeId) ?? codes.find(({ code: one }) => one === 'MINI') ?? codes[0]
  const { amountMinor } = readPositive(amount, currency)
  const price = amountMinor ?? code?.priceMinor ?? null
  const run = async () => {
    if (!code || price === null) return
    const item = { codeId: code.id as TransactionCodeId, quantity: 1, unitMinor: price, text: text.trim() }
    const reply = await command.run({ roomId: room.id, items: [item] })
    if (reply.ok) onDone()
  }
  if (!room.guest)
    return <p className="hk-touch-wide">{t('housekeeping.charge.nobody', { room: room.number })}</p>
  return (
    <TouchForm
      label={t('housekeeping.my.form.minibar')}
      command={command}
      ready={price !== null && text.trim() !== ''}
      onRun={run}
    >
      <select
        aria-label={t('housekeeping.charge.what')}
        value={code?.id ?? ''}
        onChange={(event) => setCodeId(Number(event.target.value))}
      >
        {codes.map((one) => (
          <option key={one.id} value={one.id}>
            {inLanguage(one, language)}
          </option>
        ))}
      </select>
      <input
        type="text"
        aria-label={t('housekeeping.charge.text')}
        placeholder={t('housekeeping.charge.text')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <input
        type="text"
        inputMode="decimal"
        aria-label={t('housekeeping.charge.unit')}
        placeholder={t('housekeeping.charge.unit')}
        value={amount}
        onChange={(event) => setAmount(event.target.value)}
      />
    </TouchForm>
  )
}
