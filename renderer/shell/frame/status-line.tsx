import { theClient } from '#renderer/api/client.ts'
import { undoLast } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { formatBytes } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { useDesk } from '../../base/desk.ts'
import { useWords } from '../../base/language.ts'
import { BackupState } from './backup-state.tsx'
import { ReadyRooms } from './ready-rooms.tsx'

/** Store, last backup, connection; on the right what just happened, with its undo. */
export function StatusLine() {
  const { t, locale } = useWords()
  const connection = useDesk((desk) => desk.connection)
  const { data: hotel } = useQuery('hotel.state', {})
  if (connection === 'lost')
    return (
      <footer className="k-status">
        <Away />
      </footer>
    )
  return (
    <footer className="k-status">
      {hotel && (
        <span className="k-status-item">
          {t('shell.store')} <span className="k-code">{hotel.store.name}</span>{' '}
          {formatBytes(hotel.store.bytes, locale)}
        </span>
      )}
      {hotel?.store.lost && (
        <span className="k-status-item k-wrong" title={t('shell.lost.what', hotel.store.lost)}>
          <Mark of="warning" />
          {t('shell.lost.title', hotel.store.lost)}
          <span className="k-hidden">{t('shell.lost.what', hotel.store.lost)}</span>
        </span>
      )}
      {hotel && <BackupState store={hotel.store} />}
      <span className="k-status-item k-status-live">
        <Mark of={connection === 'live' ? 'live' : 'cut-off'} size={10} />
        {t(connection === 'live' ? 'shell.live' : 'shell.offline')}
      </span>
      <ReadyRooms />
      <LastThing />
    </footer>
  )
}

/** The host does not answer: that alone counts now, with what is safe and the way back. */
function Away() {
  const { t } = useWords()
  return (
    <>
      <span className="k-status-item k-wrong" role="alert">
        <Mark of="warning" />
        {t('shell.host.unreachable.title')} {t('shell.host.safe')} {t('shell.host.unreachable.way')}
      </span>
      <div className="k-status-last">
        <button type="button" className="k-status-undo" onClick={() => theClient().again()}>
          {t('common.retry')}
        </button>
      </div>
    </>
  )
}

function LastThing() {
  const { t, language } = useWords()
  const last = useDesk((desk) => desk.lastDone)
  return (
    <div className="k-status-last">
      <span role="status" className={`k-cut${last?.wrong ? ' k-wrong' : ''}`}>
        {last?.words(language)}
      </span>
      {last?.undoable && (
        <button type="button" className="k-status-undo" onClick={() => void undoLast()}>
          {t('common.undo')} <KeyHint keys="Ctrl+Z" />
        </button>
      )}
    </div>
  )
}
