import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { KeyedChoice } from '#renderer/parts/folio/KeyedChoice.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import type { AttendantId } from '#shared/values/index.ts'
import type { Board, BoardRoom } from './views.ts'

type Props = { rooms: readonly BoardRoom[]; board: Board; onClose: () => void }

/** Gives rooms to an attendant by hand, or takes them away. */
export function GiveDrawer({ rooms, board, onClose }: Props) {
  const { t } = useWords()
  const command = useCommand('housekeeping.giveRooms')
  const active = board.attendants.filter((one) => one.active)
  const [to, setTo] = useState<AttendantId | null | undefined>(rooms[0]?.task?.attendantId)
  const run = async () => {
    if (to === undefined) return
    const reply = await command.run({ attendantId: to, roomIds: rooms.map(({ id }) => id) })
    if (reply.ok) onClose()
  }
  return (
    <ActDrawer
      title={t('housekeeping.give.title')}
      onClose={onClose}
      submit={t('housekeeping.give.submit')}
      run={run}
      ready={to !== undefined}
      command={command}
    >
      <p className="k-field">
        <RoomNumber>{rooms.map(({ number }) => number)}</RoomNumber>
      </p>
      {active.length === 0 && <EmptyState>{t('housekeeping.share.nobody')}</EmptyState>}
      <KeyedChoice
        label={t('housekeeping.give.to')}
        keysLabel="housekeeping.give.to"
        choices={[...active.map(({ id }) => id), null]}
        value={to}
        word={(id) => active.find((one) => one.id === id)?.name ?? t('housekeeping.give.nobody')}
        onChange={setTo}
      />
    </ActDrawer>
  )
}
