import type { Reader } from '#db/handles.ts'
import { passwordStamp } from '#db/password-stamp.ts'
import {
  findUser,
  findUserByLogin,
  insertUser,
  readUsers,
  type UserRow,
  updateUser as updateRow,
} from '#db/repositories/access/repository.ts'
import { flag } from '#db/schema/flag.ts'
import type { Image } from '#shared/domain/change/change.ts'
import { refuse, type UserId } from '#shared/values/index.ts'
import { reads, writesAfter } from '../kernel/handler.ts'
import { changeOf, conflict, done } from '../kernel/outcome.ts'
import { secondsToWait } from './attempts.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { refusalOfPassword } from './refuse-password.ts'
import { hasRole, keepsAdministrator } from './role-aggregate.ts'
import { countWrongPassword } from './sign-in.ts'

export const listUsers = reads('access.listUsers', async (db) =>
  (await readUsers(db)).map((user) => ({
    id: user.id,
    login: user.login,
    name: user.name,
    role: user.role,
    language: user.language as 'en',
    active: user.active === 1,
    lastSignIn: user.last_sign_in,
    version: user.version,
  })),
)

const create = writesAfter(
  'access.createUser',
  (_db, input) => hashPassword(input.password),
  async (tx, ctx, input, passwordHash) => {
    if (await findUserByLogin(tx, input.login)) return refuse('LOGIN_TAKEN', { login: input.login })
    if (!(await hasRole(tx, input.role))) return refuse('ROLE_UNKNOWN', { role: input.role })
    const weak = refusalOfPassword(input.password, [input.login, input.name, ctx.hotel.hotelName])
    if (weak) return weak
    const id = await insertUser(tx, {
      login: input.login,
      name: input.name,
      role: input.role,
      language: input.language,
      password_hash: passwordHash,
      active: 1,
      created_at: ctx.moment,
      version: 1,
    })
    const user = await findUser(tx, id)
    const passwordSet = passwordStamp(passwordHash)
    return done({ id, version: 1 }, user ? changeOf('user', id, null, { ...imageOf(user), passwordSet }) : [])
  },
)

const update = writesAfter(
  'access.updateUser',
  async (_db, input) => (input.password ? hashPassword(input.password) : null),
  async (tx, ctx, input, passwordHash) => {
    const user = await findUser(tx, input.id)
    if (!user) return refuse('USER_UNKNOWN', { id: input.id })
    if (user.version !== input.version) return conflict('user', input.id)
    const names = [user.login, input.name ?? user.name, ctx.hotel.hotelName]
    const weak = input.password === undefined ? null : refusalOfPassword(input.password, names)
    if (weak) return weak
    const next: UserRow = {
      ...user,
      name: input.name ?? user.name,
      role: input.role ?? user.role,
      language: input.language ?? user.language,
      active: input.active === undefined ? user.active : flag(input.active),
      password_hash: passwordHash ?? user.password_hash,
      version: user.version + 1,
    }
    if (next.role !== user.role && !(await hasRole(tx, next.role))) {
      return refuse('ROLE_UNKNOWN', { role: next.role })
    }
    if (!(await keepsAdministrator(tx, { user: next }))) return refuse('LAST_ADMINISTRATOR')
    const changes = changeOf('user', user.id, imageOf(user), {
      ...imageOf(next),
      ...(passwordHash ? { passwordSet: passwordStamp(passwordHash) } : {}),
    })
    if (changes.length === 0) return done({ id: user.id, version: user.version }, [])
    const { name, role, language, active, password_hash, version } = next
    const cleared = passwordHash ? { failed_attempts: 0, wait_until: null } : {}
    await updateRow(tx, user.id, { name, role, language, active, password_hash, version, ...cleared })
    const shutOut = passwordHash !== null || (user.active === 1 && active === 0)
    return { ...done({ id: user.id, version }, changes), ...(shutOut ? { ends: { othersOf: user.id } } : {}) }
  },
)

/** The password that is asked for again is the one that was set. */
async function hasPassword(db: Reader, id: UserId, password: string | undefined): Promise<boolean> {
  if (password === undefined) return true
  const user = await findUser(db, id)
  return passwordMatches(user?.password_hash ?? null, password)
}

export const createUser: typeof create = {
  ...create,
  matchesStoredReply: (db, input, { id }) => hasPassword(db, id, input.password),
}
export const updateUser: typeof update = {
  ...update,
  matchesStoredReply: (db, input) => hasPassword(db, input.id, input.password),
}

export const changePassword = writesAfter(
  'access.changePassword',
  async (db, input, ctx) => {
    const user = ctx.user?.id ? await findUser(db, ctx.user.id) : undefined
    const right = await passwordMatches(user?.password_hash ?? null, input.current)
    return { right, passwordHash: right ? await hashPassword(input.password) : '' }
  },
  async (tx, ctx, input, { right, passwordHash }) => {
    const user = ctx.user?.id ? await findUser(tx, ctx.user.id) : undefined
    if (!user) return refuse('WRONG_PASSWORD')
    const seconds = secondsToWait(user, ctx.moment)
    if (seconds > 0) return refuse('SIGN_IN_WAIT', { seconds })
    if (!right) return { answer: refuse('WRONG_PASSWORD'), changes: await countWrongPassword(tx, ctx, user) }
    const weak = refusalOfPassword(input.password, [user.login, user.name, ctx.hotel.hotelName])
    if (weak) return weak
    await updateRow(tx, user.id, {
      password_hash: passwordHash,
      version: user.version + 1,
      failed_attempts: 0,
    })
    const after = { passwordSet: passwordStamp(passwordHash) }
    return {
      ...done({}, [{ entity: 'user', id: user.id, before: {}, after }]),
      ends: { othersOf: user.id },
    }
  },
)

/** A user as the change log keeps it: never the hash. */
function imageOf(user: UserRow): Image {
  return {
    login: user.login,
    name: user.name,
    role: user.role,
    language: user.language,
    active: user.active === 1,
  }
}
