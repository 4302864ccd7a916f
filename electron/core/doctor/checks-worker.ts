import { parentPort, workerData } from 'node:worker_threads'
import { onSecondConnection } from '#db/queries/doctor/second-connection.ts'
import type { FromThread, ThreadData } from './aside.ts'
import { integrity, type OnProgress, runCheck, takeRowChecks } from './checks.ts'

// The thread that checks the file's structure beside the checks of rows, and then takes those that are left.
const { turns, ...connection } = workerData as ThreadData
const send = (message: FromThread) => parentPort?.postMessage(message, [])
const onProgress: OnProgress = (...progress) => send({ progress })
const now = () => performance.now()
const checked = onSecondConnection(connection, (raw) => [
  runCheck(integrity, raw, now, onProgress),
  ...takeRowChecks(turns, raw, now, onProgress),
])
send({ checked })
