import './guest.css'
import './profile/sections.css'
import './profile/panes.css'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { readOneAhead, useQuery } from '#renderer/api/use-query.ts'
import { runEach, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useHeld, useMemory, useScrollMemory } from '#renderer/base/route/memory.ts'
import { paths } from '#renderer/base/route/paths.ts'
import type { ScreenProps } from '#renderer/base/route/route.tsx'
import { earlierActs } from '#renderer/parts/change/acts.ts'
import { LookBackButton, useLookBack } from '#renderer/parts/change/LookBack.tsx'
import { GuestMoney } from '#renderer/parts/folio/GuestMoney.tsx'
import { AlertBanner } from '#renderer/ui/AlertBanner.tsx'
import { formatMoment } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Columns, Pane, Rows } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { useWide } from '#renderer/ui/use-wide.ts'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { operationWords } from '#shared/i18n/index.ts'
import { type BookingId, type GuestId, isAsOf } from '#shared/values/index.ts'
import { alertLines } from '../../parts/guest/alert-lines.ts'
import { GuestPanel } from '../../parts/insight/Panels.tsx'
import { guestActs, sectionActs } from './acts.ts'
import { AlertsDrawer } from './profile/AlertsDrawer.tsx'
import { Changes } from './profile/Changes.tsx'
import { Consents } from './profile/Consents.tsx'
import { Contacts } from './profile/Contacts.tsx'
import { Documents } from './profile/Documents.tsx'
import { type Conflict, EditingProvider, type Profile, useEditing } from './profile/editing.tsx'
import { KeyFigures } from './profile/Figures.tsx'
import { Header, newBooking } from './profile/Header.tsx'
import { Loyalty } from './profile/Loyalty.tsx'
import { NewRequest } from './profile/NewRequest.tsx'
import { Notes } from './profile/Notes.tsx'
import { Person } from './profile/Person.tsx'
import { Preferences } from './profile/Preferences.tsx'
import { Requests } from './profile/Requests.tsx'
import { goToSection } from './profile/SectionHead.tsx'
import { StayFeedback } from './profile/StayFeedback.tsx'
import { Stays } from './profile/Stays.tsx'
import { BOTH_PX, StoryTabs, type Tab, TabHead } from './profile/StoryTabs.tsx'
import { GuestThen } from './then/GuestThen.tsx'

/** Begins to read the guest as they are now. */
export async function ahead({ params, query }: ScreenProps<typeof paths.guest>): Promise<void> {
  if (!isAsOf(query.asOf)) await readOneAhead('guest.profile', { id: Number(params.id) as GuestId })
}

/** A guest's whole story. */
export function Page({ params, query }: ScreenProps<typeof paths.guest>) {
  const id = Number(params.id) as GuestId
  return isAsOf(query.asOf) ? <GuestThen id={id} at={query.asOf} /> : <Now id={id} />
}

function Now({ id }: { id: GuestId }) {
  const { t } = useWords()
  const guest = useQuery('guest.profile', { id })
  const { editing, conflict, dismiss } = useEditing(guest.data, id, guest.retry)
  if (guest.failed && !guest.data)
    return (
      <>
        <Trouble
          failed={guest.failed}
          operation="guest.profile"
          onRetry={guest.retry}
          way={{ to: paths.guests, label: t('guest.toList') }}
        />
        {'refusal' in guest.failed && <Earlier />}
      </>
    )
  if (!guest.data) return <RowSkeleton />
  return (
    <EditingProvider editing={editing}>
      <Story profile={guest.data} conflict={conflict} onSeen={dismiss} />
    </EditingProvider>
  )
}

/** To an earlier date, from a guest who is not on file any more. */
function Earlier() {
  const look = useLookBack()
  useActs(earlierActs, { asOf: look })
  return (
    <p className="g-more">
      <LookBackButton onLook={look} />
    </p>
  )
}

/** The latest stay of the guest's own that has begun. */
function latestStay({ guest, bookings }: Profile): BookingId | undefined {
  return bookings.find(
    (row) => row.guestId === guest.id && (row.status === 'in-house' || row.status === 'checked-out'),
  )?.id
}

type Open = 'none' | 'request' | 'alerts'

