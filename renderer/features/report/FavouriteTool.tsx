import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { Parameters, ReportName } from '#shared/domain/report/catalogue.ts'
import { reportActs } from './acts.ts'
import { NameDrawer } from './NameDrawer.tsx'

type Favourite = OutputOf<'report.list'>['favourites'][number]

type Props = {
  report: ReportName
  parameters: Parameters
  favourites: readonly Favourite[]
  open: boolean
  onOpen: (open: boolean) => void
}

/** Saves the report as it stands under a name of one's own; one that is saved already is renamed or deleted. */
export function FavouriteTool({ report, parameters, favourites, open, onOpen }: Props) {
  const { t } = useWords()
  const saved = favourites.find((one) => one.report === report && isSame(one.parameters, parameters))
  return (
    <>
      <Button onClick={() => onOpen(true)} aria-pressed={saved !== undefined}>
        {t(saved ? 'reportScreen.favourite.saved' : 'reportScreen.favourite.save')}{' '}
        <KeyHint keys={reportActs.favourite.key} />
      </Button>
      {open && (
        <FavouriteDrawer
          key={saved?.id ?? 'new'}
          report={report}
          parameters={parameters}
          saved={saved}
          onClose={() => onOpen(false)}
        />
      )}
    </>
  )
}

type DrawerProps = Pick<Props, 'report' | 'parameters'> & {
  saved: Favourite | undefined
  onClose: () => void
}

function FavouriteDrawer({ report, parameters, saved, onClose }: DrawerProps) {
  const { t } = useWords()
  const [name, setName] = useState(saved?.name ?? t(`report.name.${report}`))
  const save = useCommand('report.saveFavourite')
  const remove = useCommand('report.deleteFavourite')
  const keep = async () => {
    const known = saved ? { id: saved.id, version: saved.version } : {}
    const reply = await save.run({ ...known, name, report, parameters })
    if (reply.ok) onClose()
  }
  const drop = async () => {
    if (!saved) return
    const reply = await remove.run({ id: saved.id, version: saved.version })
    if (reply.ok) onClose()
  }
  return (
    <NameDrawer
      title={t(saved ? 'reportScreen.favourite.change' : 'reportScreen.favourite.save')}
      label={t('reportScreen.favourite.name')}
      hint={t('reportScreen.favourite.hint')}
      error={save.errors.name ?? save.trouble ?? remove.trouble ?? undefined}
      name={name}
      onName={setName}
      pending={save.pending}
      onSave={() => void keep()}
      onClose={onClose}
    >
      {saved && (
        <Button onClick={() => void drop()}>
          {t('reportScreen.favourite.delete', { name: saved.name })}
        </Button>
      )}
    </NameDrawer>
  )
}

/** The same parameters, in any order. */
function isSame(one: Parameters, other: Parameters): boolean {
  const text = (parameters: Parameters) => JSON.stringify(Object.entries(parameters).toSorted())
  return text(one) === text(other)
}
