import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { nextIndex } from '#renderer/ui/list-move.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { useMay } from '../../base/desk.ts'
import { exactFirst, rank } from '../../base/find/match.ts'
import { isComposing } from '../../base/keys/ime.ts'
import { type T, useWords } from '../../base/language.ts'
import { href, paths } from '../../base/route/paths.ts'
import { go, setTyped } from '../../base/route/route.tsx'
import { type AnsweredQuestion, isLikely, useQuestion } from '../../parts/report/use-question.ts'
import { type PaletteEntry, paletteEntries } from './commands.ts'
import { questionRow } from './question-row.tsx'
import { recentIds, remember } from './recent.ts'
import { folioRows, PER_GROUP, type Row, storeRows } from './store-rows.tsx'

/** Ctrl+K: finds guests, bookings and rooms in the store, screens and commands in the program. Keyboard only; never acts on a composing key. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t, language } = useWords()
  const id = useId()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const waiting = useRef(false)
  const found = useQuery('search.palette', { text: asked }, { on: asked.trim() !== '', keep: true })
  const folios = useQuery(
    'folio.list',
    { status: 'open', text: asked.trim(), limit: PER_GROUP },
    { on: asked.trim() !== '', keep: true },
  )
  const { answer, isPrevious } = useQuestion(asked)
  const isWaited = found.previous || isPrevious
  const tiers = useQuery('guest.filters', {}).data?.tiers
  const tierName = useCallback(
    (code: string) => {
      const tier = tiers?.find((one) => one.code === code)
      return (language === 'zh' ? tier?.nameZh : tier?.nameEn) || code
    },
    [tiers, language],
  )
  const [foundNow, foliosNow] = asked.trim() === '' ? [] : [found.data, folios.data]
  const rows = useRows(text, foundNow, foliosNow, answer, tierName, t)
  const active = Math.min(at, rows.length - 1)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  const type = (next: string, composing: boolean) => {
    setText(next)
    setAt(0)
    waiting.current = false
    if (!composing) setAsked(next)
  }
  const choose = (row: Row | undefined) => {
    if (!row) return
    if (row.retype !== undefined) {
      type(row.retype, false)
      return
    }
    remember(row.id)
    onClose()
    row.run()
  }
  // Enter was pressed before the answer to the last letter came: it takes the first of that answer, but nobody unseen
  // whose name is only similar
  useEffect(() => {
    if (!waiting.current || isWaited) return
    waiting.current = false
    if (!rows[0]?.similar) choose(rows[0])
  })
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const textKey = event.key === 'Home' || event.key === 'End'
    const next = textKey ? null : nextIndex(event.key, active, rows.length, 8)
    if (next !== null) setAt(next)
    else if (event.key === 'Enter' && isWaited && rows[active]?.stored) waiting.current = true
    else if (event.key === 'Enter') choose(rows[active])
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <input
        className="k-palette-field"
        // biome-ignore lint/a11y/noAutofocus: the palette is opened to type into it
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={`${id}-rows`}
        aria-activedescendant={rows[active] ? `${id}-${active}` : undefined}
        aria-label={t('shell.palette.title')}
        placeholder={t('shell.palette.placeholder')}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => type(event.target.value, (event.nativeEvent as InputEvent).isComposing)}
        onCompositionEnd={(event) => type(event.currentTarget.value, false)}
        onKeyDown={press}
      />
      <div
        ref={list}
        id={`${id}-rows`}
        className="k-palette-rows"
        role="listbox"
        aria-label={t('shell.palette.title')}
      >
        {rows.every(({ id: row }) => row === newGuestId) && !found.refreshing && (
          <p className="k-palette-head">{t('shell.palette.nothing', { text })}</p>
        )}
        {rows.map((row, index) => (
          <PaletteRow
            key={row.id}
            id={`${id}-${index}`}
            row={row}
            head={row.group === rows[index - 1]?.group ? null : t(row.group)}
            selected={index === active}
            onHover={() => setAt(index)}
            onChoose={() => choose(row)}
          />
        ))}
      </div>
      <p className="k-palette-foot">
        <span>
          <KeyHint keys="↑↓" /> {t('shell.palette.move')}
        </span>
        <span>
          <KeyHint keys="Enter" /> {t('shell.palette.choose')}
        </span>
        <span>
          <KeyHint keys="Esc" /> {t('shell.palette.leave')}
        </span>
      </p>
    </>
  )
}

type RowProps = {
  id: string
  row: Row
  head: string | null
  selected: boolean
  onHover: () => void
  onChoose: () => void
}

function PaletteRow({ id, row, head, selected, onHover, onChoose }: RowProps) {
  return (
    <>
      {head && (
        <p className="k-palette-head" role="presentation">
          {head}
        </p>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and hears the keys */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={selected}
        className="k-palette-row"
        onMouseMove={onHover}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onChoose}
      >
        {row.shown}
      </div>
    </>
  )
}

/** What the store found comes first once something is typed; before that, what was used last. */
function useRows(
  text: string,
  found: OutputOf<'search.palette'> | undefined,
  folios: OutputOf<'folio.list'> | undefined,
  answer: AnsweredQuestion | undefined,
  tierName: (code: string) => string,
  t: T,
): Row[] {
  const may = useMay()
  return useMemo(() => {
    const recent = recentIds()
    const entries = rank(paletteEntries(may), text, recent).map((entry) => entryRow(entry, t))
    if (text.trim() === '') {
      const used = recent.flatMap((id) => entries.find((row) => row.id === id) ?? []).slice(0, PER_GROUP)
      const rest = entries.filter((row) => !used.includes(row))
      return [...used.map((row) => ({ ...row, group: 'shell.palette.recent' as const })), ...rest]
    }
    const stored = found
      ? exactFirst([...storeRows(found, text, tierName, t), ...folioRows(folios)], text)
      : []
    const asked = questionRow(answer, text)
    if (asked && answer && isLikely(answer)) return [asked, ...stored, ...byGroup(entries)]
    const last = asked ? [asked] : []
    if (found && entries.length === 0 && isInVain(found) && !folios?.rows.length)
      return [...stored, ...last, newGuestRow(text, t)]
    return [...stored, ...byGroup(entries), ...last]
  }, [text, found, folios, answer, tierName, may, t])
}

/** Nobody and nothing is on file with what was typed; a similar name is not it. */
function isInVain({ guests, bookings, rooms, papers }: OutputOf<'search.palette'>): boolean {
  return (
    [bookings, rooms, papers].every(({ length }) => length === 0) && guests.every(({ similar }) => similar)
  )
}

const newGuestId = 'guest:new'

function newGuestRow(text: string, t: T): Row {
  return {
    id: newGuestId,
    group: 'shell.palette.commands',
    run: () => {
      go(href(paths.guests, undefined, { new: 1 }))
      setTyped({ text: text.trim() })
    },
    shown: <span>{t('guest.search.newNamed', { text: text.trim() })}</span>,
  }
}

function byGroup(rows: Row[]): Row[] {
  return rows.slice(0, 12).toSorted((a, b) => (a.group === b.group ? 0 : a.group < b.group ? 1 : -1))
}

function entryRow(entry: PaletteEntry, t: T): Row {
  return {
    id: entry.id,
    group: entry.kind === 'screen' ? 'shell.palette.screens' : 'shell.palette.commands',
    run: entry.run,
    shown: (
      <>
        <span>{t(entry.title)}</span>
        {entry.key && <KeyHint keys={entry.key} />}
      </>
    ),
  }
}
