import { Radio } from 'antd'
import { useRef, useState } from 'react'
import { blobOfFile } from '#renderer/api/file-content.ts'
import { thePlatform } from '#renderer/api/platform.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { cancelRun } from '#renderer/parts/report/use-worked-out.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { type ReportFormat, reportFormats } from '#shared/domain/report/formats.ts'
import { fileActs } from './acts.ts'
import type { Asked } from './drill.ts'
import { type FileAsk, fileInput } from './file-ask.ts'
import { ScheduleDrawer } from './schedules/ScheduleDrawer.tsx'
import { type Beginning, patched } from './schedules/schedule-form.ts'

/** Saves what is shown in a file of any format; a report also by itself at chosen hours. */
export function FileTool({ ask }: { ask: FileAsk }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  useActs(fileActs, { file: () => setOpen(true) })
  const [beginning, setBeginning] = useState<Beginning | null>(null)
  const schedule = ({ name: report, parameters }: Asked) => {
    setOpen(false)
    setBeginning({
      report,
      parameters: patched(parameters, {}),
      name: t(`report.name.${report}`),
    })
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('reportText.file.button')} <KeyHint keys={fileActs.file.key} />
      </Button>
      {isOpen && <FileDrawer ask={ask} onSchedule={schedule} onClose={() => setOpen(false)} />}
      {beginning && (
        <ScheduleDrawer schedule={undefined} beginning={beginning} onClose={() => setBeginning(null)} />
      )}
    </>
  )
}

type DrawerProps = { ask: FileAsk; onSchedule: (report: Asked) => void; onClose: () => void }

/** The file is made by the host and then handed to the system's dialog, or to the browser as a download. */
function FileDrawer({ ask, onSchedule, onClose }: DrawerProps) {
  const { t, language } = useWords()
  const may = useMay()
  const [format, setFormat] = useState<ReportFormat>('pdf')
  const run = useRef(crypto.randomUUID())
  const { run: make, pending, trouble, ended } = useCommand(ask.operation)
  const report = ask.operation === 'report.export' ? (ask.input as Asked) : null
  const save = async () => {
    const reply = await make(fileInput(ask, { format, language, run: run.current }))
    ended()
    if (!reply.ok) return
    if (await thePlatform().saveFile(reply.output.name, blobOfFile(reply.output))) onClose()
  }
  const leave = () => {
    if (pending) cancelRun(run.current)
    onClose()
  }
  return (
    <SideDrawer
      open
      title={t('reportText.file.button')}
      onClose={leave}
      submit={{ label: t('reportText.file.save'), run: () => void save(), pending }}
    >
      <Field label={t('reportText.file.format')} error={trouble ?? undefined}>
        {(control) => (
          <Radio.Group
            {...control}
            value={format}
            onChange={(event) => setFormat(event.target.value as ReportFormat)}
            vertical
            options={reportFormats.map((one) => ({ value: one, label: t(`reportText.file.of.${one}`) }))}
          />
        )}
      </Field>
      {report && may('reports-schedule') && (
        <div className="rs-later">
          <Button onClick={() => onSchedule(report)}>{t('reportSchedule.this')}</Button>
          <p className="k-field-hint">{t('reportSchedule.thisHint')}</p>
        </div>
      )}
    </SideDrawer>
  )
}
