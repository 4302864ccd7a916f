import { Button } from 'antd'
import { useId } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { FolderInput } from '#renderer/parts/form/FolderInput.tsx'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { maxFolders } from '#shared/domain/backup/settings.ts'
import { describeReply } from '#shared/i18n/index.ts'

type State = OutputOf<'backup.settings'>['state']

type Props = {
  folders: readonly string[]
  state: State
  errors: Readonly<Record<string, string>>
  onChange: (folders: string[]) => void
}

/** The folders that copies go to, each with what became of its last one; one more line to type or choose another. */
export function FolderFields({ folders, state, errors, onChange }: Props) {
  const { t } = useWords()
  const shown = folders.length < maxFolders ? [...folders, ''] : folders
  const put = (index: number, folder: string) => {
    const next = [...folders]
    next[index] = folder
    onChange(next.filter((one, at) => one !== '' || at < index))
  }
  return (
    <>
      {shown.map((folder, index) => (
        <FolderField
          // biome-ignore lint/suspicious/noArrayIndexKey: a line keeps its place while its text is typed
          key={index}
          number={index + 1}
          folder={folder}
          state={state.find((one) => one.folder === folder)}
          error={errors[`folders.${index}`]}
          onChange={(value) => put(index, value)}
          onRemove={folder === '' ? null : () => onChange(folders.filter((_, at) => at !== index))}
        />
      ))}
      {errors.folders && (
        <p className="k-trouble-line" role="alert">
          {errors.folders}
        </p>
      )}
      <p className="k-field-hint">{t('settings.backup.whereHint')}</p>
    </>
  )
}

function FolderField(props: {
  number: number
  folder: string
  state: State[number] | undefined
  error: string | undefined
  onChange: (folder: string) => void
  onRemove: (() => void) | null
}) {
  const { t } = useWords()
  const { number, folder, state, error, onChange, onRemove } = props
  const id = useId()
  return (
    <div className="k-field">
      <label htmlFor={id}>{t('settings.backup.folder', { number })}</label>
      <FolderInput
        id={id}
        value={folder}
        placeholder={folder === '' ? t('settings.backup.folderExample') : ''}
        {...(error ? { status: 'error' as const, 'aria-invalid': true } : {})}
        onChange={onChange}
      >
        {onRemove && (
          <Button onClick={onRemove} aria-label={t('settings.backup.removeFolder', { folder })}>
            {t('common.remove')}
          </Button>
        )}
      </FolderInput>
      {error && (
        <p className="k-trouble-line" role="alert">
          {error}
        </p>
      )}
      {state && <FolderState state={state} />}
    </div>
  )
}

function FolderState({ state: { good, failed } }: { state: State[number] }) {
  const { t, language } = useWords()
  if (failed) {
    const refusal = { code: failed.code, params: failed.params }
    return (
      <p className="k-trouble-line">
        <Mark of="warning" /> <DateTimeText moment={failed.moment} />{' '}
        {describeReply({ ok: false, refusal }, language, 'backup.create')}
      </p>
    )
  }
  return (
    <p className="k-field-hint">
      {good ? (
        <>
          {t('settings.backup.lastGood')} <DateTimeText moment={good.made} />
        </>
      ) : (
        t('settings.backup.noneYet')
      )}
    </p>
  )
}
