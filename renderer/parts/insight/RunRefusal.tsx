import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { InputOf } from '#shared/contract/index.ts'
import type { RunKind } from '#shared/contract/insight-runs.ts'
import { describeReply } from '#shared/i18n/index.ts'

/** Why the last computation of a kind found nothing to say: too few guests, an incident; or that there was none yet. */
export function RunRefusal({ kind }: { kind: RunKind }) {
  const { t, language } = useWords()
  const run = useQuery('insight.output', { kind, params: {} } as InputOf<'insight.output'>)
  if (run.failed && !run.data)
    return <Trouble failed={run.failed} operation="insight.output" onRetry={run.retry} />
  if (run.loading) return <RowSkeleton />
  const { said } = run.data ?? {}
  return (
    <EmptyState>
      {said ? describeReply({ ok: false, refusal: said }, language, 'insight.run') : t('insight.notComputed')}
    </EmptyState>
  )
}
