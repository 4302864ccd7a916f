import { Button } from 'antd'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useHeld } from '#renderer/base/route/memory.ts'
import { roleWord } from '#renderer/parts/access/role-words.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { type RightGroup, rightGroups } from '#shared/domain/access/rights.ts'
import { addActs } from '../acts.ts'
import type { Role } from '../things.ts'
import { RoleDrawer } from './RoleDrawer.tsx'

const groups = Object.keys(rightGroups) as RightGroup[]

/** What each role may: a table of rights and roles. A role's head opens it beside the table. */
export function RolesSection() {
  const { t } = useWords()
  const roles = useQuery('access.listRoles', {})
  const [open, setOpen] = useHeld<number | 'new' | null>('role:open', null)
  useActs(addActs, { add: () => setOpen('new') })
  const edited = roles.data?.find((role) => role.id === open)
  return (
    <Pane
      title={t('role.table')}
      tools={
        <Button onClick={() => setOpen('new')}>
          {t('role.add')} <KeyHint keys={addActs.add.key} />
        </Button>
      }
    >
      {roles.failed && !roles.data && (
        <Trouble failed={roles.failed} operation="access.listRoles" onRetry={roles.retry} />
      )}
      {roles.loading && <RowSkeleton rows={12} />}
      {roles.data && <RightsTable roles={roles.data} onOpen={setOpen} />}
      {roles.data && (open === 'new' || edited) && (
        <RoleDrawer key={open} role={edited ?? null} roles={roles.data} onClose={() => setOpen(null)} />
      )}
    </Pane>
  )
}

function RightsTable({ roles, onOpen }: { roles: readonly Role[]; onOpen: (id: number) => void }) {
  const { t } = useWords()
  return (
    <table className="s-rights" aria-label={t('role.table')}>
      <thead>
        <tr>
          <th scope="col">{t('role.right')}</th>
          {roles.map((role, at) => (
            <th key={role.id} scope="col">
              <button
                type="button"
                // biome-ignore lint/a11y/noAutofocus: the section is opened to choose a role
                autoFocus={at === 0}
                onClick={() => onOpen(role.id)}
              >
                <b>{roleWord(role.code, role.name, t)}</b>
                <span className="k-quiet">
                  {t('role.users', { count: role.active })}
                  {role.adjusted && ` · ${t('role.adjusted')}`}
                </span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group}>
          <tr>
            <th className="s-right-group" scope="colgroup" colSpan={roles.length + 1}>
              {t(`rightGroup.${group}`)}
            </th>
          </tr>
          {rightGroups[group].map((right) => (
            <tr key={right}>
              <th scope="row">{t(`right.${right}`)}</th>
              {roles.map((role) => (
                <td key={role.id}>
                  {role.rights.includes(right) ? (
                    <span role="img" aria-label={t('role.held')}>
                      ✓
                    </span>
                  ) : (
                    <span className="k-hidden">{t('role.notHeld')}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
