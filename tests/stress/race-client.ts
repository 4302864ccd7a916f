/**
 * One of the browsers that race for a room: signed in over HTTP with a cookie of its own, asked by its parent when to
 * send what. Arguments: the link that lets it in, login, password.
 */
const [link = '', login = '', password = ''] = process.argv.slice(2)
const origin = new URL(link).origin
const entered = await fetch(link, { redirect: 'manual' })
let cookie = cookieIn(entered) ?? ''

function cookieIn({ headers }: Response): string | undefined {
  return headers.get('set-cookie')?.split(';')[0]
}

async function call(operation: string, input: object): Promise<unknown> {
  const response = await fetch(`${origin}/rpc`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie },
    body: JSON.stringify({ operation, input }),
  })
  // Who signs in gets another one.
  cookie = cookieIn(response) ?? cookie
  return response.json()
}

const signedIn = (await call('access.signIn', { login, password })) as { ok: boolean }
if (!signedIn.ok) throw new Error(JSON.stringify(signedIn))
process.on('message', (draft: object) => {
  call('booking.create', draft).then(
    (reply) => process.send?.(reply),
    (error: unknown) => process.send?.({ failed: String(error) }),
  )
})
process.send?.('ready')
