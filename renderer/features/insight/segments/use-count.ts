import { useEffect, useState } from 'react'
import { type ClientReply, theClient } from '#renderer/api/client.ts'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useSettled } from '#renderer/ui/use-settled.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { Rule } from '#shared/domain/insight/segments/rule.ts'
import type { BusinessDate } from '#shared/values/index.ts'

/** A keystroke is no question yet. */
const SETTLE_MS = 200

export type LiveCount = {
  found: number
  /** How far through the profiles it is, 0 to 1; 1: this is all. */
  share: number
  asOf: BusinessDate | null
  failed: FailedReply | null
}

const nothing: LiveCount = { found: 0, share: 0, asOf: null, failed: null }

/**
 * How many guests meet a rule, counted step by step while it is being edited; null while there is nothing to ask. `fresh` begins
 * anew when it changes: the figures of the store did.
 */
export function useLiveCount(rule: Rule | null, ownTag: string | null, fresh: unknown): LiveCount | null {
  const asked = useSettled(rule === null ? null : JSON.stringify(rule), SETTLE_MS)
  const [count, setCount] = useState<LiveCount>(nothing)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `fresh` is what makes the same question new
  useEffect(() => {
    if (asked === null) return
    const stop = new AbortController()
    void countAll(JSON.parse(asked), ownTag, stop.signal, setCount)
    return () => stop.abort()
  }, [asked, ownTag, fresh])
  return rule === null ? null : count
}

async function countAll(
  rule: Record<string, unknown>,
  ownTag: string | null,
  signal: AbortSignal,
  told: (count: LiveCount) => void,
): Promise<void> {
  let found = 0
  let after: string | null = null
  do {
    const input: InputOf<'segment.count'> = { rule, ownTag, ...(after === null ? {} : { after }) }
    const reply: ClientReply<'segment.count'> = await theClient().call('segment.count', input, { signal })
    if (signal.aborted) return
    if (!reply.ok) return told({ ...nothing, failed: reply as FailedReply })
    const { output } = reply
    found += output.found
    told({ found, share: output.share, asOf: output.asOf, failed: null })
    after = output.next
  } while (after !== null)
}
