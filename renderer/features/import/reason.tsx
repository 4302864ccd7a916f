import { useWords } from '#renderer/base/language.ts'
import type { FindingKind } from '#shared/domain/import/row.ts'

/** ✕ for a row left out, • for one that came in with a note; the word for those who do not see it. */
export function KindMark({ kind }: { kind: FindingKind }) {
  const { t } = useWords()
  const word = t(kind === 'rejected' ? 'import.report.rejected' : 'import.report.noted')
  return (
    <span className={kind === 'rejected' ? 'im-kind im-bad' : 'im-kind'} title={word}>
      <span aria-hidden>{kind === 'rejected' ? '✕' : '•'}</span>
      <span className="k-hidden">{word}</span>
    </span>
  )
}
