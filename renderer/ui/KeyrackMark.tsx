/** The program’s mark: a key on its hook. */
export function KeyrackMark({ size = 24 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden
    >
      <path d="M4 3.5h16" strokeLinecap="round" />
      <path d="M12 3.5v3" />
      <circle cx="12" cy="10" r="3.5" />
      <path d="M12 13.5v7.5M12 17h3M12 20h2.2" strokeLinecap="round" />
    </svg>
  )
}
