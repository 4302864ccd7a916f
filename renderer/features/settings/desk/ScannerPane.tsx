import { Button, Radio } from 'antd'
import { useState } from 'react'
import { type Scan, saveScanSettings, scanSettings, useScan } from '#renderer/base/keys/scan.ts'
import {
  type ScanSettings,
  scanBounds,
  scanEnds,
  usualScanSettings,
} from '#renderer/base/keys/scan-machine.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { CheckRow, TextRow } from '../fields.tsx'
import { wholeNumber } from '../values.ts'

type Typed = Pick<ScanSettings, 'on' | 'end'> & { gapMs: string; endMs: string }

function typedOf({ on, end, gapMs, endMs }: ScanSettings): Typed {
  return { on, end, gapMs: String(gapMs), endMs: String(endMs) }
}

/** How this machine's scanner types: what is right is kept at once, and can be tried beside it. */
export function ScannerPane() {
  const { t } = useWords()
  const [typed, setTyped] = useState(() => typedOf(scanSettings()))
  const [scan, setScan] = useState<Scan | null>(null)
  useScan(setScan)
  const change = (patch: Partial<Typed>) => {
    const next = { ...typed, ...patch }
    setTyped(next)
    const gapMs = within('gapMs', next.gapMs)
    const endMs = within('endMs', next.endMs)
    if (gapMs !== null && endMs !== null) saveScanSettings({ on: next.on, end: next.end, gapMs, endMs })
  }
  const figure = (field: keyof typeof scanBounds) => (
    <TextRow
      label={t(`device.scanner.${field}`)}
      hint={t(`device.scanner.${field}Hint`)}
      figures
      disabled={!typed.on}
      value={typed[field]}
      onChange={(text) => change({ [field]: text })}
      error={within(field, typed[field]) === null ? t('device.scanner.bounds', scanBounds[field]) : undefined}
    />
  )
  return (
    <Pane
      title={t('device.scanner.title')}
      tools={<Button onClick={() => change(typedOf(usualScanSettings))}>{t('device.scanner.reset')}</Button>}
    >
      <div className="s-form k-padded">
        <CheckRow
          label={t('device.scanner.on')}
          hint={t('device.scanner.hint')}
          checked={typed.on}
          onChange={(on) => change({ on })}
        />
        <div className="k-field-row">
          {figure('gapMs')}
          {figure('endMs')}
        </div>
        <Field label={t('device.scanner.end')}>
          {(control) => (
            <Radio.Group
              {...control}
              optionType="button"
              disabled={!typed.on}
              value={typed.end}
              options={scanEnds.map((end) => ({ value: end, label: t(`device.scanner.ends.${end}`) }))}
              onChange={(event) => change({ end: event.target.value as ScanSettings['end'] })}
            />
          )}
        </Field>
        <p role="status">{typed.on ? triedWords(scan, t) : t('device.scanner.off')}</p>
      </div>
    </Pane>
  )
}

function triedWords(scan: Scan | null, t: ReturnType<typeof useWords>['t']): string {
  if (!scan) return t('device.scanner.try')
  if (scan.trouble !== null) return t('registration.scan.inputMethod')
  const lines = scan.text.split('\n').filter((line) => line !== '')
  return t('device.scanner.tried', { count: lines.join('').length, lines: lines.length })
}

function within(field: keyof typeof scanBounds, text: string): number | null {
  const value = wholeNumber(text)
  const { min, max } = scanBounds[field]
  return value !== null && value >= min && value <= max ? value : null
}
