import './form.css'
import { Button } from 'antd'
import type { Fields } from '#renderer/base/drafts/merge.ts'
import type { VersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { useFormText } from './form-words.ts'

/** Above a form: an unsaved entry that came back, fields that others changed meanwhile, what was refused. */
export function FormNotes<V extends Fields>({
  form,
  names,
  trouble,
}: {
  form: VersionedEdit<V>
  names: (field: string) => string
  trouble: string | null
}) {
  const { t } = useWords()
  const text = useFormText(form.waiting)
  return (
    <>
      <DraftNote draft={form} names={names} text={text} />
      {form.theirs !== null && (
        <div className="form-theirs" role="alert">
          <p>
            {t('settings.theirs.text', {
              fields: form.theirs.fields.map(names),
            })}
          </p>
          <div className="k-usual">
            <Button size="small" onClick={form.goOn}>
              {t('settings.theirs.take')}
            </Button>
            <Button size="small" onClick={form.clear}>
              {t('settings.theirs.drop')}
            </Button>
          </div>
        </div>
      )}
      {trouble && form.theirs === null && (
        <p className="form-note k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </>
  )
}
