import { type Drawing, type MarkName, marks } from './marks.ts'

type Props = { of: MarkName; size?: number }

/** A mark alone, where its word is beside it or in a hidden text; states have both in StatusMark. */
export function Mark({ of, size = 12 }: Props) {
  const { colour, drawing } = marks[of]
  const { fill, line, width, dash }: Drawing = drawing
  return (
    <svg
      className="k-mark"
      width={size}
      height={size}
      viewBox="0 0 12 12"
      style={{ color: `var(--k-${colour})` }}
      aria-hidden
    >
      {fill && <path d={fill} fill="currentColor" fillRule="evenodd" />}
      {line && <path d={line} fill="none" stroke="currentColor" strokeWidth={width} strokeDasharray={dash} />}
    </svg>
  )
}
