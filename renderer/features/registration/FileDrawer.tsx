import { blobOfFile, textOfFile } from '#renderer/api/file-content.ts'
import { thePlatform } from '#renderer/api/platform.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Look, PaperLook, usePaperLook } from '#renderer/parts/folio/PaperLook.tsx'
import { columnName } from '#renderer/parts/registration/column-name.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { Row } from './columns.tsx'

/** The rows as they are shown, as a file for the police client or a list on paper. */
export function FileDrawer({ rows, onClose }: { rows: readonly Row[]; onClose: () => void }) {
  const { t, language } = useWords()
  const [look, setLook] = usePaperLook()
  const settings = useQuery('registration.settings', {})
  const { pending, trouble, save, print } = useFileOut(rows, look)
  const columns = settings.data?.columns ?? []
  return (
    <SideDrawer
      open
      title={t('registration.act.file')}
      onClose={onClose}
      submit={{ label: t('registration.out.print'), run: () => void print(), pending }}
    >
      <p>{t('registration.out.rows', { count: rows.length })}</p>
      <PaperLook look={look} set={setLook} autoFocus />
      <div className="reg-out">
        {(['xlsx', 'csv', 'pdf'] as const).map((format) => (
          <Button key={format} disabled={pending} onClick={() => void save(format)}>
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

function useFileOut(rows: readonly Row[], { language, size }: Look) {
  const command = useCommand('registration.file', { silent: true })
  const { run, ended } = command
  const make = async (format: 'html' | 'pdf' | 'csv' | 'xlsx') => {
    const reply = await run({ ids: rows.map(({ id }) => id), format, language, size })
    // Asked again it is another file
    ended()
    return reply.ok ? reply.output : null
  }
  return {
    pending: command.pending,
    trouble: command.trouble,
    print: async () => {
      const page = await make('html')
      if (page) await thePlatform().print(textOfFile(page))
    },
    save: async (format: 'pdf' | 'csv' | 'xlsx') => {
      const made = await make(format)
      if (made) await thePlatform().saveFile(made.name, blobOfFile(made))
    },
  }
}
