import { Button } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { NotTakenLine } from '#renderer/parts/import/NotTakenLine.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx'
import { importActs } from './acts.ts'
import type { FileChoice } from './use-file.ts'

/** Where a file is chosen or dropped, and what becomes of it until it has arrived. */
export function FilePlace({ chosen }: { chosen: FileChoice }) {
  const { t } = useWords()
  return (
    <div className="im-place">
      <p>{t('import.lead')}</p>
      <div className="im-place-box">
        <Button type="primary" size="large" autoFocus onClick={chosen.pick}>
          {t('import.choose')} <KeyHint keys={importActs.choose.key} />
        </Button>
        <span className="k-quiet">{t('import.drop')}</span>
      </div>
      <p className="k-quiet">{t('import.formats')}</p>
      {chosen.progress !== null && (
        <WorkProgress label={t('import.handingOver')} done={Math.round(chosen.progress * 100)} total={100} />
      )}
      {chosen.lost && <NotTakenLine lost={chosen.lost} />}
    </div>
  )
}
