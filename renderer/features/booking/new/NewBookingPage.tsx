import { Button, Input } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, type ScreenProps } from '#renderer/base/route/route.tsx'
import { guestFromSearch } from '#renderer/parts/guest/typed-guest.ts'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Columns, Pane, Section } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowBones } from '#renderer/ui/Waiting.tsx'
import { addDays, type BusinessDate, type Currency } from '#shared/values/index.ts'
import { newBookingActs } from '../acts.ts'
import { amountFault } from '../change/read-rates.ts'
import '../fields.css'
import './new-booking.css'
import { StayFields } from '../StayFields.tsx'
import { standingErrors, stillStands } from '../standing-errors.ts'
import { stayOf } from '../stay-dates.ts'
import { useHouse } from '../use-house.ts'
import { doneWords } from '../words.ts'
import { CreateEffect, CreateTotal } from './CreateEffect.tsx'
import { DetailFields } from './DetailFields.tsx'
import { GuestSection, Preferences } from './GuestSection.tsx'
import { NothingToSell } from './NothingToSell.tsx'
import { emptyDraft, inputOf, type Missing, type NewDraft, type Preview, proposedType } from './new-draft.ts'
import { draftKey, useOpenedFor } from './opened-for.ts'
import { PriceGrid } from './PriceGrid.tsx'
import { RoomSelect } from './RoomSelect.tsx'

/** A new booking for a guest, for a room or for whoever is on the telephone: another of these is another form. */
export function Page({ query }: ScreenProps<typeof paths.newBooking>) {
  const { given, failed, retry } = useOpenedFor(query)
  if (!given) {
    return failed ? <Trouble failed={failed} operation="guest.profile" onRetry={retry} /> : <RowBones />
  }
  const key = draftKey(query)
  return <Form key={key} draftName={key} given={given} />
}

type FormProps = { draftName: string; given: Partial<NewDraft> }

