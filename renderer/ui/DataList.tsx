import {
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useMemory, useScrollMemory } from '#renderer/base/route/memory.ts'
import { nextIndex } from './list-move.ts'
import { type Column, gridRoles, Head, listboxRoles, Row, type RowActs } from './list-row.tsx'
import { useFitting } from './use-fitting.ts'
import { useListWindow } from './use-list-window.ts'

export type { Column } from './list-row.tsx'

/** A divider's height, as the style sheet has it. */
const DIVIDER_PX = 24
const none: readonly ReactNode[] = []

type Props<R> = {
  /** What the list is called, for screen readers. */
  label: string
  rows: readonly R[]
  columns: readonly Column<R>[]
  rowKey: (row: R) => string | number
  /** Enter, or a double click. */
  onOpen?: (row: R) => void
  /** The selection moved: to show the row beside, say. */
  onSelect?: (row: R) => void
  /** The row that the keys act on is another one, or was read again: also the first, which nobody chose. */
  onActive?: (row: R | undefined) => void
  rowHeight?: number
  /** About how high the list will be, in pixels: its rows are drawn along with the screen, before it is measured. */
  height?: number
  /** What is above a row and is none itself: a year, today. A line each; keys pass them by. */
  above?: (row: R, before: R | undefined) => readonly ReactNode[]
  /** A line below the last row, once all are there. */
  end?: ReactNode
  /** Infinite loading: called near the end while there is more. */
  more?: boolean
  loadMore?: () => void
  /** Receives which rows are on screen: `useList` reads these again after a change. */
  onSeen?: (first: number, last: number) => void
  /** Shown when there are no rows. */
  empty?: ReactNode
  /** Takes the focus when the screen comes. */
  autoFocus?: boolean
  /** The key of the row that is chosen, and in the middle of the list, while nobody has chosen another: the next arrival, say. */
  start?: string | number
  /** Name of the selection in the screen's memory; needed when a screen has two lists. */
  memory?: string
  /** The list's element, to give it the focus (`listRef.current?.focus()`). */
  listRef?: RefObject<HTMLDivElement | null>
  /** Without column heads: a listbox instead of a grid. */
  plain?: boolean
  /** What the rows answer (the text searched for): another one begins at the first row again. */
  about?: string
}

/** Something stands in the field that has the focus: a list whose rows come by what is typed must not take it. */
function isTyping(): boolean {
  const held = document.activeElement
  return held instanceof HTMLInputElement && held.value !== ''
}

/**
 * A list of any length: only what is to be seen is drawn. Driven by arrows, PgUp/PgDn, Home/End and Enter;
 * selection and scroll are still there when one comes back to the screen.
 */
