import type { Draft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'

/** Says that unsaved text came back, and discards it with one press. */
export function DraftNote({ draft }: { draft: Pick<Draft<unknown>, 'restored' | 'dirty' | 'clear'> }) {
  const { t } = useWords()
  if (!draft.restored || !draft.dirty) return null
  return (
    <p className="k-draft-note">
      {t('common.draftRestored')}{' '}
      <button type="button" className="k-chip" onClick={draft.clear}>
        {t('common.discardDraft')}
      </button>
    </p>
  )
}
