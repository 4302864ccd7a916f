import { z } from 'zod'
import { roles } from '../domain/access/roles.ts'
import type { UserId } from '../values/index.ts'
import { empty, id, line, moment, saved, version } from './fields.ts'
import { command, query } from './operation.ts'

export const language = z.enum(['en', 'zh'], { error: 'invalid.choice' })
export type Language = z.infer<typeof language>

const login = z
  .string({ error: 'invalid.required' })
  .trim()
  .toLowerCase()
  .min(2, 'invalid.login')
  .max(40, 'invalid.tooLong')
  .regex(/^[a-z0-9][a-z0-9._-]*$/, 'invalid.login')
/** 8 characters at least; length beats rules of composition (NIST SP 800-63B, 5.1.1.2). */
export const newPassword = z
  .string({ error: 'invalid.required' })
  .min(8, 'invalid.passwordShort')
  .max(200, 'invalid.tooLong')

/** A new password that is guessed first: on a kept list of common ones, or little more than names that are known here. */
export const weakPassword = ['PASSWORD_COMMON', 'PASSWORD_NAMES'] as const

export const sessionView = z.strictObject({
  user: z.strictObject({
    id: id<UserId>(),
    login: z.string(),
    name: z.string(),
    role: z.enum(roles),
    language,
  }),
})

export const signIn = command({
  name: 'access.signIn',
  about: 'Signs a user in at this workstation; throttled after wrong passwords.',
  input: z.strictObject({
    login,
    password: z.string({ error: 'invalid.required' }).max(200, 'invalid.tooLong'),
  }),
  output: sessionView,
  /** SIGN_IN_WAIT carries `seconds`. */
  refusals: ['WRONG_PASSWORD', 'SIGN_IN_WAIT'],
  permission: 'public',
  undoable: false,
  receipt: false,
  session: 'begins',
})

export const signOut = command({
  name: 'access.signOut',
  about: 'Ends the session at this workstation.',
  input: empty,
  output: empty,
  permission: 'clerk',
  undoable: false,
  receipt: false,
  session: 'ends',
})

export const session = query({
  name: 'access.session',
  about: 'Who is signed in at this workstation, or null.',
  input: empty,
  output: sessionView.nullable(),
  permission: 'public',
  reads: ['user', 'access'],
})

export const attend = query({
  name: 'access.attend',
  about:
    'Says that somebody is at the desk, which puts off its idle lock as commands do. Reading alone does not.',
  input: empty,
  output: empty,
  permission: 'clerk',
  reads: [],
})

export const listSessions = query({
  name: 'access.listSessions',
  about: 'Who is signed in where: one’s own sessions, and for administrators everybody’s.',
  input: empty,
  output: z.array(
    z.strictObject({
      session: z.string(),
      user: id<UserId>(),
      login: z.string(),
      name: z.string(),
      workstation: z.string(),
      since: moment,
      lastAct: moment,
      /** The one that asks. */
      current: z.boolean(),
    }),
  ),
  permission: 'clerk',
  reads: ['access', 'user'],
})

export const endSession = command({
  name: 'access.endSession',
  about: 'Ends a session at once, as if it had signed out: one’s own, and for administrators anybody’s.',
  input: z.strictObject({ session: z.string().max(40, 'invalid.tooLong') }),
  output: empty,
  refusals: ['SESSION_UNKNOWN'],
  permission: 'clerk',
  undoable: false,
})

export const signInList = query({
  name: 'access.signInList',
  about: 'Logins and names of active users, and the words each is found by, for the sign-in screen.',
  input: empty,
  output: z.array(z.strictObject({ login: z.string(), name: z.string(), words: z.array(z.string()) })),
  permission: 'public',
  reads: ['user'],
})

const userView = z.strictObject({
  id: id<UserId>(),
  login: z.string(),
  name: z.string(),
  role: z.enum(roles),
  language,
  active: z.boolean(),
  lastSignIn: moment.nullable(),
  version,
})

export const listUsers = query({
  name: 'access.listUsers',
  about: 'All users with role and state.',
  input: empty,
  output: z.array(userView),
  permission: 'administrator',
  reads: ['user'],
})

export const whoMay = query({
  name: 'access.whoMay',
  about: 'What the active users are called who may do what asks for this role.',
  input: z.strictObject({ role: z.enum(roles, { error: 'invalid.choice' }) }),
  output: z.array(z.string()),
  permission: 'clerk',
  reads: ['user'],
})

export const createUser = command({
  name: 'access.createUser',
  about: 'Adds a user.',
  input: z.strictObject({
    login,
    name: line(80),
    role: z.enum(roles, { error: 'invalid.choice' }),
    language,
    password: newPassword,
  }),
  output: saved<UserId>(),
  refusals: ['LOGIN_TAKEN', ...weakPassword],
  permission: 'administrator',
  undoable: false,
  secrets: ['password'],
})

export const updateUser = command({
  name: 'access.updateUser',
  about:
    'Changes a user; a new password here is a reset by an administrator. The last active administrator stays one.',
  input: z.strictObject({
    id: id<UserId>(),
    version,
    name: line(80).optional(),
    role: z.enum(roles, { error: 'invalid.choice' }).optional(),
    language: language.optional(),
    active: z.boolean().optional(),
    password: newPassword.optional(),
  }),
  output: saved<UserId>(),
  refusals: ['USER_UNKNOWN', 'LAST_ADMINISTRATOR', ...weakPassword],
  permission: 'administrator',
  undoable: false,
  secrets: ['password'],
})

export const changePassword = command({
  name: 'access.changePassword',
  about: "Changes the signed-in user's own password.",
  input: z.strictObject({ current: z.string().max(200, 'invalid.tooLong'), password: newPassword }),
  output: empty,
  refusals: ['WRONG_PASSWORD', 'SIGN_IN_WAIT', ...weakPassword],
  permission: 'clerk',
  undoable: false,
  receipt: false,
})
