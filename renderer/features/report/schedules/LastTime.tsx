import { useWords } from '#renderer/base/language.ts'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { failureText, type Schedule } from './schedule-words.ts'

type Props = {
  schedule: Schedule
  /** Its file is being written now. */
  writing: boolean
  /** What kept it from being written or deleted just now. */
  trouble: string | null
}

/** Below the list, in full: the file that the chosen one wrote last, or why it did not. */
export function LastTime({ schedule, writing, trouble }: Props) {
  const { t, language } = useWords()
  const { name, folder, last } = schedule
  const failure = trouble ?? failureText(schedule, language)
  return (
    <div className="rs-last" role="status">
      <b>{name}</b>
      {writing && <span>{t('reportSchedule.writing')}</span>}
      {!writing && failure && (
        <span className="k-trouble-line">
          <Mark of="warning" /> {last && trouble === null && <DateTimeText moment={last.at} />} {failure}
        </span>
      )}
      {!writing && !failure && last?.file && (
        <span>
          {t('reportSchedule.lastFile')} <DateTimeText moment={last.at} />: {last.file}
        </span>
      )}
      {!writing && !failure && !last?.file && (
        <span className="k-quiet">{t('reportSchedule.notYetIn', { folder })}</span>
      )}
    </div>
  )
}
