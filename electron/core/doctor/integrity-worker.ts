import { parentPort, workerData } from 'node:worker_threads'
import { examineIntegrityOfFile, type SecondConnection } from '#db/queries/doctor/integrity.ts'
import type { FromThread } from './integrity.ts'
import { lookSafely } from './look.ts'

// The thread in which the file's structure is checked, beside the checks that read the rows.
const begun = performance.now()
const send = (message: FromThread) => parentPort?.postMessage(message, [])
const findings = lookSafely('integrity', () =>
  examineIntegrityOfFile(workerData as SecondConnection, (done, total) => send({ progress: [done, total] })),
)
send({ findings, seconds: Math.round(performance.now() - begun) / 1000 })
