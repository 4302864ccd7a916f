import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { usePaperOut } from '#renderer/parts/device/use-paper-out.ts'
import { PaperLook, usePaperLook } from '#renderer/parts/folio/PaperLook.tsx'
import { columnName } from '#renderer/parts/registration/column-name.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { Row } from './columns.tsx'

/** The rows as they are shown, as a file for the police client or a list on paper. */
export function FileDrawer({ rows, onClose }: { rows: readonly Row[]; onClose: () => void }) {
  const { t, language } = useWords()
  const [look, setLook] = usePaperLook()
  const settings = useQuery('registration.settings', {})
  const { command, save, print } = usePaperOut('registration.file')
  const { pending, trouble } = command
  const asked = { ids: rows.map(({ id }) => id), ...look }
  const columns = settings.data?.columns ?? []
  return (
    <SideDrawer
      open
      title={t('registration.act.file')}
      onClose={onClose}
      submit={{ label: t('registration.out.print'), run: () => void print(asked), pending }}
    >
      <p>{t('registration.out.rows', { count: rows.length })}</p>
      <PaperLook look={look} set={setLook} autoFocus />
      <div className="reg-out">
        {(['xlsx', 'csv', 'pdf'] as const).map((format) => (
          <Button key={format} disabled={pending} onClick={() => void save(asked, format)}>
            {t(`registration.out.${format}`)}
          </Button>
        ))}
      </div>
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
      <p className="k-quiet">
        {t('registration.out.columns')}{' '}
        {columns
          .map((column) => settings.data?.headings[column] || columnName(column, language, t))
          .join(' · ')}
      </p>
      {settings.data?.file && (
        <p className="k-quiet">{language === 'zh' ? settings.data.file.noteZh : settings.data.file.noteEn}</p>
      )}
    </SideDrawer>
  )
}
