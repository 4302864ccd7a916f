import './sectioned.css'
import type { CSSProperties, ReactNode } from 'react'
import { Link } from '#renderer/base/route/route.tsx'
import { KeyHint } from './KeyHint.tsx'
import { Pane } from './Pane.tsx'

export type PageSection = { name: string; to: string; title: string; keys: string }

type Props = {
  title: string
  /** What the sections are called, for screen readers. */
  label: string
  sections: readonly PageSection[]
  /** The one that is open. */
  open: string | undefined
  /** Of the list, in pixels, while it is beside the section. */
  width: number
  children: ReactNode
}

/** A page of sections, one of them open: their list at the left with its keys, in a narrow window above. */
export function SectionedPage({ title, label, sections, open, width, children }: Props) {
  return (
    <div className="k-sectioned" style={{ '--sections': `${width}px` } as CSSProperties}>
      <Pane main className="k-sections" title={title}>
        <nav aria-label={label}>
          <ul className="k-sections-list">
            {sections.map((section) => (
              <li key={section.name}>
                <Link to={section.to} aria-current={section.name === open ? 'page' : undefined}>
                  <span>{section.title}</span>
                  <KeyHint keys={section.keys} />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </Pane>
      {children}
    </div>
  )
}
