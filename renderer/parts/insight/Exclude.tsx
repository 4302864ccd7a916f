import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import { onEnter } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import type { GuestId } from '#shared/values/index.ts'

/** Leaves a guest out of every automated judgement, or takes the guest in again: a manager's, with a reason. */
export function Exclude({ id }: { id: GuestId }) {
  const { t } = useWords()
  const may = useMay()
  const { data } = useQuery('insight.judgement', { guestId: id })
  const judge = useCommand('insight.judge')
  const [reason, setReason] = useState<string | null>(null)
  if (!data || !may('insight')) return null
  const label = t(data.excluded ? 'offer.include' : 'offer.exclude')
  const save = async () => {
    if (!reason?.trim()) return
    const reply = await judge.run({ ...data, guestId: id, excluded: !data.excluded, reason })
    if (reply.ok) setReason(null)
  }
  if (reason === null)
    return (
      <button type="button" className="k-tool" onClick={() => setReason('')}>
        {label}
      </button>
    )
  return (
    <div>
      <div onKeyDown={onEnter(() => void save())}>
        <ReasonField value={reason} onChange={setReason} error={judge.errors.reason} autoFocus />
      </div>
      <button type="button" className="k-tool" disabled={judge.pending} onClick={() => void save()}>
        {label}
      </button>
      <button type="button" className="k-tool" onClick={() => setReason(null)}>
        {t('common.cancel')}
      </button>
      {judge.trouble && <p className="k-trouble-line">{judge.trouble}</p>}
    </div>
  )
}
