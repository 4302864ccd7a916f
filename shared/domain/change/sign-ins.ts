type Row = { entity: string; operation: string; after: Readonly<Record<string, unknown>> | null }

const routine: readonly string[] = ['access.signIn', 'access.signOut']

/** Somebody came or went, which says nothing in itself: many of these in a row are one line. A wrong password is not one. */
export function isSignIn({ entity, operation, after }: Row): boolean {
  return entity === 'access' && routine.includes(operation) && after?.wrongPassword === undefined
}
