import type { Role } from '#shared/domain/access/roles.ts'
import type { Context } from '../kernel/context.ts'

/** The role of who asks. */
export function roleOf(ctx: Context): Role {
  return ctx.user?.role ?? 'clerk'
}
