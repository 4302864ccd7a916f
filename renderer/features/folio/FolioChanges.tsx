import { useList } from '#renderer/api/use-list.ts'
import { useWords } from '#renderer/base/language.ts'
import { ChangeRows } from '#renderer/parts/change/ChangeRows.tsx'
import { withUndo } from '#renderer/parts/change/describe-change.ts'
import type { Folio } from '#renderer/parts/folio/folio-view.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { readableFolioChange, useFolioValues } from './change-values.ts'

/** The folio's story, newest first, each with its undo: what was posted, who pays, what was closed and opened. */
export function FolioChanges({ folio }: { folio: Folio }) {
  const { t } = useWords()
  const changes = useList('folio.changes', { id: folio.id })
  const valueText = useFolioValues(folio)
  return (
    <Pane title={t('folioScreen.changes.title')}>
      {changes.failed && (
        <Trouble failed={changes.failed} operation="folio.changes" onRetry={changes.retry} line />
      )}
      {changes.loading && <RowSkeleton rows={4} />}
      {!changes.loading && !changes.failed && changes.rows.length === 0 && (
        <p className="k-padded k-quiet">{t('folioScreen.changes.none')}</p>
      )}
      <div className="fo-changes">
        <ChangeRows rows={withUndo(changes.rows)} shown={readableFolioChange} valueText={valueText} />
      </div>
      {changes.more && (
        <button type="button" className="k-tool" onClick={changes.loadMore}>
          {t('folioScreen.changes.more')}
        </button>
      )}
    </Pane>
  )
}
