import { isValidElement, type ReactNode, useContext } from 'react'
import { Heading, HeadingLevel } from './Heading.tsx'
import { KeyHint } from './KeyHint.tsx'
import { PaneKey } from './Panes.tsx'

type Props = {
  /** The screen's own pane: its title is the h1. One per screen. */
  main?: boolean
  title?: ReactNode
  /** Beside the title, quiet: a count, a date. */
  note?: ReactNode
  /** Right in the head: buttons, filters. */
  tools?: ReactNode
  children: ReactNode
  /** The body scrolls inside; false where the child (DataList) scrolls by itself. */
  scroll?: boolean
  /** Space around the body. */
  padded?: boolean
  className?: string
}

/** A surface with a dense head that fills the room it gets and scrolls inside. */
export function Pane({
  main = false,
  title: given,
  note,
  tools,
  children,
  scroll = true,
  padded = false,
  className = '',
}: Props) {
  const { title, level } = titled(given, main)
  const keys = useContext(PaneKey)
  return (
    <section className={`k-pane ${className}`}>
      {(title || tools) && (
        <header className="k-pane-head">
          {title && (
            <HeadingLevel value={level}>
              <Heading className="k-cut">
                {title} {keys && <KeyHint keys={keys} />}
              </Heading>
            </HeadingLevel>
          )}
          {note && <span className="k-quiet k-cut">{note}</span>}
          {tools && <div className="k-pane-tools">{tools}</div>}
        </header>
      )}
      <div className={`k-pane-body${scroll ? ' k-scroll' : ''}${padded ? ' k-padded' : ''}`}>
        <PaneKey value={null}>
          <HeadingLevel value={level + 1}>{children}</HeadingLevel>
        </PaneKey>
      </div>
    </section>
  )
}

/** An <h1> as the title makes the pane the screen's own, too. */
function titled(given: ReactNode, main: boolean): { title: ReactNode; level: number } {
  if (isValidElement<{ children: ReactNode }>(given) && given.type === 'h1') {
    return { title: given.props.children, level: 1 }
  }
  return { title: given, level: main ? 1 : 2 }
}

/** A headed group within a pane: the head is a line, not a box. */
export function Section({
  title,
  note,
  tools,
  children,
}: Omit<Props, 'main' | 'scroll' | 'padded' | 'className'>) {
  return (
    <section className="k-section">
      <header className="k-section-head">
        <Heading>{title}</Heading>
        {note && <span className="k-quiet k-cut">{note}</span>}
        {tools && <div className="k-pane-tools">{tools}</div>}
      </header>
      {children}
    </section>
  )
}

/** Panes side by side, from left to right, by the widths given (`'1fr 360px'`). */
export function Columns({ widths, children }: { widths: string; children: ReactNode }) {
  return (
    <div className="k-columns" style={{ gridTemplateColumns: widths }}>
      {children}
    </div>
  )
}

/** Panes one above the other, by the heights given (`'auto 1fr'`). */
export function Rows({ heights, children }: { heights: string; children: ReactNode }) {
  return (
    <div className="k-rows" style={{ gridTemplateRows: heights }}>
      {children}
    </div>
  )
}

/** Name and value, one under the other, for facts: names in a quiet column. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="k-facts">{children}</dl>
}

/** One fact within <Facts>. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
