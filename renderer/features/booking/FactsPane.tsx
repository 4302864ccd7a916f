import { type ReactNode, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Account, AccountPicker } from '#renderer/parts/account/AccountPicker.tsx'
import { BookingMoney } from '#renderer/parts/folio/BookingMoney.tsx'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { InlineField } from '#renderer/ui/InlineField.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Fact, Facts, Pane, Section } from '#renderer/ui/Pane.tsx'
import type { InputOf } from '#shared/contract/index.ts'
import { channels, guarantees, segments } from '#shared/domain/booking/choices.ts'
import { meals } from '#shared/domain/rate/rate-plan.ts'
import { isKey, type Key } from '#shared/i18n/index.ts'
import { isBusinessDate } from '#shared/values/index.ts'
import { type ArrivalField, ContactFacts, HoldFacts } from './ArrivalFacts.tsx'
import { bookingActs } from './acts.ts'
import { PersonsText } from './PersonsFields.tsx'
import type { House } from './use-house.ts'
import { type Booking, type CodeKind, nameOf, useChoices } from './words.ts'

type Details = Omit<InputOf<'booking.changeDetails'>, 'id' | 'version'>
type Save = ReturnType<typeof useSave>

/** Saves on the booking as it is on screen, or on the version that somebody began upon. */
function useSave(booking: Booking) {
  const command = useCommand('booking.changeDetails')
  return (details: Details, version = booking.version) => command.run({ id: booking.id, version, ...details })
}

type Props = {
  booking: Booking
  house: House
  /** Opens the drawer of all details, at a field; absent where nothing of them may be changed. */
  onEdit: ((field?: ArrivalField) => void) | undefined
  /** An earlier moment is on screen. */
  isThen?: boolean
}

/** What is asked first, then what the booking is, editable in place; of an imported one also what its source gave. */
export function FactsPane({ booking, house, onEdit, isThen = false }: Props) {
  const { t, language } = useWords()
  const save = useSave(booking)
  const open = onEdit !== undefined
  const type = (id: number) => {
    const found = house.typeOf(id)
    return (
      <>
        <span className="k-code">{found?.code}</span> {nameOf(found, language)}
      </>
    )
  }
  const slept = [...new Set(booking.nights.map((night) => night.roomTypeId))]
  const upgraded = booking.chargedRoomTypeId !== booking.roomTypeId
  const plan = house.planOf(booking.ratePlanId)
  return (
    <Pane
      title={t('booking.facts.title')}
      padded
      tools={
        onEdit && (
          <button type="button" className="k-tool" onClick={() => onEdit()}>
            {t('common.edit')} <KeyHint keys={bookingActs.details.key} />
          </button>
        )
      }
    >
      {!isThen && <BookingMoney bookingId={booking.id} />}
      <FirstFacts booking={booking} save={save} onEdit={onEdit} isThen={isThen} />
      <Facts>
        <Fact name={t('booking.facts.booked')}>{type(booking.roomTypeId)}</Fact>
        {upgraded && (
          <Fact name={t('booking.facts.charged')}>
            {type(booking.chargedRoomTypeId)} <span className="k-tag">{t('booking.facts.upgrade')}</span>
          </Fact>
        )}
        {slept.some((id) => id !== booking.roomTypeId) && (
          <Fact name={t('booking.facts.occupied')}>
            {slept.map((id) => (
              <div key={id}>{type(id)}</div>
            ))}
          </Fact>
        )}
        <Fact name={t('booking.facts.plan')}>
          {booking.ratePlanId === null ? (
            <span className="k-faint">{t('booking.facts.noPlan')}</span>
          ) : (
            <>
              <span className="k-code">{plan?.code}</span> {nameOf(plan, language)}
            </>
          )}
        </Fact>
        <Coded booking={booking} kind="meal" codes={meals} save={save} open={open} />
        <Fact name={t('booking.facts.persons')}>
          <PersonsText {...booking} />
        </Fact>
        <Coded booking={booking} kind="segment" codes={segments} save={save} open={open} />
        <Coded booking={booking} kind="channel" codes={channels} save={save} open={open} />
        <Fact name={t('booking.facts.created')}>
          <DateText date={booking.createdOn} />
        </Fact>
        {booking.cancelledOn && (
          <Fact name={t('booking.facts.cancelled')}>
            <DateText date={booking.cancelledOn} />
          </Fact>
        )}
        {booking.cancelReason && <Fact name={t('booking.facts.cancelReason')}>{booking.cancelReason}</Fact>}
      </Facts>
      {booking.source && <SourceFacts source={booking.source} />}
    </Pane>
  )
}

