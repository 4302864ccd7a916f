import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { houseDrawerWidth } from '#renderer/parts/house/HouseDrawer.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { askText } from '#shared/i18n/wish-text.ts'
import { type BoardRow, keyOfRow } from './filters.ts'
import { notDoneText } from './use-board-acts.ts'

type Props = { rows: readonly BoardRow[]; onClose: () => void; onDone: () => void }

const shownRows = 12

/** Declines several wishes for one reason: those that stays which are over left open, above all. */
export function DeclineSeveral({ rows, onClose, onDone }: Props) {
  const { t, language } = useWords()
  const together = useCommand('request.markTogether')
  const draft = useDraft('request:several:decline', { reason: '' })
  const [notDone, setNotDone] = useState<string | null>(null)
  const reason = draft.value.reason.trim()
  const run = async () => {
    const items = rows.map(({ of, id, version }) => ({ of, id, version }))
    const reply = await together.run({ items, action: 'decline', reason })
    if (!reply.ok) return
    onDone()
    const { failed } = reply.output
    if (failed.length > 0) return setNotDone(notDoneText(failed, t, language))
    draft.clear()
    onClose()
  }
  const title = t('request.declineSeveral', { count: rows.length })
  return (
    <SideDrawer
      open
      title={title}
      onClose={onClose}
      width={houseDrawerWidth}
      draft={draft}
      submit={{
        label: title,
        run: () => void run(),
        disabled: reason === '',
        pending: together.pending,
        danger: true,
      }}
    >
      <ul className="rq-several">
        {rows.slice(0, shownRows).map((row) => (
          <li key={keyOfRow(row)}>{askText(row, language)}</li>
        ))}
        {rows.length > shownRows && <li>{t('request.andMore', { count: rows.length - shownRows })}</li>}
      </ul>
      <ReasonField
        value={draft.value.reason}
        autoFocus
        usual={(['over', 'unknown', 'full'] as const).map((why) => t(`request.usual.${why}`))}
        error={together.errors.reason ?? notDone ?? together.trouble ?? undefined}
        onChange={(text) => draft.set({ reason: text })}
      />
    </SideDrawer>
  )
}
