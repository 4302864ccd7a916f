import { useWords } from '#renderer/base/language.ts'
import { besideWidth } from '#renderer/parts/folio/ActDrawer.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { AskList } from '../asks/AskList.tsx'
import type { Ask } from '../asks/use-asks.ts'
import type { BoardRoom } from './views.ts'

type Props = { room: BoardRoom; asks: readonly Ask[]; onClose: () => void }

/** What is asked of housekeeping in a room, ticked off beside the board. */
export function AsksDrawer({ room, asks, onClose }: Props) {
  const { t } = useWords()
  return (
    <SideDrawer
      open
      title={t('housekeeping.ask.of', { room: room.number })}
      width={besideWidth}
      onClose={onClose}
    >
      {asks.length === 0 && <EmptyState>{t('housekeeping.ask.none')}</EmptyState>}
      <AskList asks={asks} />
    </SideDrawer>
  )
}
