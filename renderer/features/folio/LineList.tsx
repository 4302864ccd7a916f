import { type KeyboardEvent, memo, useEffect, useId, useRef } from 'react'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import type { Line } from '#renderer/parts/folio/folio-view.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { formatDate, formatNumber } from '#renderer/ui/format.ts'
import { nextIndex } from '#renderer/ui/list-move.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { signs } from '#renderer/ui/marks.ts'
import { useListWindow } from '#renderer/ui/use-list-window.ts'
import type { LineChoice } from './use-line-choice.ts'

const ROW_PX = 28

type Props = {
  lines: readonly Line[]
  choice: LineChoice
  /** Several windows are shown: each line says which one it is on. */
  withWindow: boolean
}

/** The lines as a grid of which several rows can be chosen: arrows move, Space marks, Shift with the arrows marks all between. */
export function LineList({ lines, choice, withWindow }: Props) {
  const { t } = useWords()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const virtual = useListWindow({
    scroller: list,
    rows: lines,
    rowHeight: ROW_PX,
    heightOf: () => ROW_PX,
    above: undefined,
    more: false,
    loadMore: undefined,
    onSeen: undefined,
    height: 420,
  })
  const { at } = choice
  useEffect(() => {
    // The first line comes while its charge's drawer has the focus, which stays there
    const has = document.activeElement
    if (has === document.body || has?.id === 'main') list.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at)
  }, [virtual, at])
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event)) return
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / ROW_PX) - 2)
    const next = nextIndex(event.key, at, lines.length, page)
    if (next !== null) choice.moveTo(next, event.shiftKey)
    else if (event.key === ' ') choice.toggle(at)
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) choice.all()
    else if (event.key === 'Escape' && choice.marked.size > 0) choice.clear()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const items = virtual.getVirtualItems()
  return (
    <div
      ref={list}
      className={`k-list fo-lines${withWindow ? ' fo-lines-windows' : ''}`}
      role="grid"
      tabIndex={0}
      aria-label={t('folioScreen.lines.title')}
      aria-multiselectable
      aria-rowcount={lines.length + 1}
      aria-activedescendant={items.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
      onKeyDown={press}
    >
      <Head withWindow={withWindow} />
      <div role="rowgroup" className="k-list-body" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index] as Line
          return (
            <LineRow
              key={line.id}
              id={`${id}-${item.index}`}
              line={line}
              index={item.index}
              top={item.start}
              active={item.index === at}
              marked={choice.marked.has(line.id)}
              withWindow={withWindow}
              onTake={choice}
            />
          )
        })}
      </div>
    </div>
  )
}

function Head({ withWindow }: { withWindow: boolean }) {
  const { t } = useWords()
  return (
    <div role="row" aria-rowindex={1} className="k-list-head fo-row">
      <span role="columnheader" className="fo-mark">
        <span className="k-hidden">{t('folioScreen.column.mark')}</span>
      </span>
      <span role="columnheader">{t('folioScreen.column.date')}</span>
      {withWindow && <span role="columnheader">{t('folioScreen.column.window')}</span>}
      <span role="columnheader">{t('folioScreen.column.code')}</span>
      <span role="columnheader">{t('folioScreen.column.text')}</span>
      <span role="columnheader" className="k-num">
        {t('folioScreen.column.quantity')}
      </span>
      <span role="columnheader" className="k-num">
        {t('folioScreen.column.unit')}
      </span>
      <span role="columnheader" className="k-num">
        {t('folioScreen.column.amount')}
      </span>
      <span role="columnheader" className="fo-by">
        {t('folioScreen.column.by')}
      </span>
    </div>
  )
}

type RowProps = {
  id: string
  line: Line
  index: number
  top: number
  active: boolean
  marked: boolean
  withWindow: boolean
  onTake: Pick<LineChoice, 'moveTo' | 'toggle' | 'clear'>
}

const LineRow = memo(LineRowOnce)

function LineRowOnce({ id, line, index, top, active, marked, withWindow, onTake }: RowProps) {
  const { language, locale } = useWords()
  const text = inLanguage(line, language)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the list, which has the focus
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={marked}
      className={`k-list-row fo-row${active ? ' fo-active' : ''}${line.live ? '' : ' fo-gone'}`}
      style={{ height: ROW_PX, transform: `translateY(${top}px)` }}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) return onTake.toggle(index)
        if (!event.shiftKey) onTake.clear()
        onTake.moveTo(index, event.shiftKey)
      }}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Space does it */}
      <span
        role="gridcell"
        tabIndex={-1}
        className="fo-mark"
        onClick={(event) => {
          event.stopPropagation()
          onTake.toggle(index)
        }}
      >
        <i aria-hidden className="fo-box">
          {marked ? signs.taken : ''}
        </i>
      </span>
      <span role="gridcell" className="k-date">
        {formatDate(line.serviceDate, locale, 'day')}
      </span>
      {withWindow && (
        <span role="gridcell" className="k-code">
          {line.window}
        </span>
      )}
      <span role="gridcell" className="k-code k-cut">
        {line.code}
      </span>
      <span role="gridcell" className="k-cut" title={line.text || text}>
        {text}
        {line.text && <span className="k-quiet"> {line.text}</span>}
        {line.payment?.lastFour && <span className="k-quiet"> ···{line.payment.lastFour}</span>}
      </span>
      <span role="gridcell" className="k-num">
        {formatNumber(line.quantity / 1000, locale, decimals(line.quantity))}
      </span>
      <span role="gridcell" className="k-num">
        <MoneyText minor={line.unitMinor} />
      </span>
      <span role="gridcell" className="k-num">
        <MoneyText minor={line.grossMinor} />
      </span>
      <span role="gridcell" className="k-cut fo-by k-quiet">
        {line.by}
      </span>
    </div>
  )
}

/** Digits after the point of a quantity in thousandths, no more than it has. */
export function decimals(quantity: number): number {
  if (quantity % 1000 === 0) return 0
  if (quantity % 100 === 0) return 1
  return quantity % 10 === 0 ? 2 : 3
}
