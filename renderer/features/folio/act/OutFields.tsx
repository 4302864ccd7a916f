import { WindowEffect } from '#renderer/parts/folio/WindowEffect.tsx'
import { WindowField } from '#renderer/parts/folio/WindowField.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import type { ActProps } from './act-props.ts'

type Out = { window: number; reason: string }

type Props = {
  folio: ActProps['folio']
  typed: Out
  set: (patch: Partial<Out>) => void
  usual: readonly string[]
  /** What goes out; null while that is not known. */
  amountMinor: number | null
  error: string | undefined
}

/** What all money that goes out needs: the window that it is of, why, and what is owed then. */
export function OutFields({ folio, typed, set, usual, amountMinor, error }: Props) {
  return (
    <>
      {folio.windows.length > 1 && (
        <WindowField folio={folio} value={typed.window} onChange={(window) => set({ window })} />
      )}
      <ReasonField value={typed.reason} usual={usual} error={error} onChange={(reason) => set({ reason })} />
      <WindowEffect folio={folio} window={typed.window} changeMinor={amountMinor} />
    </>
  )
}
