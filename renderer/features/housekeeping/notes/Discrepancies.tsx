import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery } from '#renderer/base/route/route.tsx'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import type { OutputOf } from '#shared/contract/index.ts'

type Difference = OutputOf<'housekeeping.discrepancies'>[number]
type Props = { settling: number; onClose: () => void }

/** Rooms in which somebody else was seen than the desk has on file; the desk says what it was. */
export function Discrepancies({ settling, onClose }: Props) {
  const { t } = useWords()
  const { data, failed, retry } = useQuery('housekeeping.discrepancies', {})
  const one = data?.find(({ id }) => id === settling)
  return (
    <Pane title={t('housekeeping.notes.differences')}>
      {failed && <Trouble failed={failed} operation="housekeeping.discrepancies" onRetry={retry} />}
      {data?.length === 0 && <EmptyState>{t('housekeeping.notes.noDifferences')}</EmptyState>}
      <ul className="hk-notes">
        {(data ?? []).map((difference) => (
          <li key={difference.id} className="hk-note">
            <p className="hk-note-line">
              <RoomNumber>{difference.roomNumber}</RoomNumber>
              <b>{t(`housekeeping.discrepancy.${difference.kind}`)}</b>
              <span>
                {t('housekeeping.notes.counts', {
                  seen: String(difference.seenPersons),
                  desk: String(difference.deskPersons),
                })}
              </span>
              <button
                type="button"
                className="k-chip"
                aria-label={`${t('housekeeping.notes.settle')}: ${difference.roomNumber}`}
                onClick={() => setQuery({ settle: String(difference.id) })}
              >
                {t('housekeeping.notes.settle')}
              </button>
            </p>
            <p className="k-quiet">
              {difference.notedBy}, <DateTimeText moment={difference.notedAt} />
              {difference.note && ` · ${difference.note}`}
            </p>
          </li>
        ))}
      </ul>
      {one && <SettleDrawer key={one.id} difference={one} onClose={onClose} />}
    </Pane>
  )
}

function SettleDrawer({ difference, onClose }: { difference: Difference; onClose: () => void }) {
  const { t } = useWords()
  const command = useCommand('housekeeping.settleDiscrepancy')
  const fresh = { settlement: '' }
  const { draft, typed, set } = useTyped(`housekeeping:settle:${difference.id}`, fresh, command)
  const run = async () => {
    const { id, version } = difference
    const reply = await command.run({ id, version, settlement: typed.settlement.trim() })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <ActDrawer
      title={t('housekeeping.notes.settleTitle', { room: difference.roomNumber })}
      onClose={onClose}
      submit={t('housekeeping.notes.settle')}
      run={run}
      ready={typed.settlement.trim() !== ''}
      command={command}
      fields={['settlement']}
      draft={draft}
    >
      {(errors) => (
        <ReasonField
          value={typed.settlement}
          autoFocus
          hint={t('housekeeping.notes.settleHint')}
          usual={(['counted', 'left', 'moved', 'visitor'] as const).map((why) =>
            t(`housekeeping.notes.usual.${why}`),
          )}
          error={errors.settlement}
          onChange={(settlement) => set({ settlement })}
        />
      )}
    </ActDrawer>
  )
}
