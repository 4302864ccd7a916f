import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, type Ref, useId, useLayoutEffect, useRef, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Person, personOf } from '#renderer/parts/guest/person.ts'
import { formatDate } from '#renderer/ui/format.ts'
import { nextIndex } from '#renderer/ui/list-move.ts'
import { Mark } from '#renderer/ui/Mark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { GuestId } from '#shared/values/index.ts'
import { GuestName } from '../../parts/guest/GuestName.tsx'
import { coveredPhone } from '../../parts/guest/match.ts'
import { SimilarTag } from '../../parts/guest/SimilarTag.tsx'
import { countryName } from '../../parts/guest/words.ts'
import { TierTag } from '../../parts/loyalty/TierTag.tsx'

type Found = OutputOf<'guest.search'>['rows'][number]

type Props = {
  onPick: (person: Person) => void
  /** Nobody fits: makes a new guest from what was typed. */
  onNew?: (text: string) => void
  placeholder?: string
  autoFocus?: boolean
  /** Who can't be chosen once more. */
  without?: readonly GuestId[]
  text: string
  onText: (text: string) => void
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
  status?: 'error'
  ref?: Ref<InputRef>
}

/** A guest found as one types: by characters, pinyin, phone, e-mail or document. Enter takes the marked one. */
export function GuestPicker(props: Props) {
  const { onPick, onNew, text, onText, without = [], placeholder, autoFocus = false, ref, ...control } = props
  const { t } = useWords()
  const list = useId()
  const composing = useRef(false)
  const [asked, setAsked] = useState(text)
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState(false)
  const wanted = asked.trim()
  const on = wanted !== ''
  const { data, previous } = useQuery('guest.search', { text: wanted, limit: 8 }, { on, keep: true })
  const rows = on ? (data?.rows ?? []).filter((row) => !without.includes(row.id)) : []
  const ready = on && data !== undefined && !previous
  const extra = onNew !== undefined && on ? 1 : 0
  const count = rows.length + extra
  const shown = open && on && (rows.length > 0 || (ready && count > 0))
  const waiting = useRef(false)
  const popover = useRef<HTMLDivElement>(null)
  const anchorName = `--${list.replaceAll(/\W/g, '')}`
  useLayoutEffect(() => {
    popover.current?.togglePopover(shown)
  }, [shown])

  const type = (next: string) => {
    onText(next)
    setOpen(true)
    setActive(0)
    waiting.current = false
    if (!composing.current) setAsked(next)
  }
  const take = (index: number) => {
    const row = rows[index]
    setOpen(false)
    if (row) {
      onPick(personOf(row))
      onText('')
      setAsked('')
    } else if (index === rows.length && onNew) onNew(text.trim())
  }
  // Enter was pressed before the answer to the last letter came: it takes the first of that answer, but nobody unseen
  // whose name is only similar
  if (waiting.current && ready) {
    waiting.current = false
    if (!rows[0]?.similar) queueMicrotask(() => take(0))
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Escape' && shown) {
      event.preventDefault()
      event.stopPropagation()
      return setOpen(false)
    }
    if (event.key === 'Enter' && on) {
      event.preventDefault()
      event.stopPropagation()
      if (!ready) waiting.current = true
      else if (count > 0) take(Math.min(active, count - 1))
      return
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setOpen(true)
    setActive(nextIndex(event.key, active, count, 1) ?? 0)
  }
  return (
    <div className="k-picker" style={{ anchorName }}>
      <Input
        {...control}
        ref={ref}
        role="combobox"
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${list}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        placeholder={placeholder ?? t('booking.new.find')}
        value={text}
        onChange={(event) => type(event.target.value)}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={(event) => {
          composing.current = false
          setAsked(event.currentTarget.value)
        }}
        onBlur={() => setOpen(false)}
        onFocus={() => setOpen(true)}
        onKeyDown={press}
      />
      <div
        id={list}
        role="listbox"
        aria-label={t('common.suggestions')}
        ref={popover}
        popover="manual"
        className="k-picker-list"
        style={{ positionAnchor: anchorName }}
      >
        {rows.map((row, index) => (
          <Suggestion
            key={row.id}
            row={row}
            id={`${list}-${index}`}
            active={index === active}
            onTake={() => take(index)}
          />
        ))}
        {extra === 1 && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
          <div
            id={`${list}-${rows.length}`}
            role="option"
            tabIndex={-1}
            aria-selected={active === rows.length}
            className="k-picker-row k-picker-new"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(rows.length)}
          >
            {rows.length === 0 && <span className="k-quiet">{t('booking.new.noGuest')}</span>}
            <b>{t('booking.new.makeGuest', { text: text.trim() })}</b>
          </div>
        )}
      </div>
    </div>
  )
}

function Suggestion({
  row,
  id,
  active,
  onTake,
}: {
  row: Found
  id: string
  active: boolean
  onTake: () => void
}) {
  const { t, locale } = useWords()
  const found = row.match?.field === 'phone' ? row.match : null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className="k-picker-row"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <GuestName of={row} match={row.match} />
      <span>
        {row.similar && <SimilarTag t={t} />} {row.tier && <TierTag tier={row.tier} />}
      </span>
      <span>{row.alerts > 0 && <Mark of="warning" />}</span>
      <span className="k-quiet k-num">{coveredPhone(found?.text ?? row.phone, found?.ranges)}</span>
      <span className="k-quiet">{countryName(row.nationality, locale)}</span>
      <span className="k-quiet">{row.stays > 0 && t('booking.new.stays', { count: row.stays })}</span>
      <span className="k-quiet">
        {row.lastStay && t('booking.new.lastStay', { date: formatDate(row.lastStay, locale) })}
      </span>
    </div>
  )
}

/** A guest of the list as a booking names them. */