export function DataList<R>(props: Props<R>) {
  const {
    rows,
    rowKey,
    rowHeight = 28,
    above,
    more = false,
    loadMore,
    memory = 'list',
    plain = false,
    end = null,
  } = props
  const id = useId()
  const own = useRef<HTMLDivElement>(null)
  const scroller = props.listRef ?? own
  const [selected, setSelected] = useMemory<string | number | null>(`${memory}:selected`, null)
  const [left, setLeft] = useMemory(`${memory}:left`, false)
  const [cameBack] = useState(left)
  const at = rows.findIndex((row) => rowKey(row) === selected)
  const startAt = props.start === undefined ? -1 : rows.findIndex((row) => rowKey(row) === props.start)
  const active = at >= 0 ? at : rows.length > 0 ? Math.max(0, startAt) : -1
  const dividersOf = (index: number) => above?.(rows[index] as R, rows[index - 1]) ?? none
  const virtual = useListWindow({
    scroller,
    rows,
    rowHeight,
    heightOf: (index) => rowHeight + DIVIDER_PX * dividersOf(index).length,
    above,
    more,
    loadMore,
    onSeen: props.onSeen,
    height: props.height,
  })
  const answered = useRef(props.about)
  useLayoutEffect(() => {
    if (answered.current === props.about) return
    answered.current = props.about
    setSelected(null)
    virtual.scrollToOffset(0)
  }, [props.about, setSelected, virtual])
  const items = virtual.getVirtualItems()
  const filled = rows.length > 0
  const columns = useFitting(props.columns, scroller, filled)
  useScrollMemory(scroller, `${memory}:scroll`, filled)
  const came = useRef(false)
  useLayoutEffect(() => {
    if (!filled) return
    const first = props.autoFocus && !came.current && !isTyping()
    came.current = true
    // Coming back from a row that was opened, the hands go on from that row
    if (first || cameBack) scroller.current?.focus({ preventScroll: true })
    if (cameBack) setLeft(false)
  }, [filled, props.autoFocus, scroller, cameBack, setLeft])

  const activeRow = rows[active]
  const { onActive } = props
  const tellActive = useRef(onActive)
  tellActive.current = onActive
  // Before the next key: what it does is done with the row that is seen
  useLayoutEffect(() => tellActive.current?.(activeRow), [activeRow])
  useStart(virtual, selected === null ? startAt : -1)

  const select = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    setSelected(rowKey(row))
    props.onSelect?.(row)
    virtual.scrollToIndex(index)
  }
  const open = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    setLeft(true)
    props.onOpen?.(row)
  }
  const focus = () => scroller.current?.focus({ preventScroll: true })
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event) || event.target !== event.currentTarget) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2)
    const next = nextIndex(event.key, active, rows.length, page)
    if (next !== null) select(next)
    else if (event.key === 'Enter' && props.onOpen) open(active)
    else return
    event.preventDefault()
  }
  const tracks = columns.map((column) => column.width).join(' ')
  // The same object always: a row is drawn again when it changed, not because the list did
  const acts = useRef<RowActs>({ select, open, focus }).current
  Object.assign(acts, { select, open, focus })
  const shown = items.some((item) => item.index === active)
  const roles = plain ? listboxRoles : gridRoles
  if (rows.length === 0) return <>{props.empty}</>
  return (
    <div
      ref={scroller}
      className="k-list"
      {...roles.list(props.label, more ? -1 : rows.length + 1, shown ? `${id}-${active}` : undefined)}
      onKeyDown={press}
    >
      {!plain && (
        <div role="row" aria-rowindex={1} className="k-list-head" style={{ gridTemplateColumns: tracks }}>
          {columns.map((column) => (
            <Head key={column.key} column={column} />
          ))}
        </div>
      )}
      <div
        role={plain ? 'presentation' : 'rowgroup'}
        className="k-list-body"
        style={{ height: virtual.getTotalSize() + (end && !more ? DIVIDER_PX : 0) }}
      >
        {items.map((item) => {
          const row = rows[item.index] as R
          const dividers = dividersOf(item.index)
          const top = item.start + DIVIDER_PX * dividers.length
          return (
            <Fragment key={rowKey(row)}>
              {dividers.map((divider, place) => (
                <Divider
                  // biome-ignore lint/suspicious/noArrayIndexKey: dividers have no name but their place
                  key={place}
                  top={item.start + DIVIDER_PX * place}
                >
                  {divider}
                </Divider>
              ))}
              <Row
                id={`${id}-${item.index}`}
                row={row}
                index={item.index}
                top={top}
                height={rowHeight}
                active={item.index === active}
                columns={columns}
                tracks={tracks}
                roles={roles}
                acts={acts}
              />
            </Fragment>
          )
        })}
        {end && !more && <Divider top={virtual.getTotalSize()}>{end}</Divider>}
      </div>
    </div>
  )
}

/** Has the row to begin at in the middle of the list, with what is above and below it, as long as none was chosen. */
function useStart(virtual: ReturnType<typeof useListWindow>, index: number): void {
  const height = virtual.scrollRect?.height ?? 0
  useLayoutEffect(() => {
    if (index > 0 && height > 0) virtual.scrollToIndex(index, { align: 'center' })
  }, [virtual, index, height])
}

/** A line between rows: read, never chosen. */
function Divider({ top, children }: { top: number; children: ReactNode }) {
  return (
    <div role="row" className="k-list-divider" style={{ transform: `translateY(${top}px)` }}>
      <div role="gridcell">{children}</div>
    </div>
  )
}
