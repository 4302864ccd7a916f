import { Input } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { nameText } from '#renderer/parts/guest/names.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { formatDate, formatMoney } from '#renderer/ui/format.ts'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { shareRate } from '#shared/domain/folio/sharing.ts'
import { type BusinessDate, type GuestId, isBusinessDate } from '#shared/values/index.ts'

type Booking = OutputOf<'booking.get'>
type Person = OutputOf<'stay.persons'>[number]
type Typed = { from: string; to: string; share: string }
type Props = { booking: Booking; onClose: () => void }

/** Who stays from when to when, and which part of the rate each pays. */
export function PersonsDrawer(props: Props) {
  const { t } = useWords()
  const { data: persons, failed, retry } = useQuery('stay.persons', { id: props.booking.id })
  if (persons) return <Shown {...props} persons={persons} />
  return (
    <SideDrawer open title={t('stay.persons.title')} onClose={props.onClose} width={540}>
      {failed ? (
        <Trouble failed={failed} operation="stay.persons" onRetry={retry} />
      ) : (
        <RowSkeleton rows={4} />
      )}
    </SideDrawer>
  )
}

function Shown({ booking, persons, onClose }: Props & { persons: Person[] }) {
  const { t } = useWords()
  const { typed, draft, set, wrong, command, save } = usePersons(booking, persons, onClose)
  const pays = partsOf(booking, persons, typed)
  return (
    <SideDrawer
      width={540}
      open
      title={t('stay.persons.title')}
      onClose={onClose}
      draft={draft}
      submit={{
        label: t('stay.persons.submit'),
        run: () => void save(),
        disabled: wrong,
        pending: command.pending,
      }}
    >
      <p className="k-quiet">{t('stay.persons.hint')}</p>
      {persons.map((person, at) => (
        <PersonFields
          key={person.guestId}
          person={person}
          booking={booking}
          typed={typed[at] ?? emptyOf(person)}
          paysMinor={pays.get(person.guestId) ?? 0}
          autoFocus={at === 0}
          onChange={(patch) => set(at, patch)}
        />
      ))}
      {command.trouble && (
        <p className="k-trouble-line" role="alert">
          {command.trouble}
        </p>
      )}
    </SideDrawer>
  )
}

function usePersons(booking: Booking, persons: readonly Person[], onClose: () => void) {
  const draft = useDraft<Typed[]>(`booking:${booking.id}:persons`, persons.map(emptyOf))
  const command = useCommand('stay.setPersons')
  const typed = draft.value
  const save = async () => {
    const reply = await command.run({
      id: booking.id,
      version: booking.version,
      persons: persons.map((person, at) => inputOf(booking, person, typed[at] ?? emptyOf(person))),
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const set = (at: number, patch: Partial<Typed>) => {
    command.reset()
    draft.set(typed.map((one, n) => (n === at ? { ...one, ...patch } : one)))
  }
  return { typed, draft, set, wrong: typed.some(isWrong), command, save }
}

/** What is on file of a person, as it is typed: nothing where they stay as long as the booking, or have no folio. */
function emptyOf({ dates, share }: Person): Typed {
  return { from: dates?.from ?? '', to: dates?.to ?? '', share: share === null ? '' : String(share) }
}

function inputOf({ arrival, departure }: Booking, person: Person, { from, to, share }: Typed) {
  const dates = {
    from: (from === '' ? arrival : from) as BusinessDate,
    to: (to === '' ? departure : to) as BusinessDate,
  }
  const whole = dates.from === arrival && dates.to === departure
  const same = share.trim() === emptyOf(person).share
  return {
    guestId: person.guestId,
    dates: person.role === 'guest' || whole ? null : dates,
    ...(same ? {} : { share: Number(share) }),
  }
}

const isShare = (text: string) => /^\d{0,3}$/.test(text.trim())
const isDay = (text: string) => text === '' || isBusinessDate(text)
const isWrong = ({ from, to, share }: Typed) => !isShare(share) || !isDay(from) || !isDay(to)

/** What each pays of the nights by what is typed, minor units. */
function partsOf(
  booking: Booking,
  persons: readonly Person[],
  typed: readonly Typed[],
): Map<GuestId, number> {
  const own = persons.findIndex(({ role }) => role === 'guest')
  const folios = persons.map(({ guestId }, at) => {
    const one = typed[at]
    const share = one && isShare(one.share) ? one.share.trim() : ''
    return {
      id: guestId,
      // The booking's own folio pays all until somebody shares
      share: share === '' ? (at === own ? 1 : 0) : Number(share),
      shareFrom: one && isBusinessDate(one.from) ? one.from : null,
      shareTo: one && isBusinessDate(one.to) ? one.to : null,
    }
  })
  const sums = new Map<GuestId, number>()
  for (const { night, rateMinor } of booking.nights)
    for (const { folioId, amountMinor } of shareRate(rateMinor, folios, night))
      sums.set(folioId, (sums.get(folioId) ?? 0) + amountMinor)
  return sums
}

type PersonProps = {
  person: Person
  booking: Booking
  typed: Typed
  paysMinor: number
  autoFocus: boolean
  onChange: (patch: Partial<Typed>) => void
}

function PersonFields({ person, booking, typed, paysMinor, autoFocus, onChange }: PersonProps) {
  const { t, locale, language } = useWords()
  const { currency } = useHotel()
  const name = nameText(person, language, t)
  return (
    <fieldset className="k-stay-part">
      <legend>
        <GuestName of={person} />
      </legend>
      <div className="k-field-row">
        {person.role === 'companion' && (
          <>
            <Field label={t('stay.persons.from')}>
              {(control) => (
                <DateField
                  {...control}
                  aria-label={t('stay.persons.fromOf', { name })}
                  value={typed.from}
                  placeholder={formatDate(booking.arrival, locale)}
                  base={booking.arrival}
                  onChange={(from) => onChange({ from })}
                />
              )}
            </Field>
            <Field label={t('stay.persons.to')}>
              {(control) => (
                <DateField
                  {...control}
                  aria-label={t('stay.persons.toOf', { name })}
                  value={typed.to}
                  placeholder={formatDate(booking.departure, locale)}
                  base={booking.arrival}
                  onChange={(to) => onChange({ to })}
                />
              )}
            </Field>
          </>
        )}
        <Field
          label={t('stay.persons.share')}
          error={isShare(typed.share) ? undefined : t('stay.persons.shareWrong')}
          hint={t('stay.persons.pays', { amount: formatMoney(paysMinor, currency, locale) })}
        >
          {(control) => (
            <Input
              {...control}
              aria-label={t('stay.persons.shareOf', { name })}
              inputMode="numeric"
              autoComplete="off"
              autoFocus={autoFocus}
              value={typed.share}
              placeholder={person.role === 'guest' ? '1' : '0'}
              onFocus={(event) => event.target.select()}
              onChange={(event) => onChange({ share: event.target.value })}
            />
          )}
        </Field>
      </div>
    </fieldset>
  )
}
