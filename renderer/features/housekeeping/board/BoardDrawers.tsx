import { setQuery } from '#renderer/base/route/route.tsx'
import type { AsksByRoom } from '../asks/use-asks.ts'
import { AsksDrawer } from './AsksDrawer.tsx'
import { AttendantDrawer } from './AttendantDrawer.tsx'
import { ChargeDrawer } from './ChargeDrawer.tsx'
import { CloseDrawer } from './CloseDrawer.tsx'
import { GiveDrawer } from './GiveDrawer.tsx'
import { RulesDrawer } from './RulesDrawer.tsx'
import { SeenDrawer } from './SeenDrawer.tsx'
import { ShareDrawer } from './ShareDrawer.tsx'
import { TicketDrawer } from './TicketDrawer.tsx'
import type { Board, BoardRoom } from './views.ts'

type Props = {
  what: string | undefined
  /** The attendant who is changed. */
  who: string | undefined
  rooms: readonly BoardRoom[]
  board: Board | undefined
  asks: AsksByRoom
  onClose: () => void
}

/** Whoever looked after an attendant was sharing rooms out. */
function toShare(): void {
  setQuery({ do: 'share', who: undefined })
}

/** What is done beside the board with the rooms that are meant. */
export function BoardDrawers({ what, who, rooms, board, asks, onClose }: Props) {
  const [room] = rooms
  if (!board) return null
  if (what === 'share') return <ShareDrawer board={board} onClose={onClose} />
  if (what === 'rules') return <RulesDrawer onClose={onClose} />
  if (what === 'attendant') return <AttendantDrawer id={who ? Number(who) : null} onClose={toShare} />
  if (!room) return null
  switch (what) {
    case 'close':
      return <CloseDrawer key={room.id} room={room} date={board.date} onClose={onClose} />
    case 'give':
      return <GiveDrawer rooms={rooms} board={board} onClose={onClose} />
    case 'seen':
      return <SeenDrawer key={room.id} room={room} onClose={onClose} />
    case 'charge':
      return <ChargeDrawer key={room.id} room={room} onClose={onClose} />
    case 'asks':
      return <AsksDrawer key={room.id} room={room} asks={asks.get(room.id) ?? []} onClose={onClose} />
    case 'ticket':
      return <TicketDrawer key={room.id} room={room} date={board.date} onClose={onClose} />
    default:
      return null
  }
}
