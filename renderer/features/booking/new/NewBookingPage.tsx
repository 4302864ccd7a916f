import { Button, Input, Select } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useDraft } from '#renderer/app/drafts/use-draft.ts'
import { useHotel } from '#renderer/app/hotel.ts'
import { isComposing } from '#renderer/app/keys/ime.ts'
import { useKeys } from '#renderer/app/keys/use-keys.ts'
import { useWords } from '#renderer/app/language.ts'
import { href, paths } from '#renderer/app/route/paths.ts'
import { go, type ScreenProps } from '#renderer/app/route/route.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Columns, Pane, Section } from '#renderer/ui/Pane.tsx'
import { addDays, type Currency, type GuestId } from '#shared/values/index.ts'
import { DraftNote } from '../change/ChangeDrawer.tsx'
import { amountFault } from '../change/read-rates.ts'
import '../booking.css'
import { StayFields } from '../StayFields.tsx'
import { stayOf } from '../stay-dates.ts'
import { type House, useHouse } from '../use-house.ts'
import { wishWords } from '../words.ts'
import { CreateEffect, CreateTotal } from './CreateEffect.tsx'
import { DetailFields } from './DetailFields.tsx'
import { GuestSection, Preferences } from './GuestSection.tsx'
import { NothingToSell } from './NothingToSell.tsx'
import { emptyDraft, inputOf, type Missing, type NewDraft, newGuestFrom, proposedType } from './new-draft.ts'
import { PriceGrid } from './PriceGrid.tsx'

