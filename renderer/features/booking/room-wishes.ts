import { isOpen } from '#shared/domain/request/request.ts'
import { wishesOf } from '#shared/domain/room/fit.ts'
import { roomFeatures } from '#shared/domain/room/room.ts'
import type { Booking } from './words.ts'

type Preference = { group: string; value: string }

/**
 * What is wished of the room itself: open requests of the stay, then the guest's preferences, each once. A crib or a
 * pillow is brought to any room and says nothing about which one to give.
 */
export function roomWishes(
  requests: readonly Pick<Booking['requests'][number], 'kind' | 'status'>[],
  preferences: readonly Preference[],
): string[] {
  const asked = requests.filter((request) => isOpen(request.status)).map((request) => request.kind)
  const features: readonly string[] = roomFeatures
  return wishesOf(asked, preferences).filter((wish) => features.includes(wish))
}

/** The wishes in their order, each with whether this room meets it. */
export function wishesMet(
  wishes: readonly string[],
  room: { features: readonly string[] },
): { wish: string; met: boolean }[] {
  return wishes.map((wish) => ({ wish, met: room.features.includes(wish) }))
}