type FirstProps = Pick<Props, 'booking' | 'onEdit'> & { save: Save; isThen: boolean }

/** What is asked on the telephone: whom to call, when they come, how long it is held, what was asked for, who pays. */
function FirstFacts({ booking, save, onEdit, isThen }: FirstProps) {
  const { t } = useWords()
  const open = onEdit !== undefined
  const arrival = { booking, open, onEdit: (field: ArrivalField) => onEdit?.(field) }
  return (
    <div className="k-bk-first">
      <Facts>
        <ContactFacts {...arrival} />
        <Coded booking={booking} kind="guarantee" codes={guarantees} save={save} open={open} />
        <HoldFacts {...arrival} isThen={isThen} />
        <AccountFact booking={booking} kind="company" save={save} open={open} />
        <AccountFact booking={booking} kind="agency" save={save} open={open} />
        {(open || booking.comment !== '') && (
          <Fact name={t('booking.facts.comment')}>
            <InlineField
              label={t('booking.facts.comment')}
              value={booking.comment}
              draft={`booking:${booking.id}:comment`}
              operation="booking.changeDetails"
              readOnly={!open}
              onSave={(comment) => save({ comment })}
            />
          </Fact>
        )}
      </Facts>
    </div>
  )
}

type CodedProps = {
  booking: Booking
  kind: Exclude<CodeKind, 'feature'>
  codes: readonly string[]
  save: Save
  open: boolean
}

function Coded({ booking, kind, codes, save, open }: CodedProps) {
  const { t } = useWords()
  const value = booking[kind]
  const options = useChoices(kind, codes, value)
  return (
    <Fact name={t(`booking.facts.${kind}`)}>
      <InlineField
        label={t(`booking.facts.${kind}`)}
        value={value}
        shown={codeWords(`booking.${kind}`, value, t)}
        options={options}
        draft={`booking:${booking.id}:${kind}`}
        operation="booking.changeDetails"
        readOnly={!open}
        onSave={(next) => save({ [kind]: next } as Details)}
      />
    </Fact>
  )
}

/** A company or agency, chosen by type-ahead in its place. */
function AccountFact({
  booking,
  kind,
  save,
  open,
}: Pick<CodedProps, 'booking' | 'save' | 'open'> & { kind: 'company' | 'agency' }) {
  const { t } = useWords()
  const [begun, setBegun] = useState<number | null>(null)
  const value = booking[kind]
  const label = t(`booking.facts.${kind}`)
  const change = (account: Account | null) => {
    const version = begun ?? booking.version
    setBegun(null)
    const id = account?.id ?? null
    if (id !== (value?.id ?? null))
      void save(kind === 'company' ? { companyId: id } : { agencyId: id }, version)
  }
  if (!open && !value) return null
  let shown: ReactNode = value?.name ?? <span className="k-faint">{t('common.notSet')}</span>
  if (open && begun === null) {
    shown = (
      <button
        type="button"
        className="k-inline"
        aria-label={`${label}: ${value?.name ?? t('common.notSet')}. ${t('common.edit')}`}
        onClick={() => setBegun(booking.version)}
      >
        {shown}
      </button>
    )
  }
  return (
    <Fact name={label}>
      {begun !== null ? (
        <AccountPicker
          kind={kind}
          aria-label={label}
          value={value}
          autoFocus
          defaultOpen
          onChange={change}
          onLeave={() => setBegun(null)}
        />
      ) : (
        shown
      )}
    </Fact>
  )
}

/** Counts and words that the import brought along: facts of the source, nothing that was done here. */
function SourceFacts({ source }: { source: NonNullable<Booking['source']> }) {
  const { t } = useWords()
  const known = Object.entries(source).filter(([, value]) => value !== null && value !== '')
  return (
    <div className="k-bk-source">
      <Section title={t('booking.source.title')} note={t('booking.source.note')}>
        <Facts>
          {known.map(([name, value]) => {
            const key = `booking.source.${name}`
            return (
              <Fact key={name} name={isKey(key) ? t(key as Key) : name}>
                {isBusinessDate(value) ? <DateText date={value} /> : String(value)}
              </Fact>
            )
          })}
        </Facts>
      </Section>
    </div>
  )
}
