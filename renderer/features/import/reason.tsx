import { useWords } from '#renderer/base/language.ts'
import { signs } from '#renderer/ui/marks.ts'
import type { FindingKind } from '#shared/domain/import/row.ts'
import type { Key } from '#shared/i18n/index.ts'

const marks: Record<FindingKind, { sign: string; word: Key }> = {
  rejected: { sign: signs.leftOut, word: 'import.report.rejected' },
  noted: { sign: signs.remark, word: 'import.report.noted' },
  new: { sign: signs.added, word: 'import.compared.new' },
  changed: { sign: signs.changed, word: 'import.compared.changed' },
  same: { sign: signs.same, word: 'import.compared.same' },
  gone: { sign: signs.removed, word: 'import.compared.gone' },
}

/** ✕ for a row left out, ≠ for one that changes a booking, and so on; the word for those who do not see it. */
export function KindMark({ kind }: { kind: FindingKind }) {
  const { t } = useWords()
  const word = t(marks[kind].word)
  return (
    <span className={kind === 'rejected' ? 'im-kind im-bad' : 'im-kind'} title={word}>
      <span aria-hidden>{marks[kind].sign}</span>
      <span className="k-hidden">{word}</span>
    </span>
  )
}
