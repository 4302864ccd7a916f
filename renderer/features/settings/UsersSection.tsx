import { Button } from 'antd'
import { useMemo, useRef } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { useHeld } from '#renderer/base/route/memory.ts'
import { roleWord } from '#renderer/parts/access/role-words.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane, Rows } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { addActs } from './acts.ts'
import { SessionsPane } from './SessionsPane.tsx'
import type { Role, User } from './things.ts'
import { NewUserDrawer, UserDrawer } from './UserDrawers.tsx'

/** Who may sign in and what they may do; below, who is signed in now. */
export function UsersSection() {
  return (
    <Rows heights="minmax(0, 1fr) minmax(120px, 34%)">
      <UsersPane />
      <SessionsPane />
    </Rows>
  )
}

function UsersPane() {
  const { t, locale } = useWords()
  const users = useQuery('access.listUsers', {})
  const [open, setOpen] = useHeld<number | 'new' | null>('user:open', null)
  const list = useRef<HTMLDivElement>(null)
  useActs(addActs, { add: () => setOpen('new') })
  const edited = users.data?.find((user) => user.id === open)
  const close = () => {
    setOpen(null)
    list.current?.focus()
  }
  const { data: roles } = useQuery('access.listRoles', {})
  const columns = useMemo(() => columnsOf(t, roles ?? []), [t, roles])
  return (
    <Pane
      title={t('settings.section.users')}
      note={users.data && formatNumber(users.data.length, locale)}
      scroll={false}
      tools={
        <Button onClick={() => setOpen('new')}>
          {t('settings.user.add')} <KeyHint keys={addActs.add.key} />
        </Button>
      }
    >
      {users.failed && !users.data && (
        <Trouble failed={users.failed} operation="access.listUsers" onRetry={users.retry} />
      )}
      {users.loading && <RowSkeleton rows={6} />}
      {users.data && (
        <DataList
          label={t('settings.user.list')}
          rows={users.data}
          columns={columns}
          rowKey={(row) => row.id}
          listRef={list}
          autoFocus
          onOpen={(row) => setOpen(row.id)}
        />
      )}
      {open === 'new' && <NewUserDrawer onClose={close} />}
      {edited && <UserDrawer key={edited.id} user={edited} onClose={close} />}
    </Pane>
  )
}

function columnsOf(t: T, roles: readonly Role[]): Column<User>[] {
  const nameOf = (code: string) => roleWord(code, roles.find((role) => role.code === code)?.name ?? '', t)
  return [
    {
      key: 'name',
      head: t('settings.user.name'),
      width: 'minmax(140px, 1fr)',
      cell: (row) => <b>{row.name}</b>,
    },
    { key: 'login', head: t('settings.user.login'), width: 'minmax(110px, 1fr)', cell: (row) => row.login },
    {
      key: 'role',
      head: t('settings.user.role'),
      width: '140px',
      cell: (row) => nameOf(row.role),
    },
    {
      key: 'language',
      head: t('settings.user.language'),
      width: '90px',
      cell: (row) => (row.language === 'zh' ? '中文' : 'English'),
    },
    {
      key: 'last',
      head: t('settings.user.lastSignIn'),
      width: '160px',
      cell: (row) =>
        row.lastSignIn ? (
          <DateTimeText moment={row.lastSignIn} />
        ) : (
          <span className="k-faint">{t('settings.user.never')}</span>
        ),
    },
    {
      key: 'active',
      head: t('settings.room.state'),
      width: '80px',
      cell: (row) => !row.active && <span className="k-faint">{t('settings.inactive')}</span>,
    },
  ]
}
