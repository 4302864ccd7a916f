import { useEffect, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useHotelClock } from '#renderer/api/use-hotel-clock.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { usualTerms } from '#shared/domain/stay/terms.ts'
import { addDays, type BusinessDate, type Currency, type GuestId } from '#shared/values/index.ts'
import { isStillCurrent, remainingErrors } from '../remaining-errors.ts'
import { stayOf } from '../stay-dates.ts'
import { hoursInput, proposeHours } from '../typed-hours.ts'
import { useHouse } from '../use-house.ts'
import { doneWords } from '../words.ts'
import { asLast, roomOf } from './last-time.ts'
import { emptyDraft, inputOf, type Missing, type NewDraft, type Preview, proposedType } from './new-draft.ts'

export type NewBooking = ReturnType<typeof useNewBooking>

/** A new booking as it is typed: its draft, what the hotel offers for it, what it would book, and how it is saved. */
export function useNewBooking(draftName: string, given: Partial<NewDraft>, asLastTime = false) {
  const { businessDate, currency } = useHotel()
  const empty = emptyDraft(businessDate, addDays(businessDate, 1))
  const draft = useDraft<NewDraft>(draftName, { ...empty, ...given }, { stays: true })
  // A draft from before the program had a field has not got it
  const form = { ...empty, ...draft.value }
  const latest = useRef(form)
  latest.current = form
  // Two changes may come before the next render: each builds on the one before
  const set = (patch: Partial<NewDraft>) => {
    latest.current = { ...latest.current, ...patch }
    draft.set(latest.current)
  }
  const offered = useOffer(form, businessDate)
  const last = useLastTime(form, offered.dates)
  const { hours, shownHours } = useHours(form, offered, currency as Currency)
  const roomId = offered.dayUse ? form.roomId : roomOf(form, offered.offer.roomTypeId, last ?? null)
  const takeLast = useAsLast({ form, set, last, offered, asLastTime, waits: draft.waiting })
  const input = inputOf({ ...form, roomId }, offered.offer, currency as Currency, offered.plan, hours)
  const preview = useQuery('booking.previewCreate', input.preview ?? ({} as never), {
    on: input.preview !== null,
    keep: true,
  })
  const effect = input.preview ? preview.data : undefined
  const create = useCommand('booking.create', {
    done: (language, made) => doneWords(language, 'booking.create', made.confirmationNo, form.guest),
  })
  const lacks: Missing | null =
    input.missing ?? (effect?.reasonFor && !preview.previous && form.reason.trim() === '' ? 'reason' : null)
  const [lacking, setLacking] = useState<Missing | null>(null)
  const [sent, setSent] = useState<Preview | null>(null)
  const now = input.create ?? input.preview
  /** The id of the booking made; null where something lacks or it was refused. */
  const save = async (): Promise<number | null> => {
    setLacking(lacks)
    if (!input.create || lacks || create.pending || draft.waiting) return null
    setSent(input.create)
    const reply = await create.run(input.create)
    if (!reply.ok) return null
    draft.clear()
    return reply.output.id
  }
  return {
    draft,
    form,
    set,
    ...offered,
    currency: currency as Currency,
    effect,
    effectFailed: input.preview ? preview.failed : null,
    /** What lacks now, and what lacked when saving was tried: shown until it is there. */
    lacks,
    missing: lacking === lacks ? lacking : null,
    errors: remainingErrors(create.errors, sent, now),
    trouble: create.trouble && !effect?.refusal && isStillCurrent(sent, now) ? create.trouble : null,
    /** The account that the plan needs is asked for where it is typed. */
    barred:
      draft.waiting ||
      (effect?.refusal != null &&
        !['ACCOUNT_NEEDED', 'RIGHT_NEEDED'].includes(effect.refusal.code) &&
        !preview.previous),
    hours,
    shownHours,
    last,
    takeLast,
    roomId,
    plan: offered.plan,
    pending: create.pending,
    save,
  }
}