/** A new booking: who, when, what for how much; what it would book stands beside and follows each key. */
export function Page({ query }: ScreenProps<typeof paths.newBooking>) {
  const { t, language } = useWords()
  const { businessDate, currency } = useHotel()
  const draft = useDraft<NewDraft>('booking:new', emptyDraft(businessDate, addDays(businessDate, 1)))
  const form = draft.value
  const latest = useRef(form)
  latest.current = form
  // Two changes may come before the next render: each builds on the one before
  const set = (patch: Partial<NewDraft>) => {
    latest.current = { ...latest.current, ...patch }
    draft.set(latest.current)
  }
  useGuestOfAddress(query.guest, form, set)
  const house = useHouse()
  useRoomOfAddress(query.room, house, set)

  const stay = stayOf(form.stay)
  const dates = stay && stay.departure >= stay.arrival ? stay : null
  const available = useQuery(
    'room.availability',
    dates ?? { arrival: businessDate, departure: businessDate },
    { on: dates !== null, keep: true },
  )
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
    done: (made) =>
      t('booking.doneWith', {
        what: t('booking.done.create'),
        number: made.confirmationNo,
        guest: form.guest?.name || t('common.unnamedGuest'),
      }),
  })
  const [lacking, setLacking] = useState<Missing | null>(null)
  const stayBox = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const toStay = () => requestAnimationFrame(() => stayBox.current?.querySelector('input')?.focus())
  const save = async () => {
    setLacking(input.missing)
    if (input.missing === 'guest') page.current?.querySelector<HTMLElement>('.k-picker input')?.focus()
    if (input.missing === 'dates') toStay()
    if (!input.create || create.pending) return
    const reply = await create.run(input.create)
    if (!reply.ok) return
    draft.clear()
    // The form is done with: Esc leads from the booking to where the clerk came from
    go(href(paths.booking, { id: reply.output.id as number }), { replace: true })
  }
  useKeys({
    'Ctrl+Enter': { label: 'booking.key.save', run: () => void save() },
    'Alt+N': {
      label: 'booking.key.newGuest',
      run: () => set({ guest: null, newGuest: newGuestFrom(form.guestText), guestText: '' }),
    },
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
            <StayFields stay={form.stay} errors={create.errors} onChange={(next) => set({ stay: next })} />
          </div>
          <DetailFields draft={form} set={set} errors={create.errors} />
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
              hint={t('booking.new.roomHint')}
              error={create.errors.roomId}
            >
              {(control) => (
                <RoomSelect
                  control={control}
                  draft={form}
                  dates={dates}
                  roomTypeId={offer.roomTypeId}
                  words={(wish) => wishWords(wish, language)}
                  onChange={(roomId) => set({ roomId })}
                />
              )}
            </Field>
            <Field
              label={t('booking.new.ownRate')}
              hint={t('booking.new.ownRateHint')}
              error={rateFault ? t(rateFault) : undefined}
            >
              {(control) => (
                <Input
                  {...control}
                  className="k-num"
                  inputMode="decimal"
                  autoComplete="off"
                  value={form.ownRate}
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
            <CreateEffect effect={shown} failed={input.preview ? effect.failed : null} />
          </Pane>
          <div className="k-bk-save">
            <CreateTotal effect={shown} />
            {missing && missing !== 'guest' && missing !== 'rate' && (
              <p className="k-trouble-line" role="alert">
                {t(`booking.new.missing.${missing}`)}
              </p>
            )}
            {create.trouble && !shown?.refusal && (
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
              {t('booking.new.save')} <KeyHint keys="Ctrl+Enter" />
            </Button>
          </div>
        </div>
      </Columns>
    </div>
  )
}

/** `?guest=12` begins with that guest, once; what else was typed stays. */
function useGuestOfAddress(
  text: string | undefined,
  form: NewDraft,
  set: (patch: Partial<NewDraft>) => void,
): void {
  const id = Number(text) as GuestId
  const wanted = Number.isInteger(id) && id > 0
  const { data } = useQuery('guest.profile', { id: wanted ? id : (1 as GuestId) }, { on: wanted })
  const taken = useRef<GuestId | null>(null)
  useEffect(() => {
    if (!wanted || !data || taken.current === id) return
    taken.current = id
    const { name, latinName } = data.guest
    const tier = data.memberships[0]?.tier?.code ?? null
    if (form.guest?.id !== id) set({ guest: { id, name, latinName, tier }, newGuest: null, guestText: '' })
  })
}

/** `?room=7` begins with that room and its type, once: a vacant room was found, somebody stands at the desk. */
function useRoomOfAddress(
  text: string | undefined,
  house: House,
  set: (patch: Partial<NewDraft>) => void,
): void {
  const room = house.roomOf(text === undefined ? null : Number(text))
  const taken = useRef<number | null>(null)
  useEffect(() => {
    if (!room || taken.current === room.id) return
    taken.current = room.id
    set({ roomTypeId: room.roomTypeId, roomId: room.id })
  })
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

type RoomSelectProps = {
  control: { id: string }
  draft: NewDraft
  dates: ReturnType<typeof stayOf>
  roomTypeId: number | null
  words: (wish: string) => string
  onChange: (roomId: number | null) => void
}

/** A free room of the type, those that meet most wishes first; none is as well. */
function RoomSelect({ control, draft, dates, roomTypeId, words, onChange }: RoomSelectProps) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const on = dates !== null && roomTypeId !== null
  const { data } = useQuery(
    'room.free',
    {
      ...(dates ?? { arrival: businessDate, departure: businessDate }),
      ...(roomTypeId === null ? {} : { roomTypeId: roomTypeId as never }),
      ...(draft.guest ? { guestId: draft.guest.id } : {}),
    },
    { on, keep: true },
  )
  const options = (on ? (data ?? []) : [])
    .filter((room) => !room.outOfService)
    .map((room) => ({
      value: room.id as number,
      label: [room.number, ...room.meets.map(words)].join('  '),
    }))
  const house = useHouse()
  const chosen = draft.roomId
  if (chosen !== null && !options.some((option) => option.value === chosen)) {
    options.push({ value: chosen, label: house.roomOf(chosen)?.number ?? String(chosen) })
  }
  return (
    <Select
      {...control}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('booking.new.roomAny')}
      value={chosen}
      options={options}
      onChange={(id: number | null | undefined) => onChange(id ?? null)}
    />
  )
}
