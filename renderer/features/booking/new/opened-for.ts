import type { FailedReply } from '#renderer/api/reply-error.ts'
import { readOneAhead, useQuery } from '#renderer/api/use-query.ts'
import type { GuestId, RoomId } from '#shared/values/index.ts'
import type { NewDraft } from './new-draft.ts'

type Address = Readonly<{ guest?: string; room?: string; for?: string }>
/** `given`: what the form begins with; null until it is known. */
export type OpenedFor = { given: Partial<NewDraft> | null; failed: FailedReply | null; retry: () => void }

/** `?for=walk-in`: the guest stands at the desk, and is checked in right after. */
export function isWalkIn(address: Address): boolean {
  return address.for === 'walk-in'
}

/** Each guest and room has a draft of its own: what is half typed for one is not offered for the next. */
export function draftKey({ guest, room, ...address }: Address): string {
  const ofGuest = idIn(guest) ? `:guest:${guest}` : ''
  const ofRoom = idIn(room) ? `:room:${room}` : ''
  const atDesk = isWalkIn(address) ? ':walk-in' : ''
  return `booking:new${ofGuest}${ofRoom}${atDesk}`
}

/** `?guest=12` begins with that guest, from whose profile one comes; `?room=7` with that room and its type, found vacant. */
export function useOpenedFor({ guest, room, ...address }: Address): OpenedFor {
  const guestId = idIn(guest) as GuestId | null
  const roomId = idIn(room) as RoomId | null
  const profile = useQuery('guest.profile', { id: guestId ?? (1 as GuestId) }, { on: guestId !== null })
  const rooms = useQuery('room.list', {}, { on: roomId !== null })
  const asked = [...(guestId ? [profile] : []), ...(roomId ? [rooms] : [])]
  const given = {
    ...guestGiven(guestId ? profile.data : undefined),
    ...roomGiven(rooms.data, roomId),
    ...(isWalkIn(address) ? { channel: 'walk-in' as const } : {}),
  }
  return {
    given: asked.every((one) => one.data !== undefined) ? given : null,
    failed: asked.find((one) => one.failed)?.failed ?? null,
    retry: () => {
      for (const one of asked) one.retry()
    },
  }
}

/** Begins to read the guest whom the address names. */
export async function readGuestAhead({ guest }: Address): Promise<void> {
  const id = idIn(guest) as GuestId | null
  if (id) await readOneAhead('guest.profile', { id })
}

function guestGiven(profile: ReturnType<typeof useQuery<'guest.profile'>>['data']): Partial<NewDraft> {
  if (!profile) return {}
  const { id, name, latinName } = profile.guest
  return { guest: { id, name, latinName, tier: profile.memberships[0]?.tier?.code ?? null } }
}

function roomGiven(
  rooms: ReturnType<typeof useQuery<'room.list'>>['data'],
  id: RoomId | null,
): Partial<NewDraft> {
  const room = rooms?.find((one) => one.id === id)
  return room ? { roomTypeId: room.roomTypeId, roomId: room.id } : {}
}

function idIn(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}
