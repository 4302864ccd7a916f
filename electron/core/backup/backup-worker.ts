import { statSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { copyWithFacts, examineCopy, NotCopied, sameFacts } from '#db/queries/backup/copy.ts'
import { stepBack } from '../jobs/public.ts'
import type { FromThread, ThreadAsked } from './copy-in-thread.ts'
import { digestOfFile } from './digest-file.ts'
import { codeOf } from './folder.ts'

// The thread in which a store is copied and the copy checked, on connections of its own.
const asked = workerData as ThreadAsked
const send = (message: FromThread) => parentPort?.postMessage(message, [])

class Stopped extends Error {}

/** Where each part of the job begins and ends, in percent of its time. */
const shares = { copy: [0, 25], integrity: [25, 75], chain: [75, 92], digest: [92, 100] } as const
let shown = 0
/** About how many bytes SQLite checks in a second; only the bar's pace depends on it. */
const checkedPerSecond = 80_000_000

function endIfAsked(): void {
  if (Atomics.load(asked.stop, 0) !== 0) throw new Stopped()
}

function progressOf(part: keyof typeof shares) {
  const [from, to] = shares[part]
  return (done: number, total: number) => {
    endIfAsked()
    const percent = Math.floor(from + (total > 0 ? done / total : 0) * (to - from))
    if (percent > shown) send({ percent })
    shown = Math.max(shown, percent)
  }
}

async function copyAndCheck(): Promise<FromThread> {
  const { store: file, nativeBinding, to } = asked
  const { facts, rule } = await copyWithFacts({ file, nativeBinding }, to, progressOf('copy'))
  send({ silence: { to: shares.integrity[1], seconds: statSync(to).size / checkedPerSecond } })
  const examined = examineCopy({ file: to, nativeBinding }, progressOf('integrity'), progressOf('chain'))
  // A file that was cut to end the check differs too.
  endIfAsked()
  if (!sameFacts(facts, examined.facts)) return { trouble: { why: 'differs' } }
  const { bytes, sha256 } = await digestOfFile(to, progressOf('digest'))
  return { copied: { facts, rule, findings: examined.findings, bytes, sha256 } }
}

function troubleOf(error: unknown): FromThread {
  if (error instanceof Stopped || Atomics.load(asked.stop, 0) !== 0) return { trouble: { why: 'stopped' } }
  if (error instanceof NotCopied) {
    const { reason, format } = error
    return { trouble: reason === 'newer' ? { why: 'newer', format } : { why: 'no-hotel' } }
  }
  const code = codeOf(error)
  if (code === null) throw error
  return { trouble: { why: 'failed', code } }
}

stepBack()
void copyAndCheck().catch(troubleOf).then(send)