/** Who, when, what for how much; what it would book stands beside and follows each key. */
function Form({ draftName, given }: FormProps) {
  const { t } = useWords()
  const { businessDate, currency } = useHotel()
  const empty = emptyDraft(businessDate, addDays(businessDate, 1))
  const draft = useDraft<NewDraft>(draftName, { ...empty, ...given })
  const form = draft.value
  const latest = useRef(form)
  latest.current = form
  // Two changes may come before the next render: each builds on the one before
  const set = (patch: Partial<NewDraft>) => {
    latest.current = { ...latest.current, ...patch }
    draft.set(latest.current)
  }
  const house = useHouse()
  const [guestKnown] = useState(form.guest !== null)

  const stay = stayOf(form.stay)
  const dates = stay && stay.departure >= stay.arrival ? stay : null
  const dayUse = dates !== null && dates.arrival === dates.departure
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
  const input = inputOf(form, offer, currency as Currency)
  const effect = useQuery('booking.previewCreate', input.preview ?? ({} as never), {
    on: input.preview !== null,
    keep: true,
  })
  const shown = input.preview ? effect.data : undefined

  const create = useCommand('booking.create', {
    done: (language, made) => doneWords(language, 'booking.create', made.confirmationNo, form.guest?.name),
  })
  const [lacking, setLacking] = useState<Missing | null>(null)
  const [sent, setSent] = useState<Preview | null>(null)
  const now = input.create ?? input.preview
  const errors = standingErrors(create.errors, sent, now)
  const stayBox = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const toStay = () => requestAnimationFrame(() => stayBox.current?.querySelector('input')?.focus())
  const save = async () => {
    setLacking(input.missing)
    if (input.missing === 'guest') page.current?.querySelector<HTMLElement>('.k-picker input')?.focus()
    if (input.missing === 'dates') toStay()
    if (!input.create || create.pending) return
    setSent(input.create)
    const reply = await create.run(input.create)
    if (!reply.ok) return
    draft.clear()
    // The form is done with: Esc leads from the booking to where the clerk came from
    go(href(paths.booking, { id: reply.output.id as number }), { replace: true })
  }
  useActs(newBookingActs, {
    save,
    newGuest: () => set({ guest: null, newGuest: guestFromSearch(form.guestText), guestText: '' }),
  })
  const missing = lacking === input.missing ? lacking : null
  const rateFault = amountFault(form.ownRate, currency as Currency)
  return (
    <div ref={page} className="k-bk-new" onKeyDown={(event) => enterSaves(event, save)}>
      <Columns widths="minmax(388px, 1fr) minmax(0, 1.75fr) minmax(232px, 0.6fr)">
        <Pane
          title={<h1>{t('booking.newTitle')}</h1>}
          padded
          tools={
            draft.dirty && (
              <button type="button" className="k-tool" onClick={draft.clear}>
                {t('booking.new.clear')}
              </button>
            )
          }
        >
          <DraftNote draft={draft} />
          <GuestSection
            draft={form}
            set={set}
            onChosen={toStay}
            error={missing === 'guest' ? t('booking.new.missing.guest') : undefined}
          />
          <div ref={stayBox}>
            <StayFields
              stay={form.stay}
              errors={errors}
              {...(guestKnown ? { autoFocus: 'arrival' as const } : {})}
              onChange={(next) => set({ stay: next })}
            />
          </div>
          <DetailFields draft={form} set={set} errors={errors} />
        </Pane>
        <Pane
          title={t('booking.new.price')}
          note={t('booking.new.priceHint')}
          tools={<span className="k-quiet">{currency}</span>}
          padded
        >
          <NothingToSell />
          <PriceGrid
            types={types}
            plans={plans}
            left={left}
            {...offer}
            onChoose={(roomTypeId, ratePlanId) =>
              set({
                roomTypeId,
                ratePlanId,
                ...(roomTypeId === offer.roomTypeId ? {} : { roomId: null }),
              })
            }
          />
          <div className="k-field-row">
            <Field
              label={t('booking.new.room')}
              hint={t(dayUse ? 'booking.new.roomDayUse' : 'booking.new.roomHint')}
              error={errors.roomId}
            >
              {(control) => (
                <RoomSelect
                  control={control}
                  draft={form}
                  dates={dayUse ? null : dates}
                  roomTypeId={offer.roomTypeId}
                  onChange={(roomId) => set({ roomId })}
                  disabled={dayUse}
                />
              )}
            </Field>
            <Field
              label={t('booking.new.ownRate')}
              hint={t(dayUse ? 'booking.new.ownRateDayUse' : 'booking.new.ownRateHint')}
              error={rateFault && !dayUse ? t(rateFault) : undefined}
            >
              {(control) => (
                <Input
                  {...control}
                  className="k-num"
                  inputMode="decimal"
                  autoComplete="off"
                  disabled={dayUse}
                  value={dayUse ? '' : form.ownRate}
                  onChange={(event) => set({ ownRate: event.target.value })}
                />
              )}
            </Field>
          </div>
          <Section title={t('booking.new.preferences')}>
            <Preferences guest={form.guest} />
          </Section>
        </Pane>
        <div className="k-bk-result">
          <Pane title={t('booking.new.effect')} padded>
            <CreateEffect
              effect={shown}
              failed={input.preview ? effect.failed : null}
              onWaitlist={form.status === 'confirmed' ? () => set({ status: 'waitlisted' }) : undefined}
            />
          </Pane>
          <div className="k-bk-save">
            <CreateTotal effect={shown} />
            {missing && missing !== 'guest' && missing !== 'rate' && (
              <p className="k-trouble-line" role="alert">
                {t(`booking.new.missing.${missing}`)}
              </p>
            )}
            {create.trouble && !shown?.refusal && stillStands(sent, now) && (
              <p className="k-trouble-line" role="alert">
                {create.trouble}
              </p>
            )}
            <Button
              type="primary"
              block
              loading={create.pending}
              disabled={shown?.refusal != null && !effect.previous}
              onClick={() => void save()}
            >
              {t('booking.new.save')} <KeyHint keys={newBookingActs.save.key} />
            </Button>
          </div>
        </div>
      </Columns>
    </div>
  )
}

/** The nights of which is told what is left; of day use the day itself, though it takes none of them. */
function soldOver(dates: ReturnType<typeof stayOf>, businessDate: BusinessDate) {
  if (!dates) return { arrival: businessDate, departure: businessDate }
  return dates.departure > dates.arrival ? dates : { ...dates, departure: addDays(dates.arrival, 1) }
}

/** Enter in a one-line field or in the prices saves; never the Enter of an input method, of a list or of a button. */
function enterSaves(event: KeyboardEvent, save: () => Promise<void>): void {
  const field = event.target
  if (event.key !== 'Enter' || event.defaultPrevented || isComposing(event)) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const isField = field instanceof HTMLInputElement && field.getAttribute('role') !== 'combobox'
  const isGrid = field instanceof HTMLElement && field.getAttribute('role') === 'grid'
  if (!isField && !isGrid) return
  event.preventDefault()
  void save()
}
