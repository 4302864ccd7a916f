import { createContext, type ReactNode, useContext } from 'react'

/** The level headings have here: panes and drawers set it, so that none is skipped (h1 → h2 → h3) wherever a widget is. */
export const HeadingLevel = createContext(2)

type Props = { children: ReactNode; className?: string }

/** A heading of the level that is due. */
export function Heading({ children, className }: Props) {
  const level = useContext(HeadingLevel)
  const Tag = `h${Math.min(6, level)}` as 'h2'
  return <Tag className={className}>{children}</Tag>
}
