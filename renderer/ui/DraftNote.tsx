import { type ReactNode, useRef } from 'react'
import type { Draft } from '#renderer/base/drafts/use-draft.ts'
import type { Acts } from '#renderer/base/keys/acts.ts'
import { useKeys } from '#renderer/base/keys/use-keys.ts'
import { useWords } from '#renderer/base/language.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { DraftValue } from './DraftValue.tsx'
import { KeyHint } from './KeyHint.tsx'

/** What every editor does with a draft that came back. */
export const draftActs = {
  take: { key: 'Alt+K', label: 'keys.takeDraft' },
  drop: { key: 'Alt+X', label: 'keys.dropDraft' },
} as const satisfies Acts

export type BackDraft = Pick<Draft<unknown>, 'waiting' | 'take' | 'clear' | 'back'>
/** How an editor calls a field and what it makes of its value; undefined: as everywhere. */
export type FieldWords = {
  names?: ((field: string) => string | undefined) | undefined
  text?: ((field: string, value: unknown) => ReactNode) | undefined
}

/** An unsaved entry came back: which field, what is on file, what was typed. Nothing is saved before it is kept or discarded. */
export function DraftNote({ draft, ...words }: { draft: BackDraft } & FieldWords) {
  return draft.waiting ? <Shown draft={draft} {...words} /> : null
}

function Shown({ draft, names, text }: { draft: BackDraft } & FieldWords) {
  const { t, language } = useWords()
  const note = useRef<HTMLDivElement>(null)
  const runs = (act: () => void) => () => (isElsewhere(note.current) ? false : act())
  useKeys({
    [draftActs.take.key]: { label: draftActs.take.label, run: runs(draft.take) },
    [draftActs.drop.key]: { label: draftActs.drop.label, run: runs(draft.clear) },
  })
  const nameOf = (field: string) => names?.(field) ?? fieldName(field === '' ? [] : [field], language)
  const shownAs = (field: string, value: unknown) => text?.(field, value) ?? <DraftValue value={value} />
  return (
    <div ref={note} className="k-draft-note" role="status">
      <p>
        <b>{t('common.draftRestored')}</b> {t('common.draftWaits')}
      </p>
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col">{t('common.draftField')}</th>
            <th scope="col">{t('common.draftOnFile')}</th>
            <th scope="col">{t('common.draftTyped')}</th>
          </tr>
        </thead>
        <tbody>
          {draft.back.map(({ field, was, typed }) => (
            <tr key={field}>
              <th scope="row">{nameOf(field)}</th>
              <td>{shownAs(field, was)}</td>
              <td className="k-draft-typed">{shownAs(field, typed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="k-usual">
        <button type="button" className="k-chip" onClick={draft.take}>
          {t('common.takeDraft')} <KeyHint keys={draftActs.take.key} />
        </button>
        <button type="button" className="k-chip" onClick={draft.clear}>
          {t('common.discardDraft')} <KeyHint keys={draftActs.drop.key} />
        </button>
      </div>
    </div>
  )
}

/** Several editors on one page have a note each: the keys are for the one that has the focus. */
function isElsewhere(note: Element | null): boolean {
  const focus = document.activeElement
  if (note?.parentElement?.contains(focus)) return false
  const others = [...document.querySelectorAll('.k-draft-note')].filter((other) => other !== note)
  return others.some((other) => other.parentElement?.contains(focus))
}
