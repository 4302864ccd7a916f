import type { CommandName } from '#shared/contract/index.ts'
import type { Context } from '../kernel/context.ts'

/** Every open page learns that nearly everything it shows may be stale. */
export function tellChange(ctx: Context, operation: CommandName, batchId: number, change: number): void {
  ctx.store.events.send({
    type: 'changed',
    change,
    operation,
    actor: ctx.actor,
    entities: (['import-batch', 'booking', 'guest', 'account', 'room-type'] as const).map((kind) => ({
      kind,
      id: kind === 'import-batch' ? batchId : 0,
    })),
  })
}
