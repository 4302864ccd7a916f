import { useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { addDays, type BusinessDate, type Currency } from '#shared/values/index.ts'
import { isStillCurrent, remainingErrors } from '../remaining-errors.ts'
import { stayOf } from '../stay-dates.ts'
import { useHouse } from '../use-house.ts'
import { doneWords } from '../words.ts'
import { emptyDraft, inputOf, type Missing, type NewDraft, type Preview, proposedType } from './new-draft.ts'

export type NewBooking = ReturnType<typeof useNewBooking>

/** A new booking as it is typed: its draft, what the hotel offers for it, what it would book, and how it is saved. */
export function useNewBooking(draftName: string, given: Partial<NewDraft>) {
  const { businessDate, currency } = useHotel()
  const empty = emptyDraft(businessDate, addDays(businessDate, 1))
  const draft = useDraft<NewDraft>(draftName, { ...empty, ...given }, { stays: true })
  const form = draft.value
  const latest = useRef(form)
  latest.current = form
  // Two changes may come before the next render: each builds on the one before
  const set = (patch: Partial<NewDraft>) => {
    latest.current = { ...latest.current, ...patch }
    draft.set(latest.current)
  }
  const offered = useOffer(form, businessDate)
  const input = inputOf(form, offered.offer, currency as Currency)
  const preview = useQuery('booking.previewCreate', input.preview ?? ({} as never), {
    on: input.preview !== null,
    keep: true,
  })
  const effect = input.preview ? preview.data : undefined
  const create = useCommand('booking.create', {
    done: (language, made) => doneWords(language, 'booking.create', made.confirmationNo, form.guest),
  })
  const [lacking, setLacking] = useState<Missing | null>(null)
  const [sent, setSent] = useState<Preview | null>(null)
  const now = input.create ?? input.preview
  /** The id of the booking made; null where something lacks or it was refused. */
  const save = async (): Promise<number | null> => {
    setLacking(input.missing)
    if (!input.create || create.pending || draft.waiting) return null
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
    lacks: input.missing,
    missing: lacking === input.missing ? lacking : null,
    errors: remainingErrors(create.errors, sent, now),
    trouble: create.trouble && !effect?.refusal && isStillCurrent(sent, now) ? create.trouble : null,
    barred: draft.waiting || (effect?.refusal != null && !preview.previous),
    pending: create.pending,
    save,
  }
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
  return { dates, dayUse, left, types, plans, offer }
}

/** The nights to count what is left over; day use takes none, but is asked for its day. */
function soldOver(dates: ReturnType<typeof stayOf>, businessDate: BusinessDate) {
  if (!dates) return { arrival: businessDate, departure: businessDate }
  return dates.departure > dates.arrival ? dates : { ...dates, departure: addDays(dates.arrival, 1) }
}
