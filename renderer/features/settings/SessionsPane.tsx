import { Button } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'

type Session = OutputOf<'access.listSessions'>[number]

/** Who is signed in where, each to be ended; `of` narrows it to one user's own. */
export function SessionsPane({ of }: { of?: Session['user'] }) {
  const { t, locale } = useWords()
  const sessions = useQuery('access.listSessions', {})
  const shown = sessions.data?.filter(({ user }) => of === undefined || user === of)
  return (
    <Pane
      title={t(of === undefined ? 'settings.session.list' : 'settings.session.own')}
      note={shown && formatNumber(shown.length, locale)}
    >
      {sessions.failed && !sessions.data && (
        <Trouble failed={sessions.failed} operation="access.listSessions" onRetry={sessions.retry} />
      )}
      {sessions.loading && <RowSkeleton rows={3} />}
      <ul className="s-sessions">
        {shown?.map((session) => (
          <Row key={session.session} session={session} />
        ))}
      </ul>
    </Pane>
  )
}

function Row({ session }: { session: Session }) {
  const { t } = useWords()
  const { name, login, workstation, since, lastAct, current } = session
  const end = useCommand('access.endSession')
  return (
    <li>
      <b className="k-cut" title={login}>
        {name}
      </b>
      <span className="k-code k-cut">{workstation}</span>
      <span>
        <span className="k-quiet">{t('settings.session.since')}</span> <DateTimeText moment={since} />
      </span>
      <span>
        <span className="k-quiet">{t('settings.session.lastAct')}</span> <DateTimeText moment={lastAct} />
      </span>
      {current ? (
        <span className="k-quiet">{t('settings.session.here')}</span>
      ) : (
        <Button
          size="small"
          loading={end.pending}
          aria-label={t('settings.session.endOf', { name, workstation })}
          onClick={() => void end.run({ session: session.session })}
        >
          {t('settings.session.end')}
        </Button>
      )}
      {end.trouble && (
        <p className="k-trouble-line" role="alert">
          {end.trouble}
        </p>
      )}
    </li>
  )
}
