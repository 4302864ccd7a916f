import { Button, Checkbox } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { roleWord } from '#renderer/parts/access/role-words.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { givenRoles, isGivenRole } from '#shared/domain/access/given-roles.ts'
import { type Right, type RightGroup, rightGroups, rights } from '#shared/domain/access/rights.ts'
import { fieldName, listText } from '#shared/i18n/index.ts'
import { TextRow } from '../fields.tsx'
import type { Role } from '../things.ts'

type Typed = { name: string; rights: Right[] }
type Props = { role: Role | null; roles: readonly Role[]; onClose: () => void }

const groups = Object.keys(rightGroups) as RightGroup[]
const none: readonly Right[] = []

/** A role's rights, group by group, with what saving changes; a new one (null) is named and may begin like another. */
export function RoleDrawer({ role, roles, onClose }: Props) {
  const { t, language } = useWords()
  const fresh: Typed = { name: role?.name ?? '', rights: [...(role?.rights ?? [])] }
  const form = useVersionedEdit<Typed>(`settings:role:${role?.id ?? 'new'}`, fresh, role?.version)
  const save = useCommand('access.saveRole')
  const { value: typed } = form
  const change = (patch: Partial<Typed>) => {
    form.change(patch)
    save.reset()
  }
  const submit = async () => {
    const target = role ? { id: role.id } : {}
    const named = role?.given ? {} : { name: typed.name }
    const reply = await form.save((version) =>
      save.run({
        ...target,
        ...(role ? { version: version ?? role.version } : {}),
        ...named,
        rights: typed.rights,
      }),
    )
    if (!reply.ok) return
    form.clear()
    onClose()
  }
  const title = role ? t('role.edit', { name: roleWord(role.code, role.name, t) }) : t('role.add')
  return (
    <SideDrawer
      open
      title={title}
      onClose={onClose}
      width={460}
      submit={{
        label: t('common.save'),
        run: () => void submit(),
        pending: save.pending,
        disabled: form.theirs !== null || form.waiting,
      }}
    >
      <FormNotes
        form={form}
        names={(field) => fieldName([field], language)}
        trouble={save.errors.name ? null : save.trouble}
      />
      {!role?.given && (
        <TextRow
          label={t('role.name')}
          value={typed.name}
          onChange={(name) => change({ name })}
          error={save.errors.name}
          autoFocus
        />
      )}
      <Starts role={role} roles={roles} onStart={(from) => change({ rights: [...from] })} />
      <RightBoxes held={typed.rights} onChange={(held) => change({ rights: held })} />
      <Effect before={role?.rights ?? none} after={typed.rights} />
      {role && <Deletion role={role} onDone={onClose} />}
    </SideDrawer>
  )
}

/** Where the ticks may begin: as another role's, or as the program has a given role. */
function Starts({
  role,
  roles,
  onStart,
}: Omit<Props, 'onClose'> & { onStart: (from: readonly Right[]) => void }) {
  const { t } = useWords()
  if (role && isGivenRole(role.code)) {
    const given = givenRoles[role.code]
    return role.adjusted ? (
      <p>
        <Button onClick={() => onStart(given)}>{t('role.asGiven')}</Button>
      </p>
    ) : null
  }
  if (role) return null
  return (
    <p>
      {t('role.like')}{' '}
      {roles.map((one) => (
        <button type="button" className="k-chip" key={one.id} onClick={() => onStart(one.rights)}>
          {roleWord(one.code, one.name, t)}
        </button>
      ))}
    </p>
  )
}

function RightBoxes({ held, onChange }: { held: readonly Right[]; onChange: (held: Right[]) => void }) {
  const { t } = useWords()
  const put = (some: readonly Right[], on: boolean) =>
    onChange(rights.filter((right) => (some.includes(right) ? on : held.includes(right))))
  return groups.map((group) => {
    const all: readonly Right[] = rightGroups[group]
    const count = all.filter((right) => held.includes(right)).length
    return (
      <fieldset key={group} className="s-right-boxes">
        <legend>
          <Checkbox
            checked={count === all.length}
            indeterminate={count > 0 && count < all.length}
            aria-label={t('role.allOf', { group: t(`rightGroup.${group}`) })}
            onChange={(event) => put(all, event.target.checked)}
          >
            <b>{t(`rightGroup.${group}`)}</b>
          </Checkbox>
        </legend>
        {all.map((right) => (
          <div key={right}>
            <Checkbox checked={held.includes(right)} onChange={(event) => put([right], event.target.checked)}>
              {t(`right.${right}`)}
            </Checkbox>
          </div>
        ))}
      </fieldset>
    )
  })
}

/** What saving gives and takes. */
function Effect({ before, after }: { before: readonly Right[]; after: readonly Right[] }) {
  const { t, language } = useWords()
  const text = (some: readonly Right[]) =>
    listText(
      some.map((right) => t(`right.${right}`)),
      language,
    )
  const gained = after.filter((right) => !before.includes(right))
  const lost = before.filter((right) => !after.includes(right))
  if (gained.length + lost.length === 0) return null
  return (
    <div className="k-effect" role="status">
      {gained.length > 0 && <p>{t('role.gains', { rights: text(gained) })}</p>}
      {lost.length > 0 && <p>{t('role.loses', { rights: text(lost) })}</p>}
      <p className="k-quiet">{t('role.atOnce')}</p>
    </div>
  )
}

function Deletion({ role, onDone }: { role: Role; onDone: () => void }) {
  const { t } = useWords()
  const remove = useCommand('access.deleteRole')
  if (role.given || role.users > 0)
    return <p className="k-quiet">{t(role.given ? 'role.givenStays' : 'role.inUse')}</p>
  const run = async () => {
    const reply = await remove.run({ id: role.id, version: role.version })
    if (reply.ok) onDone()
  }
  return (
    <p>
      <Button danger loading={remove.pending} onClick={() => void run()}>
        {t('role.delete')}
      </Button>
      {remove.trouble && (
        <span className="k-trouble-line" role="alert">
          {remove.trouble}
        </span>
      )}
    </p>
  )
}
