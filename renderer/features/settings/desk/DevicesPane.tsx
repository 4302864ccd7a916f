import { Select } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { Pane, Section } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { type DeviceKind, deviceKinds } from '#shared/domain/device/device.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { FormPane } from '../FormPane.tsx'
import { ReadOnlyNote } from '../ReadOnlyNote.tsx'
import type { SectionProps } from '../things.ts'
import { TryEncoder, TryPrinter, TryReader } from './TryDevice.tsx'

type Desk = OutputOf<'device.desk'>
type Adapters = OutputOf<'device.list'>

/** Which reader, encoder and printer this machine uses, each to be tried at once. */
export function DevicesPane({ editable }: SectionProps) {
  const { t } = useWords()
  const desk = useQuery('device.desk', {})
  const found = useQuery('device.list', {})
  const failed = (desk.data ? null : desk.failed) ?? (found.data ? null : found.failed)
  if (desk.data && found.data)
    return <Form desk={desk.data} found={found.data} editable={editable} onLook={found.retry} />
  return (
    <Pane title={t('settings.section.desk')}>
      {failed ? (
        <Trouble failed={failed} operation="device.list" onRetry={found.retry} />
      ) : (
        <RowSkeleton rows={5} />
      )}
    </Pane>
  )
}

type FormProps = { desk: Desk; found: Adapters; editable: boolean; onLook: () => void }

function Form({ desk, found, editable, onLook }: FormProps) {
  const { t, language } = useWords()
  const { workstation, version, ...fresh } = desk
  const form = useVersionedEdit(`settings:desk:${workstation}`, fresh, version, { stays: true })
  const save = useCommand('device.saveDesk')
  const submit = async () => {
    const reply = await form.save((upon) => save.run({ version: upon ?? version, ...form.value }))
    if (reply.ok) form.settle(reply.output.version)
  }
  const tries: Record<DeviceKind, React.ReactNode> = {
    reader: <TryReader />,
    encoder: <TryEncoder />,
    printer: <TryPrinter />,
  }
  return (
    <FormPane
      title={t('device.desk.title', { workstation })}
      canSave={editable && form.ready}
      saving={save.pending}
      onSave={submit}
      above={<ReadOnlyNote section="desk" editable={editable} />}
    >
      <FormNotes form={form} names={(field) => fieldName([field], language)} trouble={save.trouble} />
      <p className="k-quiet s-note">{t('device.desk.hint')}</p>
      {deviceKinds.map((kind) => (
        <div key={kind} className="s-device">
          <Field label={t(`device.kind.${kind}`)} error={save.errors[kind]}>
            {(control) => (
              <Select
                {...control}
                disabled={!editable}
                value={form.value[kind]}
                options={choicesOf(kind, form.value[kind], found, t)}
                onChange={(chosen: string) => {
                  form.change({ [kind]: chosen })
                  save.reset()
                }}
              />
            )}
          </Field>
          {/* What is tried is what is saved */}
          {fresh[kind] !== '' && fresh[kind] === form.value[kind] && tries[kind]}
        </div>
      ))}
      <Found found={found} onLook={onLook} />
    </FormPane>
  )
}

function choicesOf(kind: DeviceKind, chosen: string, found: Adapters, t: T) {
  const devices = found.flatMap((adapter) =>
    adapter.devices
      .filter((device) => device.kind === kind)
      .map((device) => ({
        value: `${adapter.id}/${device.id}`,
        label: `${device.name} · ${t(`device.state.${device.state}`)}`,
      })),
  )
  const gone =
    chosen !== '' && !devices.some(({ value }) => value === chosen)
      ? [{ value: chosen, label: t('device.gone', { ref: chosen }) }]
      : []
  return [{ value: '', label: t('device.none') }, ...devices, ...gone]
}

/** The adapters and what is wrong with each. */
function Found({ found, onLook }: { found: Adapters; onLook: () => void }) {
  const { t } = useWords()
  return (
    <Section
      title={t('device.desk.found')}
      tools={
        <button type="button" className="k-tool" onClick={onLook}>
          {t('device.desk.look')}
        </button>
      }
    >
      {found.length === 0 && <p className="k-quiet">{t('device.desk.noAdapter')}</p>}
      <ul className="k-plain-list">
        {found.map((adapter) => (
          <li key={adapter.id}>
            <b>{adapter.name}</b> <span className="k-quiet">{adapter.version}</span>
            {adapter.trouble && (
              <p className="k-trouble-line">
                <Mark of="warning" />{' '}
                {adapter.trouble.startsWith('DEVICE_')
                  ? t(`refusal.${adapter.trouble}` as 'refusal.DEVICE_AWAY')
                  : t(`device.fileTrouble.${adapter.trouble}` as 'device.fileTrouble.FILE_WRONG')}
              </p>
            )}
            <ul className="k-plain-list">
              {adapter.devices.map((device) => (
                <li key={device.id}>
                  {t(`device.kind.${device.kind}`)}: {device.name}, {t(`device.state.${device.state}`)}
                  {device.cards !== null && (
                    <span className="k-quiet"> · {t('device.cardsLeft', { count: device.cards })}</span>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}
