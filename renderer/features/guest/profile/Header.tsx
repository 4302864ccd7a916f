import { AutoComplete, Button } from 'antd'
import { type RefObject, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, Link } from '#renderer/base/route/route.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { TagList } from '#renderer/ui/TagList.tsx'
import { inLanguage } from '../../../parts/guest/words.ts'
import { guestActs } from '../acts.ts'
import { type Profile, useGuestEdit } from './editing.tsx'
import { staysAhead } from './request-words.ts'
import { WhoLine } from './WhoLine.tsx'

type Props = {
  profile: Profile
  tagField: RefObject<HTMLElement | null>
  onNote: () => void
  onRequest: () => void
  onAlerts: () => void
}

/** Who it is and where they are, at one look; what one does with a guest, with its keys. */
export function Header({ profile, tagField, onNote, onRequest, onAlerts }: Props) {
  const { t } = useWords()
  const { guest, memberships } = profile
  return (
    <header className="g-head">
      <WhoLine guest={guest} memberships={memberships}>
        <Place profile={profile} />
      </WhoLine>
      <div className="g-head-tags">
        <Tags tags={guest.tags} field={tagField} />
        <SegmentTags tags={guest.segmentTags.filter(({ tag }) => !guest.tags.includes(tag))} />
      </div>
      <div className="g-head-acts">
        <Button type="primary" onClick={() => newBooking(guest.id)}>
          {t('guest.act.newBooking')} <KeyHint keys={guestActs.newBooking.key} />
        </Button>
        <Button onClick={onRequest}>
          {t('guest.act.addRequest')} <KeyHint keys={guestActs.request.key} />
        </Button>
        <Button onClick={onNote}>
          {t('guest.act.addNote')} <KeyHint keys={guestActs.note.key} />
        </Button>
        <Button onClick={onAlerts}>
          {t('guest.act.alerts')} <KeyHint keys={guestActs.alerts.key} />
        </Button>
      </div>
    </header>
  )
}

/** The booking form for this guest; `asLast`: filled as the last stay was. */
export function newBooking(id: number, { asLast = false } = {}): void {
  go(href(paths.newBooking, undefined, { guest: id, ...(asLast ? { as: 'last' } : {}) }))
}

/** In-house with the room and the departure, or the next arrival. */
function Place({ profile }: { profile: Profile }) {
  const { t, locale } = useWords()
  const stay = staysAhead(profile.bookings).find((booking) => booking.role !== 'booker')
  if (!stay) return <span className="k-faint">{t('guest.noStayAhead')}</span>
  const isIn = stay.status === 'in-house'
  return (
    <Link to={href(paths.booking, { id: stay.id })} className="g-place">
      <StatusMark state={stay.status} />
      {stay.roomNumber && <RoomNumber>{stay.roomNumber}</RoomNumber>}
      <span>
        {isIn
          ? t('guest.leaves', { date: formatDate(stay.departure, locale, 'day') })
          : formatDate(stay.arrival, locale, 'day')}
      </span>
      {!isIn && <span className="k-quiet">{t('common.nights', { count: stay.nights })}</span>}
    </Link>
  )
}

/** Tags that a segment has set: they go with it, and not by hand. */
function SegmentTags({ tags }: { tags: Profile['guest']['segmentTags'] }) {
  const { t, language } = useWords()
  if (tags.length === 0) return null
  return (
    <ul className="k-tags" aria-label={t('guest.tag.bySegment')}>
      {tags.map((one) => (
        <li
          key={one.segment}
          className="k-tag k-quiet"
          title={t('guest.tag.setBy', { segment: inLanguage(one, language) })}
        >
          {one.tag}
        </li>
      ))}
    </ul>
  )
}

function Tags({ tags, field }: { tags: readonly string[]; field: RefObject<HTMLElement | null> }) {
  const { t } = useWords()
  const save = useGuestEdit('guest.setTags')
  const [text, setText] = useState('')
  const known = useQuery('guest.filters', {}).data?.tags ?? []
  const set = async (next: string[]) => {
    const reply = await save.run({ tags: next })
    if (reply.ok) setText('')
  }
  const add = (tag: string) => {
    const clean = tag.trim()
    if (clean !== '' && !tags.includes(clean)) void set([...tags, clean])
    else setText('')
  }
  return (
    <>
      {tags.length > 0 && (
        <TagList
          label={t('guest.section.tags')}
          tags={tags}
          onRemove={(tag) => {
            field.current?.focus()
            void set(tags.filter((one) => one !== tag))
          }}
        />
      )}
      <AutoComplete
        ref={field as never}
        className="g-tag-field"
        aria-label={t('guest.tag.write')}
        placeholder={`${t('guest.act.addTag')}  ${guestActs.tags.key.replace('+', ' ')}`}
        value={text}
        options={known.filter((tag) => !tags.includes(tag)).map((tag) => ({ value: tag }))}
        showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
        defaultActiveFirstOption={false}
        onChange={setText}
        onSelect={add}
        onKeyDown={(event) => {
          const chosen = event.currentTarget.getAttribute('aria-activedescendant')
          if (event.key !== 'Enter' || isComposing(event) || chosen) return
          event.preventDefault()
          add(text)
        }}
        {...(save.trouble ? { status: 'error' as const } : {})}
      />
      {save.trouble && (
        <span className="k-trouble-line" role="alert">
          {save.trouble}
        </span>
      )}
    </>
  )
}
