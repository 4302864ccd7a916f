import type { ColourName } from '#renderer/base/theme/tokens.ts'

/** Shapes that differ in outline, not only in colour, so that they read in grey, in print and to the colour-blind. */
export type Shape = keyof typeof shapes

const shapes = {
  dot: <circle cx="6" cy="6" r="4.6" fill="currentColor" />,
  ring: <circle cx="6" cy="6" r="4" fill="none" strokeWidth="1.8" />,
  dashes: <circle cx="6" cy="6" r="4.2" fill="none" strokeWidth="1.8" strokeDasharray="2.6 1.8" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" strokeWidth="1.8" />
      <path d="M6 2a4 4 0 0 1 0 8z" fill="currentColor" stroke="none" />
    </>
  ),
  question: (
    <>
      <path d="M3.6 4.2a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.8-1.2 1.6" fill="none" strokeWidth="1.7" />
      <circle cx="6" cy="10.4" r="1" fill="currentColor" stroke="none" />
    </>
  ),
  cross: <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" fill="none" strokeWidth="1.9" />,
  slash: (
    <>
      <circle cx="6" cy="6" r="4.3" fill="none" strokeWidth="1.7" />
      <path d="M3 9l6-6" strokeWidth="1.7" />
    </>
  ),
  check: <path d="M1.8 6.4l2.8 3L10.2 3" fill="none" strokeWidth="2" />,
  checks: <path d="M.8 6.6l2.3 2.6 4-5.8M6 9.2l5-6" fill="none" strokeWidth="1.6" />,
  in: <path d="M1 6h7M5.2 2.8L8.4 6 5.2 9.2M10.8 1.5v9" fill="none" strokeWidth="1.7" />,
  out: <path d="M3.6 6h7M7.6 2.8L10.8 6 7.6 9.2M1.2 1.5v9" fill="none" strokeWidth="1.7" />,
  bar: <path d="M1.5 6h9" strokeWidth="3.4" />,
  square: <rect x="2" y="2" width="8" height="8" fill="none" strokeWidth="1.8" />,
  block: <rect x="1.6" y="1.6" width="8.8" height="8.8" fill="currentColor" stroke="none" />,
  twins: <path d="M1.2 1.2h6v6h-6zM4.8 4.8h6v6h-6z" fill="currentColor" fillRule="evenodd" stroke="none" />,
  drop: (
    <path
      d="M6 1.2C8 4 9.6 5.6 9.6 7.6a3.6 3.6 0 0 1-7.2 0C2.4 5.6 4 4 6 1.2z"
      fill="currentColor"
      stroke="none"
    />
  ),
  triangle: <path d="M6 1.4l5 9H1z" fill="currentColor" stroke="none" />,
  pause: <path d="M3.6 2v8M8.4 2v8" strokeWidth="2.4" />,
  diamond: <path d="M6 1.4L10.6 6 6 10.6 1.4 6z" fill="currentColor" stroke="none" />,
} as const

type Props = { shape: Shape; colour: ColourName; size?: number }

/** A state's mark alone; beside it is its word (StatusMark). */
export function Mark({ shape, colour, size = 12 }: Props) {
  return (
    <svg
      className="k-mark"
      width={size}
      height={size}
      viewBox="0 0 12 12"
      stroke="currentColor"
      style={{ color: `var(--k-${colour})` }}
      aria-hidden
    >
      {shapes[shape]}
    </svg>
  )
}
