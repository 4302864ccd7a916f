import { ask, enter } from '#tests/hosts/ask.ts'

// One browser-like client in a process of its own: comes in by its link, and books whenever it is told to.
const link = process.argv[2] ?? ''
const { port } = new URL(link)
const cookie = await enter(link)

process.on('message', async ({ round, input }: { round: number; input: unknown }) => {
  const answer = await ask(Number(port), '/rpc', {
    method: 'POST',
    body: JSON.stringify({ operation: 'booking.create', input }),
    headers: { host: `127.0.0.1:${port}`, cookie, 'content-type': 'application/json' },
  })
  process.send?.({ round, reply: answer.json() })
})

const signedIn = await ask(Number(port), '/rpc', {
  method: 'POST',
  body: JSON.stringify({ operation: 'access.signIn', input: { login: 'admin', password: 'correct horse' } }),
  headers: { host: `127.0.0.1:${port}`, cookie, 'content-type': 'application/json' },
})
process.send?.({ ready: signedIn.json() })
