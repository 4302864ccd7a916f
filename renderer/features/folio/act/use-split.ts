import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { maxWindows } from '#shared/domain/folio/folio.ts'
import { shareLine, splitWeights } from '#shared/domain/folio/share-line.ts'
import type { ActProps } from './act-props.ts'
import { readParts, type SplitBy, type TypedPart, wayOf } from './typed-split.ts'
import { useHeldLines } from './use-held-lines.ts'

export type Split = ReturnType<typeof useSplit>

/** The line that is cut, the parts as they are typed and what each comes to, and the command that cuts it. */
export function useSplit({ folio, chosen, window, onClose }: ActProps) {
  const { currency } = useHotel()
  const [line] = useHeldLines(chosen, ({ payment }) => payment === null)
  const command = useCommand('folio.split')
  const { draft, typed, set } = useTyped(
    `folio:${folio.id}:split`,
    { by: 'shares' as SplitBy, parts: freshParts('shares', line?.window ?? window) },
    command,
  )
  const { by, parts } = typed
  const read = line ? readParts(line, by, parts, currency) : null
  const way = read?.values ? wayOf(by, read.values) : null
  const weights = line && way ? splitWeights(line, way) : null
  const shared = line && weights?.ok ? shareLine(line, weights.value) : null
  const isEmpty = weights && !weights.ok && weights.refusal.code === 'SPLIT_PART_EMPTY'
  const run = async () => {
    if (!line || !way) return
    const windows = parts.map((part) => part.window)
    const reply = await command.run({ lineId: line.id, way: way as never, windows })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return {
    line,
    by,
    parts,
    draft,
    command,
    read,
    run,
    /** What each part comes to; null while they are not the whole. */
    amounts: shared?.ok ? shared.value.map(({ grossMinor }) => grossMinor) : null,
    /** The number of a part that would be nothing. */
    emptyPart: isEmpty ? String(weights.refusal.params.part ?? '') : null,
    toWay: (next: SplitBy) => set({ by: next, parts: freshParts(next, parts[0]?.window ?? window) }),
    setPart: (at: number, patch: Partial<TypedPart>) =>
      set({ parts: parts.map((part, place) => (place === at ? { ...part, ...patch } : part)) }),
    addPart: () =>
      set({ parts: [...parts, { value: by === 'shares' ? '1' : '', window: nextWindow(parts) }] }),
    dropPart: () => set({ parts: parts.slice(0, -1) }),
  }
}

/** Two parts: one stays, the other goes to the next window. */
function freshParts(by: SplitBy, window: number): TypedPart[] {
  const value = by === 'shares' ? '1' : ''
  return [
    { value, window },
    { value, window: window === 1 ? 2 : 1 },
  ]
}

function nextWindow(parts: readonly TypedPart[]): number {
  const used = parts.map(({ window }) => window)
  return Array.from({ length: maxWindows }, (_, at) => at + 1).find((n) => !used.includes(n)) ?? 1
}
