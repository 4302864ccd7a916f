import { useQuery } from '#renderer/api/use-query.ts'
import { NewOffers } from '#renderer/parts/insight/Panels.tsx'
import { itemOf } from '#shared/domain/insight/rules/items.ts'
import { meals } from '#shared/domain/rate/rate-plan.ts'
import { departmentOf, requestKinds } from '#shared/domain/request/request.ts'
import type { GuestId, RatePlanId, RoomTypeId } from '#shared/values/index.ts'
import { wishesAsked } from './form-wishes.ts'
import type { NewDraft } from './new-draft.ts'
import type { NewBooking } from './use-new-booking.ts'

/** What to offer the guest of the form; what is taken goes into the form. */
export function NewBookingOffers({ booking }: { booking: NewBooking }) {
  const { form, set, offer, dates, plan, types, plans } = booking
  const guestId = form.guest?.id ?? (1 as GuestId)
  const { data } = useQuery('guest.profile', { id: guestId }, { on: form.guest !== null })
  if (!form.guest || !dates || !data) return null
  const whole = (text: string) => (/^\d{1,2}$/.test(text) ? Number(text) : 0)
  const take = (key: string) => {
    const item = itemOf(key)
    if (!item) return
    const typeId = types.find(({ code }) => item.group === 'room-type' && code === item.value)?.id
    const planId = plans.find(({ code }) => item.group === 'plan' && code === item.value)?.id
    const meal = meals.find((one) => item.group === 'meal' && one === item.value)
    if (typeId !== undefined) set({ roomTypeId: typeId, roomId: null })
    if (planId !== undefined) set({ ratePlanId: planId })
    if (meal !== undefined) set({ meal })
    if (item.group === 'request' || item.group === 'wish') set(withWish(form, item.group, item.value))
  }
  return (
    <NewOffers
      input={{
        guestId: form.guest.id,
        ...dates,
        roomTypeId: offer.roomTypeId as RoomTypeId | null,
        ratePlanId: offer.ratePlanId as RatePlanId | null,
        meal: form.meal ?? plan?.meal ?? null,
        adults: whole(String(form.persons.adults)),
        children: whole(String(form.persons.children)),
        infants: whole(String(form.persons.infants)),
        requests: wishesAsked(form, data.guest.preferences),
      }}
      onTaken={take}
    />
  )
}

/** The form with one wish more, as a request with the booking. */
function withWish(form: NewDraft, group: 'request' | 'wish', value: string): Partial<NewDraft> {
  const kind = requestKinds.find((one) => group === 'request' && one === value) ?? 'other'
  const wish = { kind, text: kind === 'other' ? value : '', department: departmentOf(kind), on: true }
  const { room, wishes, ...rest } = form.lastTime ?? { room: false, wishes: [], offered: true as const }
  return { lastTime: { ...rest, room, wishes: [...wishes, wish] } }
}