/** The hours of day use, typed or proposed; undefined where nights are booked. */
function useHours(form: NewDraft, { dates, dayUse }: ReturnType<typeof useOffer>, currency: Currency) {
  const clock = useHotelClock()
  const { dayUseHours } = useQuery('stay.settings', {}, { on: dayUse }).data ?? usualTerms
  if (!dayUse || !dates) return { hours: undefined, shownHours: null }
  const proposed = proposeHours(dates.arrival, clock, dayUseHours)
  const hours = hoursInput(form.hours, proposed, dayUseHours, currency)
  return { hours, shownHours: hours ?? proposed }
}

type AsLast = {
  form: NewDraft
  set: (patch: Partial<NewDraft>) => void
  last: ReturnType<typeof useLastTime>
  offered: ReturnType<typeof useOffer>
  asLastTime: boolean
  waits: boolean
}

/**
 * Fills the form as the last stay was. Asked for before the answer is there, it is done once it is, but never over what came
 * back of an earlier time.
 */
function useAsLast({ form, set, last, offered, asLastTime, waits }: AsLast): () => void {
  const id = form.guest?.id ?? (1 as GuestId)
  const profile = useQuery('guest.profile', { id }, { on: form.guest !== null }).data
  const [wanted, setWanted] = useState(asLastTime)
  const isKnown = last !== undefined && profile !== undefined
  const take = () => {
    setWanted(!isKnown)
    if (!last || !profile) return
    const plan = offered.planOf(last.ratePlanId ?? offered.offer.ratePlanId)
    set(asLast(last, plan, profile.guest.preferences))
  }
  useEffect(() => {
    if (wanted && isKnown && !waits) take()
  })
  return take
}

/** What the hotel offers for the dates typed: types with what is left, plans, and the pair chosen or proposed. */
function useOffer(form: NewDraft, businessDate: BusinessDate) {
  const house = useHouse()
  const stay = stayOf(form.stay)
  const dates = stay && stay.departure >= stay.arrival ? stay : null
  const available = useQuery('room.availability', soldOver(dates, businessDate), {
    on: dates !== null,
    keep: true,
  })
  const left = new Map(
    (dates ? available.data : undefined)?.map((row) => [row.roomTypeId as number, row.left]),
  )
  const types = house.types.filter((type) => type.active)
  const plans = house.plans
    .filter((plan) => plan.active)
    .toSorted((a, b) => Number(a.kind !== 'sold') - Number(b.kind !== 'sold'))
  const offer = {
    roomTypeId: form.roomTypeId ?? (left.size > 0 ? proposedType(types, left, form.persons) : null),
    ratePlanId: form.ratePlanId ?? plans[0]?.id ?? null,
  }
  const dayUse = dates !== null && dates.arrival === dates.departure
  return {
    dates,
    dayUse,
    left,
    types,
    plans,
    offer,
    plan: house.planOf(offer.ratePlanId),
    planOf: house.planOf,
  }
}

/** What the guest's last stay was and what of it can be had; null for who never stayed, undefined while it is not known. */
function useLastTime({ guest }: NewDraft, dates: ReturnType<typeof stayOf>) {
  const { businessDate } = useHotel()
  const { data, previous } = useQuery(
    'booking.lastTime',
    {
      guestId: guest?.id ?? (1 as GuestId),
      ...(dates ?? { arrival: businessDate, departure: businessDate }),
    },
    { on: guest !== null, keep: true },
  )
  if (!guest) return null
  // While the dates change, what is known of this guest stays; of the guest before it does not
  return previous && data?.guestId !== guest.id ? undefined : data
}

/** The nights to count what is left over; day use takes none, but is asked for its day. */
function soldOver(dates: ReturnType<typeof stayOf>, businessDate: BusinessDate) {
  if (!dates) return { arrival: businessDate, departure: businessDate }
  return dates.departure > dates.arrival ? dates : { ...dates, departure: addDays(dates.arrival, 1) }
}