function Story({
  profile,
  conflict,
  onSeen,
}: {
  profile: Profile
  conflict: Conflict | null
  onSeen: () => void
}) {
  const { t } = useWords()
  const { guest } = profile
  const look = useLookBack()
  const wide = useWide(BOTH_PX)
  const [open, setOpen] = useHeld<Open>('guest:open', 'none')
  const [tab, setTab] = useMemory<Tab>('tab', 'stays')
  const tagField = useRef<HTMLElement>(null)
  const left = useRef<HTMLDivElement>(null)
  const right = useRef<HTMLDivElement>(null)
  useScrollMemory(left, 'left')
  useScrollMemory(right, 'right')
  const toNote = () => {
    goToSection('notes')
    document.getElementById('guest-new-note')?.focus()
  }
  const show = (next: Tab) => {
    // At once: the next key is already for the list
    flushSync(() => setTab(next))
    goToSection(next)
  }
  useActs(
    { ...guestActs, ...sectionActs, ...earlierActs },
    {
      asOf: look,
      newBooking: () => newBooking(guest.id),
      asLast: () => newBooking(guest.id, { asLast: true }),
      note: toNote,
      request: () => setOpen('request'),
      alerts: () => setOpen('alerts'),
      tags: () => tagField.current?.focus(),
      ...runEach(sectionActs, goToSection),
      stays: () => show('stays'),
      changes: () => show('changes'),
    },
  )
  return (
    <div className="g-page">
      <Header
        profile={profile}
        tagField={tagField}
        onNote={toNote}
        onRequest={() => setOpen('request')}
        onAlerts={() => setOpen('alerts')}
      />
      {conflict && <ConflictLine conflict={conflict} onSeen={onSeen} />}
      <AlertBanner label={t('guest.section.alerts')} alerts={alertLines(guest.alerts, t)} />
      <Panes
        label={t('guest.profile')}
        areas={'"person story wishes"'}
        columns="clamp(272px, 22vw, 300px) minmax(0, 1fr) clamp(332px, 27vw, 376px)"
        panes={[
          {
            name: 'person',
            title: t('guest.section.identity'),
            keys: sectionActs.identity.key,
            children: (
              <div className="k-pane k-scroll" ref={left}>
                <Person profile={profile} />
                <Contacts contacts={guest.contacts} />
                <Documents documents={guest.documents} />
                <Preferences preferences={guest.preferences} />
                <Consents consents={guest.consents} />
              </div>
            ),
          },
          {
            name: 'story',
            title: t('guest.section.stays'),
            keys: sectionActs.stays.key,
            children: (
              <Rows heights="auto minmax(0, 1fr)">
                <div className="k-pane">
                  {!guest.unnamed && <GuestMoney guestId={guest.id} />}
                  <KeyFigures profile={profile} />
                </div>
                {wide ? (
                  <Columns widths="minmax(0, 3fr) minmax(0, 2fr)">
                    <StaysPane profile={profile} head={<TabHead tab="stays" />} />
                    <ChangesPane id={guest.id} head={<TabHead tab="changes" />} onAsOf={look} />
                  </Columns>
                ) : tab === 'stays' ? (
                  <StaysPane profile={profile} head={<StoryTabs tab={tab} onTab={setTab} />} />
                ) : (
                  <ChangesPane id={guest.id} head={<StoryTabs tab={tab} onTab={setTab} />} onAsOf={look} />
                )}
              </Rows>
            ),
          },
          {
            name: 'wishes',
            title: t('guest.section.requests'),
            keys: sectionActs.requests.key,
            children: (
              <div className="k-pane k-scroll" ref={right}>
                <Requests
                  requests={profile.requests}
                  older={profile.nextBookings !== null}
                  onNew={() => setOpen('request')}
                />
                {!guest.unnamed && <GuestPanel id={guest.id} />}
                <StayFeedback guestId={guest.id} latest={latestStay(profile)} />
                <Notes notes={guest.notes} />
                <Loyalty memberships={profile.memberships} />
              </div>
            ),
          },
        ]}
      />
      {open === 'request' && <NewRequest profile={profile} onClose={() => setOpen('none')} />}
      {open === 'alerts' && <AlertsDrawer alerts={guest.alerts} onClose={() => setOpen('none')} />}
    </div>
  )
}

function StaysPane({ profile, head }: { profile: Profile; head: React.ReactNode }) {
  const { t } = useWords()
  return (
    <div id="guest-stays" tabIndex={-1} className="g-pane">
      <Pane
        title={head}
        scroll={false}
        tools={
          hasStayed(profile) && (
            <button
              type="button"
              className="k-tool"
              onClick={() => newBooking(profile.guest.id, { asLast: true })}
            >
              {t('guest.act.asLast')} <KeyHint keys={guestActs.asLast.key} />
            </button>
          )
        }
      >
        <Stays profile={profile} />
      </Pane>
    </div>
  )
}

function ChangesPane({ id, head, onAsOf }: { id: GuestId; head: React.ReactNode; onAsOf: () => void }) {
  return (
    <div id="guest-changes" tabIndex={-1} className="g-pane">
      <Pane title={head} scroll={false} tools={<LookBackButton onLook={onAsOf} />}>
        <Changes id={id} />
      </Pane>
    </div>
  )
}

/** Whether there is a stay that another could be like. */
function hasStayed({ bookings }: Profile): boolean {
  return bookings.some(
    ({ role, status }) => role === 'guest' && (status === 'in-house' || status === 'checked-out'),
  )
}

/** Somebody was quicker: who, when, what; what was typed is still in its field. */
function ConflictLine({ conflict, onSeen }: { conflict: Conflict; onSeen: () => void }) {
  const { t, language, locale } = useWords()
  const { timeZone } = useHotel()
  const { change } = conflict
  return (
    <div className="g-conflict" role="alert">
      <p>
        <b>
          {change
            ? t('guest.conflict.title', {
                by: change.actorName,
                moment: formatMoment(change.moment, locale, timeZone),
                what: operationWords(change.operation, language),
              })
            : t('guest.conflict.unknown')}
        </b>{' '}
        {t('guest.conflict.remedy')}
      </p>
      <button type="button" className="k-tool" onClick={onSeen}>
        {t('guest.conflict.dismiss')}
      </button>
    </div>
  )
}
