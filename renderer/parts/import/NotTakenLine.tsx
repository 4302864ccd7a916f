import type { NotTaken } from '#renderer/api/platform.ts'
import { useWords } from '#renderer/base/language.ts'
import { describeReply } from '#shared/i18n/index.ts'

/** Why a chosen file did not reach the host. */
export function NotTakenLine({ lost }: { lost: NotTaken }) {
  const { t, language } = useWords()
  return (
    <p className="k-trouble-line" role="alert">
      {lost.fault ? describeReply({ ok: false, fault: lost.fault }, language) : t('import.notTaken')}
    </p>
  )
}
