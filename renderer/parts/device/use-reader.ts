import { useEffect, useRef, useState } from 'react'
import { theClient } from '#renderer/api/client.ts'
import { codeOf, type FailedReply } from '#renderer/api/reply-error.ts'
import { useMay } from '#renderer/base/desk.ts'
import type { Scan } from '#renderer/base/keys/scan.ts'
import { useDeskDevices } from './use-desk-devices.ts'

/** How soon an adapter that does not answer is asked again. */
const againMs = 5_000
/** A wait that ended at once (another window waits by now) is not begun again at once. */
const pauseMs = 1_000

/**
 * The reader of this desk: it reads when it is asked, and what it pushes by itself comes like a scan by keyboard. Where it does
 * not answer, the desk is told and goes on.
 */
export function useReader(onScan: (scan: Scan) => void) {
  const { reader } = useDeskDevices()
  const has = useMay()('registration') && reader !== ''
  const [reading, setReading] = useState(false)
  const [failed, setFailed] = useState<FailedReply | null>(null)
  const [away, setAway] = useState<FailedReply | null>(null)
  const latest = useRef(onScan)
  latest.current = onScan
  useEffect(() => {
    if (!has) return
    const stop = new AbortController()
    void follow(stop.signal, (text) => latest.current({ text, trouble: null }), setAway)
    return () => stop.abort()
  }, [has])
  const read = async () => {
    if (!has || reading) return
    setReading(true)
    setFailed(null)
    const reply = await theClient().call('device.readDocument', {})
    setReading(false)
    if (reply.ok) latest.current({ text: reply.output.text, trouble: null })
    else setFailed(reply as FailedReply)
  }
  return { has, reading, read: () => void read(), failed: failed ?? (reading ? null : away) }
}

async function follow(
  stop: AbortSignal,
  onText: (text: string) => void,
  setAway: (failed: FailedReply | null) => void,
): Promise<void> {
  while (!stop.aborted) {
    await untilFocused(stop)
    const begun = performance.now()
    const reply = await theClient()
      .call('device.nextScan', {}, { signal: stop })
      .catch(() => null)
    if (!reply || stop.aborted) return
    setAway(reply.ok ? null : (reply as FailedReply))
    if (reply.ok) {
      if (reply.output.text !== null) onText(reply.output.text)
      else if (performance.now() - begun < pauseMs) await pause(pauseMs, stop)
      continue
    }
    // A reader that never pushes is no trouble: it reads when it is asked
    if (codeOf(reply as FailedReply) === 'DEVICE_UNSUPPORTED') return setAway(null)
    await pause(againMs, stop)
  }
}

/** What is pushed belongs to the window that the clerk looks at. */
function untilFocused(stop: AbortSignal): Promise<void> {
  if (document.hasFocus()) return Promise.resolve()
  return new Promise((resolve) => {
    const end = () => {
      window.removeEventListener('focus', end)
      stop.removeEventListener('abort', end)
      resolve()
    }
    window.addEventListener('focus', end)
    stop.addEventListener('abort', end)
  })
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    stop.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
