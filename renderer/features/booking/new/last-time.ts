import type { OutputOf } from '#shared/contract/index.ts'
import { type Preference, stayWishes, wishKey } from '#shared/domain/request/image.ts'
import type { RatePlan } from '../words.ts'
import type { NewDraft } from './new-draft.ts'

export type LastTime = NonNullable<OutputOf<'booking.lastTime'>>

/**
 * The form as the guest's last stay was. What can't be had stays as it is; the room follows the dates by itself. The plan's
 * account is again the one that it was for.
 */
export function asLast(
  last: LastTime,
  plan: RatePlan | undefined,
  preferences: readonly Preference[],
): Partial<NewDraft> {
  const known = stayWishes(preferences).map(wishKey)
  const account = plan?.accountKind ? last[plan.accountKind] : null
  return {
    persons: last.persons,
    ...(last.roomTypeId === null ? {} : { roomTypeId: last.roomTypeId }),
    ...(last.ratePlanId === null ? {} : { ratePlanId: last.ratePlanId }),
    ...(plan?.accountKind && account ? { [plan.accountKind]: account } : {}),
    roomId: null,
    lastTime: {
      room: true,
      wishes: last.wishes
        .filter((wish) => !known.includes(wishKey(wish)))
        .map((wish) => ({ ...wish, on: true })),
    },
  }
}

/** The room that is booked: the one chosen, else that of the last stay while it is free and of the type chosen. */
export function roomOf(
  { roomId, lastTime }: Pick<NewDraft, 'roomId' | 'lastTime'>,
  roomTypeId: number | null,
  last: LastTime | null,
): number | null {
  if (roomId !== null) return roomId
  return lastTime?.room && last?.roomTypeId === roomTypeId ? (last?.roomId ?? null) : null
}
