import { flushSync } from 'react-dom'
import { useQuery } from '#renderer/api/use-query.ts'
import { runEach, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { AsOfBar, backToNow } from '#renderer/parts/change/AsOfBar.tsx'
import { earlierActs } from '#renderer/parts/change/acts.ts'
import { ThenTrouble } from '#renderer/parts/change/ThenTrouble.tsx'
import { alertLines } from '#renderer/parts/guest/alert-lines.ts'
import { AlertBanner } from '#renderer/ui/AlertBanner.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Columns, Pane } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { TagList } from '#renderer/ui/TagList.tsx'
import { useWide } from '#renderer/ui/use-wide.ts'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { GuestId } from '#shared/values/index.ts'
import { sectionActs } from '../acts.ts'
import { Changes } from '../profile/Changes.tsx'
import { goToSection } from '../profile/SectionHead.tsx'
import { StayList } from '../profile/Stays.tsx'
import { BOTH_PX, StoryTabs, type Tab, TabHead } from '../profile/StoryTabs.tsx'
import { alongTime } from '../profile/stay-timeline.ts'
import { WhoLine } from '../profile/WhoLine.tsx'
import { PersonThen } from './PersonThen.tsx'
import type { Then } from './page-then.ts'
import { LoyaltyThen, NotesThen, RequestsThen } from './WishesThen.tsx'

/** The guest as known at an earlier moment. Nothing is changed here; the key leads back to now. */
export function GuestThen({ id, at }: { id: GuestId; at: string }) {
  const { t } = useWords()
  const then = useQuery('guest.asOf', { id, at })
  useActs(earlierActs, { asOf: backToNow })
  return (
    <div className="g-page">
      <AsOfBar key={at} at={at} asOf={then.data?.asOf} />
      {then.failed && (
        <ThenTrouble
          failed={then.failed}
          operation="guest.asOf"
          onRetry={then.retry}
          to={(asOf) => href(paths.guest, { id }, { asOf })}
          list={{ to: paths.guests, label: t('guest.toList') }}
        />
      )}
      {!then.failed && !then.data && <RowSkeleton />}
      {!then.failed && then.data && <Story then={then.data} at={at} />}
    </div>
  )
}

function Story({ then, at }: { then: Then; at: string }) {
  const { t } = useWords()
  const { guest } = then
  const wide = useWide(BOTH_PX)
  const [tab, setTab] = useMemory<Tab>('tab', 'stays')
  const show = (next: Tab) => {
    // At once: the next key is already for the list
    flushSync(() => setTab(next))
    goToSection(next)
  }
  useActs(sectionActs, {
    ...runEach(sectionActs, goToSection),
    stays: () => show('stays'),
    changes: () => show('changes'),
  })
  return (
    <>
      <Head then={then} />
      <AlertBanner label={t('guest.section.alerts')} alerts={alertLines(guest.alerts, t)} />
      <Missing then={then} />
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
              <div className="k-pane k-scroll">
                <PersonThen guest={guest} />
              </div>
            ),
          },
          {
            name: 'story',
            title: t('guest.section.stays'),
            keys: sectionActs.stays.key,
            children: wide ? (
              <Columns widths="minmax(0, 3fr) minmax(0, 2fr)">
                <StaysPane then={then} at={at} head={<TabHead tab="stays" />} />
                <ChangesPane then={then} at={at} head={<TabHead tab="changes" />} />
              </Columns>
            ) : tab === 'stays' ? (
              <StaysPane then={then} at={at} head={<StoryTabs tab={tab} onTab={setTab} />} />
            ) : (
              <ChangesPane then={then} at={at} head={<StoryTabs tab={tab} onTab={setTab} />} />
            ),
          },
          {
            name: 'wishes',
            title: t('guest.section.requests'),
            keys: sectionActs.requests.key,
            children: (
              <div className="k-pane k-scroll">
                <RequestsThen then={then} at={at} />
                <NotesThen guest={guest} />
                <LoyaltyThen memberships={then.memberships} />
              </div>
            ),
          },
        ]}
      />
    </>
  )
}

function Head({ then: { guest, memberships } }: { then: Then }) {
  const { t } = useWords()
  return (
    <header className="g-head">
      <WhoLine guest={guest} memberships={memberships} />
      <TagList label={t('guest.section.tags')} tags={guest.tags} />
    </header>
  )
}

/** What is not on the page although it was there then. */
function Missing({ then: { unreadable, bookingsLeftOut } }: { then: Then }) {
  const { t } = useWords()
  return (
    <>
      {unreadable.length > 0 && (
        <p className="k-trouble-line g-then-missing" role="alert">
          {t('guest.past.unreadable', { changes: unreadable.join(', ') })}
        </p>
      )}
      {bookingsLeftOut > 0 && (
        <p className="k-quiet g-then-missing">{t('guest.past.leftOut', { count: bookingsLeftOut })}</p>
      )}
    </>
  )
}

function StaysPane({ then, at, head }: { then: Then; at: string; head: React.ReactNode }) {
  const { t } = useWords()
  return (
    <div id="guest-stays" tabIndex={-1} className="g-pane">
      <Pane title={head} scroll={false}>
        <StayList
          rows={alongTime(then.bookings, then.asOf.businessDate)}
          on={then.asOf.businessDate}
          onOpen={(row) => go(href(paths.booking, { id: row.id }, { asOf: at }))}
          empty={<EmptyState>{t('guest.past.noBooking')}</EmptyState>}
        />
      </Pane>
    </div>
  )
}

function ChangesPane({ then, at, head }: { then: Then; at: string; head: React.ReactNode }) {
  return (
    <div id="guest-changes" tabIndex={-1} className="g-pane">
      <Pane title={head} scroll={false}>
        <Changes id={then.guest.id} then={{ at, until: then.asOf.until }} />
      </Pane>
    </div>
  )
}
