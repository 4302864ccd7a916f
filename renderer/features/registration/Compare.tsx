import { useState } from 'react'
import { theClient } from '#renderer/api/client.ts'
import { type NotTaken, type PickedFile, thePlatform } from '#renderer/api/platform.ts'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { NotTakenLine } from '#renderer/parts/import/NotTakenLine.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { ScrollArea } from '#renderer/ui/ScrollArea.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { compareActs } from './acts.ts'

type Compared = OutputOf<'registration.compare'>

/** The police client's own list beside who is in the house: it is dropped here, or chosen. */
export function Compare() {
  const { t } = useWords()
  const [failed, setFailed] = useState<FailedReply | null>(null)
  const [lost, setLost] = useState<NotTaken | null>(null)
  const [found, setFound] = useState<Compared | null>(null)
  const read = async (taken: PickedFile | NotTaken | null) => {
    setFailed(null)
    setLost(null)
    if (!taken) return
    if (!('file' in taken)) return setLost(taken)
    const reply = await theClient().call('registration.compare', { file: taken.file })
    if (reply.ok) setFound(reply.output)
    else setFailed(reply as FailedReply)
  }
  const pick = async () => read(await thePlatform().pickFile(['csv', 'txt', 'tsv', 'xlsx']))
  useActs(compareActs, { pick: () => void pick() })
  return (
    <div
      className="reg-view"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const [file] = event.dataTransfer.files
        if (file) void thePlatform().takeFile(file).then(read)
      }}
    >
      <div className="reg-tools">
        <button type="button" className="k-tool" onClick={() => void pick()}>
          {t('registration.act.pick')} <KeyHint keys={compareActs.pick.key} />
        </button>
        {found && (
          <span className="k-quiet">
            {t('registration.compared', { file: found.file, count: found.same })}
          </span>
        )}
      </div>
      {lost && <NotTakenLine lost={lost} />}
      {failed && <Trouble failed={failed} operation="registration.compare" />}
      {found ? <Result found={found} /> : <EmptyState>{t('registration.empty.compare')}</EmptyState>}
    </div>
  )
}

function Result({ found }: { found: Compared }) {
  const { t } = useWords()
  const { onlyHere, onlyThere, differs } = found
  if (onlyHere.length + onlyThere.length + differs.length === 0)
    return <EmptyState>{t('registration.allSame')}</EmptyState>
  return (
    <ScrollArea className="reg-scroll" label={t('registration.view.compare')}>
      <People title={t('registration.onlyHere', { count: onlyHere.length })} rows={onlyHere} />
      <People title={t('registration.onlyThere', { count: onlyThere.length })} rows={onlyThere} />
      {differs.length > 0 && (
        <table className="k-table reg-table">
          <caption>{t('registration.differs', { count: differs.length })}</caption>
          <thead>
            <tr>
              <th>{t('registration.column.name')}</th>
              <th>{t('registration.field')}</th>
              <th>{t('registration.here')}</th>
              <th>{t('registration.there')}</th>
            </tr>
          </thead>
          <tbody>
            {differs.map((one) => (
              <tr key={`${one.line} ${one.field}`}>
                <td>{one.name}</td>
                <td>{t(`registration.listField.${one.field}`)}</td>
                <td>{one.here}</td>
                <td>{one.there}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ScrollArea>
  )
}

function People({
  title,
  rows,
}: {
  title: string
  rows: readonly { name: string; number: string; room: string }[]
}) {
  const { t } = useWords()
  if (rows.length === 0) return null
  return (
    <table className="k-table reg-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th>{t('registration.column.name')}</th>
          <th>{t('field.name.documentNumber')}</th>
          <th>{t('registration.column.room')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list may have one person twice, and never changes its order
          <tr key={at}>
            <td>{one.name}</td>
            <td className="k-code">{one.number}</td>
            <td className="k-code">{one.room}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
