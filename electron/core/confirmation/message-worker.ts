import { parentPort, workerData } from 'node:worker_threads'
import { markupText, messageText } from './message-text.ts'
import type { ThreadAnswer, ThreadAsked } from './text-in-thread.ts'

// The thread in which a file from outside is taken apart: what eats memory or never ends there takes nothing down with it.
const asked = workerData as ThreadAsked
const said = 'bytes' in asked ? messageText(asked.bytes) : markupText(asked.markup)

void said.then((text) => parentPort?.postMessage({ text } satisfies ThreadAnswer, []))
