import { Select } from 'antd'
import { type RefObject, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery } from '#renderer/base/route/route.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { checkExplore, type ExploreAsk } from '#shared/domain/report/explore/ask.ts'
import { exploreText } from '#shared/i18n/explore-text.ts'
import { NameDrawer } from '../NameDrawer.tsx'
import { exploreActs } from './acts.ts'
import type { Opened, SavedExplore } from './use-opened.ts'

type Props = {
  toolsRef: RefObject<HTMLSpanElement | null>
  ask: ExploreAsk
  saved: Opened
  isSaving: boolean
  onSaving: (isSaving: boolean) => void
}

/** Saved pivots to open, and saving this one, for those who may. */
export function SavedTools({ toolsRef, ask, saved, isSaving, onSaving }: Props) {
  const { t, language } = useWords()
  const may = useMay()
  const maySave = may('reports-all') && checkExplore(ask).ok
  return (
    <span ref={toolsRef} className="xp-tools">
      <KeyHint keys={exploreActs.saved.key} />
      <Select
        aria-label={t('explore.saved')}
        className="xp-saved"
        popupMatchSelectWidth={false}
        placeholder={t(saved.all.length === 0 ? 'explore.nothingSaved' : 'explore.saved')}
        showSearch={{ optionFilterProp: 'label' }}
        value={saved.open?.id ?? null}
        options={saved.all.map(({ id, name, createdByName, ask: one }) => ({
          value: id,
          label: t('explore.savedBy', { name, who: createdByName }),
          title: exploreText(one, language),
        }))}
        // Not onChange: the open one chosen again is as it was saved
        onSelect={(id: number) => saved.openOne(id)}
      />
      {maySave && (
        <Button onClick={() => onSaving(true)}>
          {t('explore.save')}
          {saved.isChanged && ' •'} <KeyHint keys={exploreActs.save.key} />
        </Button>
      )}
      <Button onClick={saved.begin}>
        {t('explore.begin')} <KeyHint keys={exploreActs.begin.key} />
      </Button>
      {isSaving && maySave && (
        <SaveDrawer
          key={saved.open?.id ?? 'new'}
          ask={ask}
          open={saved.open}
          onClose={() => onSaving(false)}
        />
      )}
    </span>
  )
}

type DrawerProps = { ask: ExploreAsk; open: SavedExplore | undefined; onClose: () => void }

/** Saves the pivot over the open one while it has its name, under another name as a new one. */
function SaveDrawer({ ask, open, onClose }: DrawerProps) {
  const { t, language } = useWords()
  const [name, setName] = useState(open?.name ?? '')
  const save = useCommand('explore.save')
  const remove = useCommand('explore.delete')
  const keep = async () => {
    const isSame = open !== undefined && open.name === name.trim()
    const reply = await save.run({ ...(isSame ? { id: open.id, version: open.version } : {}), name, ask })
    if (!reply.ok) return
    setQuery({ saved: reply.output.id })
    onClose()
  }
  const drop = async () => {
    if (!open) return
    const reply = await remove.run({ id: open.id, version: open.version })
    if (!reply.ok) return
    setQuery({ saved: '' })
    onClose()
  }
  return (
    <NameDrawer
      title={t('explore.rename')}
      label={t('explore.name')}
      hint={t('explore.nameHint')}
      error={save.errors.name ?? save.trouble ?? remove.trouble ?? undefined}
      name={name}
      onName={setName}
      pending={save.pending}
      onSave={() => void keep()}
      onClose={onClose}
    >
      <p className="k-quiet">{exploreText(ask, language)}</p>
      {open && <Button onClick={() => void drop()}>{t('explore.delete', { name: open.name })}</Button>}
    </NameDrawer>
  )
}
