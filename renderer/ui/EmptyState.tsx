import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { KeyHint } from './KeyHint.tsx'

type Props = {
  /** What belongs here, in one sentence. */
  children: ReactNode
  /** The act that makes one, with its key. */
  action?: { label: string; run: () => void; keys?: string }
}

/** Where nothing is yet: says what belongs here and offers the key that makes it. */
export function EmptyState({ children, action }: Props) {
  return (
    <div className="k-empty">
      <p>{children}</p>
      {action && (
        <Button onClick={action.run}>
          {action.label} {action.keys && <KeyHint keys={action.keys} />}
        </Button>
      )}
    </div>
  )
}
