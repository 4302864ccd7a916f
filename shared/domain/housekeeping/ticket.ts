/** Something broken: told, worked on, done. */
import { type ClosureId, ok, type Result, type RoomId, refuse } from '../../values/index.ts'

export const ticketCategories = [
  'plumbing',
  'electricity',
  'air-conditioning',
  'furniture',
  'television',
  'door-lock',
  'safety',
  'other',
] as const
export const ticketPriorities = ['urgent', 'normal', 'low'] as const
export const ticketStatuses = ['open', 'in-work', 'done'] as const
export const ticketActions = ['start', 'done', 'reopen'] as const
export type TicketCategory = (typeof ticketCategories)[number]
export type TicketPriority = (typeof ticketPriorities)[number]
export type TicketStatus = (typeof ticketStatuses)[number]
export type TicketAction = (typeof ticketActions)[number]

export type TicketImage = {
  roomId: RoomId | null
  /** Where it is when it is in no room. */
  place: string
  category: TicketCategory
  priority: TicketPriority
  text: string
  /** The digest of its picture. */
  picture: string | null
  status: TicketStatus
  openedAt: string
  openedBy: string
  statusAt: string
  statusBy: string
  resolution: string
  /** What closes its room while it is not done. */
  closureId: ClosureId | null
}

const NEXT: Readonly<Record<TicketAction, Partial<Record<TicketStatus, TicketStatus>>>> = {
  start: { open: 'in-work' },
  done: { open: 'done', 'in-work': 'done' },
  reopen: { 'in-work': 'open', done: 'open' },
}

/** open → in work → done; what is not open may be opened again. */
export function nextTicketStatus(
  status: TicketStatus,
  action: TicketAction,
): Result<TicketStatus, 'STATUS_NOT_POSSIBLE'> {
  const next = NEXT[action][status]
  return next ? ok(next) : refuse('STATUS_NOT_POSSIBLE', { status, action })
}

/** What may be done with a ticket now. */
export function ticketActionsOf(status: TicketStatus): TicketAction[] {
  return ticketActions.filter((action) => NEXT[action][status] !== undefined)
}

/** The largest picture kept, in bytes: the page makes a photograph smaller before it sends it. */
export const maxPictureBytes = 400_000

/** What a picture is by its first bytes, whatever its name says; null for anything but a whole JPEG or PNG. */
export function pictureKind(bytes: Uint8Array): 'image/jpeg' | 'image/png' | null {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte)
  const last = bytes.length
  if (starts(0xff, 0xd8, 0xff) && bytes[last - 2] === 0xff && bytes[last - 1] === 0xd9) return 'image/jpeg'
  const end = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]
  const isPng = starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  return isPng && end.every((byte, at) => bytes[last - end.length + at] === byte) ? 'image/png' : null
}
