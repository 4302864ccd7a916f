import { z } from 'zod'
import { rights } from '../domain/access/rights.ts'
import type { RoleId, UserId } from '../values/index.ts'
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
    /** The role's code, the name that the hotel gave it (empty: the catalogue's), and what it may. */
    role: z.string(),
    roleName: z.string(),
    rights: z.array(z.enum(rights)).readonly(),
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

export const approve = command({
  name: 'access.approve',
  about:
    'Says who somebody is who approves an act of the signed-in user, by password; throttled as signing in. A call that carries an approval does it by itself.',
  input: z.strictObject({
    login,
    password: z.string({ error: 'invalid.required' }).max(200, 'invalid.tooLong'),
  }),
  output: z.strictObject({ id: id<UserId>(), login: z.string() }),
  refusals: ['WRONG_PASSWORD', 'SIGN_IN_WAIT', 'APPROVER_SELF'],
  permission: 'signed-in',
  undoable: false,
  receipt: false,
})

export const approvers = query({
  name: 'access.approvers',
  about: 'Active users besides who asks who have this right, and the words each is found by.',
  input: z.strictObject({ right: z.enum(rights, { error: 'invalid.choice' }) }),
  output: z.array(z.strictObject({ login: z.string(), name: z.string(), words: z.array(z.string()) })),
  permission: 'signed-in',
  reads: ['user', 'role'],
})

export const signOut = command({
  name: 'access.signOut',
  about: 'Ends the session at this workstation.',
  input: empty,
  output: empty,
  permission: 'signed-in',
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
  reads: ['user', 'role', 'access'],
})

export const attend = query({
  name: 'access.attend',
  about:
    'Says that somebody is at the desk, which puts off its idle lock as commands do. Reading alone does not.',
  input: empty,
  output: empty,
  permission: 'signed-in',
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
  permission: 'signed-in',
  reads: ['access', 'user'],
})

export const endSession = command({
  name: 'access.endSession',
  about: 'Ends a session at once, as if it had signed out: one’s own, and for administrators anybody’s.',
  input: z.strictObject({ session: z.string().max(40, 'invalid.tooLong') }),
  output: empty,
  refusals: ['SESSION_UNKNOWN'],
  permission: 'signed-in',
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

/** A role's code. */
const roleCode = line(60)
const right = z.enum(rights, { error: 'invalid.choice' })

const userView = z.strictObject({
  id: id<UserId>(),
  login: z.string(),
  name: z.string(),
  role: z.string(),
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
  permission: 'users',
  reads: ['user'],
})

export const whoMay = query({
  name: 'access.whoMay',
  about: 'What the active users are called who have this right.',
  input: z.strictObject({ right }),
  output: z.array(z.string()),
  permission: 'signed-in',
  reads: ['user', 'role'],
})

export const createUser = command({
  name: 'access.createUser',
  about: 'Adds a user.',
  input: z.strictObject({
    login,
    name: line(80),
    role: roleCode,
    language,
    password: newPassword,
  }),
  output: saved<UserId>(),
  refusals: ['LOGIN_TAKEN', 'ROLE_UNKNOWN', ...weakPassword],
  permission: 'users',
  undoable: false,
  secrets: ['password'],
})

export const updateUser = command({
  name: 'access.updateUser',
  about:
    'Changes a user; a new password here is a reset by an administrator. Somebody active stays who manages users and roles.',
  input: z.strictObject({
    id: id<UserId>(),
    version,
    name: line(80).optional(),
    role: roleCode.optional(),
    language: language.optional(),
    active: z.boolean().optional(),
    password: newPassword.optional(),
  }),
  output: saved<UserId>(),
  refusals: ['USER_UNKNOWN', 'ROLE_UNKNOWN', 'LAST_ADMINISTRATOR', ...weakPassword],
  permission: 'users',
  undoable: false,
  secrets: ['password'],
})

export const changePassword = command({
  name: 'access.changePassword',
  about: "Changes the signed-in user's own password.",
  input: z.strictObject({ current: z.string().max(200, 'invalid.tooLong'), password: newPassword }),
  output: empty,
  refusals: ['WRONG_PASSWORD', 'SIGN_IN_WAIT', ...weakPassword],
  permission: 'signed-in',
  undoable: false,
  receipt: false,
})

export const listRoles = query({
  name: 'access.listRoles',
  about: 'All roles with their rights, and how many users have each.',
  input: empty,
  output: z.array(
    z.strictObject({
      id: id<RoleId>(),
      code: z.string(),
      /** Empty for a given role: the catalogue has its name. */
      name: z.string(),
      rights: z.array(z.enum(rights)).readonly(),
      given: z.boolean(),
      /** A given role that an administrator changed. */
      adjusted: z.boolean(),
      /** Users who may sign in, and all. */
      active: z.number().int(),
      users: z.number().int(),
      version,
    }),
  ),
  permission: 'signed-in',
  reads: ['role', 'user'],
})

export const saveRole = command({
  name: 'access.saveRole',
  about:
    'Makes a role, or changes its rights and an own one’s name. Applies at once at every desk. Somebody active stays who manages users and roles.',
  input: z.strictObject({
    id: id<RoleId>().optional(),
    version: version.optional(),
    /** A given role keeps its name. */
    name: line(40).optional(),
    rights: z.array(right).max(rights.length, 'invalid.tooMany'),
  }),
  output: saved<RoleId>(),
  /** NAME_NEEDED: an own role has a name. */
  refusals: ['ROLE_UNKNOWN', 'ROLE_NAME_NEEDED', 'ROLE_NAME_TAKEN', 'LAST_ADMINISTRATOR'],
  permission: 'users',
  undoable: true,
})

export const deleteRole = command({
  name: 'access.deleteRole',
  about: 'Deletes an own role that no user has.',
  input: z.strictObject({ id: id<RoleId>(), version }),
  output: empty,
  refusals: ['ROLE_UNKNOWN', 'ROLE_GIVEN', 'ROLE_IN_USE'],
  permission: 'users',
  undoable: true,
})
