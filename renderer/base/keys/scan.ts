import { useLayoutEffect, useRef } from 'react'
import { isComposing } from './ime.ts'
import {
  idleScan,
  type Press,
  pressStep,
  type ScanSettings,
  type ScanState,
  settleStep,
  usualScanSettings,
} from './scan-machine.ts'
import { isTyping } from './typing.ts'

/** A whole scan, its lines divided by line breaks; `input-method`: a Chinese input method was on and took the keys. */
export type Scan = { text: string; trouble: null } | { text: ''; trouble: 'input-method' }

const kept = 'keyrack:scanner'

/** What this desk has set for scanners that act as keyboards. */
export function scanSettings(): ScanSettings {
  try {
    const own = JSON.parse(localStorage.getItem(kept) ?? '{}') as Partial<ScanSettings>
    return { ...usualScanSettings, ...own }
  } catch {
    return usualScanSettings
  }
}

/** Keeps settings at this desk, for whoever works at it. */
export function saveScanSettings(settings: ScanSettings): void {
  localStorage.setItem(kept, JSON.stringify(settings))
}

const listeners: ((scan: Scan) => void)[] = []

/** Takes scans while the component is mounted (and `on` is not false); what mounts later wins. */
export function useScan(onScan: (scan: Scan) => void, on = true): void {
  const latest = useRef(onScan)
  latest.current = onScan
  useLayoutEffect(() => {
    if (!on) return
    const listener = (scan: Scan) => latest.current(scan)
    listeners.push(listener)
    return () => {
      listeners.splice(listeners.indexOf(listener), 1)
    }
  }, [on])
}

type Field = HTMLInputElement | HTMLTextAreaElement
type Before = { field: Field; value: string; start: number | null; end: number | null }

/** Presses that are let go act as if they came now, and must not be held again. */
const released = new WeakSet<Event>()

/**
 * Watches for scans; where nobody takes them, keys are left alone. Answers the function that stops it. It must listen before
 * everything else that does, because a key of a scan is nobody's.
 */
export function watchScans(target: Window): () => void {
  let state: ScanState = idleScan
  /** What the field had before each character of the run. */
  let before: (Before | null)[] = []
  let targetOfRun: EventTarget | null = null
  let timer: number | undefined

  const tell = (scan: Scan) => listeners.at(-1)?.(scan)
  const release = (presses: readonly Press[]) => {
    for (const press of presses) pressAgain(target, targetOfRun, press)
  }
  const settle = () => {
    const settings = scanSettings()
    const step = settleStep(state, performance.now(), settings)
    state = step.state
    if (step.retract !== null) restore(before[step.retract])
    release(step.release)
    if (step.done !== null) tell({ text: step.done, trouble: null })
    if (step.byInputMethod) tell({ text: '', trouble: 'input-method' })
    if (state !== idleScan) wait(settings)
  }
  const wait = (settings: ScanSettings) => {
    target.clearTimeout(timer)
    const slow = state.scanning || state.composed > 0
    timer = target.setTimeout(settle, (slow ? settings.endMs : settings.gapMs) + 5)
  }
  const press = (event: KeyboardEvent) => {
    if (released.has(event) || listeners.length === 0) return
    const settings = scanSettings()
    if (!settings.on || event.repeat) return
    const inField = isTyping(event.target)
    const step = pressStep(
      state,
      {
        key: event.key,
        at: event.timeStamp,
        inField,
        composing: isComposing(event),
        modified: event.ctrlKey || event.altKey || event.metaKey,
      },
      settings,
    )
    const { scanning } = state
    state = step.state
    if (step.verdict !== 'pass') {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    if (step.retract !== null) restore(before[step.retract])
    release(step.release)
    if (state.run.length === 1) before = []
    if (!scanning && event.key.length === 1) before.push(snapshot(event.target))
    if (state.run.length === 1) targetOfRun = event.target
    if (step.done !== null) tell({ text: step.done, trouble: null })
    if (state !== idleScan) wait(settings)
  }
  target.addEventListener('keydown', press, true)
  return () => {
    target.clearTimeout(timer)
    target.removeEventListener('keydown', press, true)
  }
}

function snapshot(target: EventTarget | null): Before | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null
  const text = target instanceof HTMLTextAreaElement || /^(text|search|tel|url|password)$/.test(target.type)
  return {
    field: target,
    value: target.value,
    start: text ? target.selectionStart : null,
    end: text ? target.selectionEnd : null,
  }
}

/** Gives a field back what it had, in a way that its page hears of. */
function restore(before: Before | null | undefined): void {
  if (!before || before.field.value === before.value) return
  const { field, value, start, end } = before
  const proto =
    field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  if (start !== null) field.setSelectionRange(start, end)
}

/** Lets a key that was kept back act: for the screen as a key, and for a field that took the focus meanwhile as text. */
function pressAgain(target: Window, where: EventTarget | null, { key }: Press): void {
  const { document } = target
  const on = where instanceof Node && where.isConnected ? where : document.body
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true })
  released.add(event)
  if (on.dispatchEvent(event) && isTyping(document.activeElement))
    document.execCommand('insertText', false, key)
}
