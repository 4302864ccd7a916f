import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import type { RequestId } from '#shared/values/index.ts'
import { TouchForm } from '../my/TouchForm.tsx'

type Props = { request: { id: RequestId; version: number }; onDone: () => void }
const usual = ['inUse', 'none', 'withdrawn'] as const

/** Why a wish is not met, and what the guest gets instead: the guest will ask. */
export function DeclineForm({ request, onDone }: Props) {
  const { t } = useWords()
  const command = useCommand('request.advance')
  const [reason, setReason] = useState('')
  const [alternative, setAlternative] = useState('')
  const run = async () => {
    const said = { reason: reason.trim(), alternative: alternative.trim() }
    const reply = await command.run({ ...request, action: 'decline', ...said })
    if (reply.ok) onDone()
  }
  return (
    <TouchForm
      label={t('booking.requests.decline')}
      submit={t('booking.requests.decline')}
      command={command}
      ready={reason.trim() !== ''}
      onRun={run}
    >
      <input
        type="text"
        maxLength={300}
        aria-label={t('common.reason')}
        placeholder={t('common.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="k-usual">
        {usual.map((why) => (
          <button
            key={why}
            type="button"
            className="hk-touch"
            onClick={() => setReason(t(`housekeeping.ask.usual.${why}`))}
          >
            {t(`housekeeping.ask.usual.${why}`)}
          </button>
        ))}
      </div>
      <input
        type="text"
        maxLength={300}
        aria-label={t('request.alternative')}
        placeholder={t('request.alternative')}
        value={alternative}
        onChange={(event) => setAlternative(event.target.value)}
      />
    </TouchForm>
  )
}
