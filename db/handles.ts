/**
 * What the core holds of the store. The types are opaque, so that only db builds queries and `ctx.store.reader` can't
 * be asked to insert; inside db, `dialect/building.ts` opens them.
 */
declare const reading: unique symbol
declare const writing: unique symbol
declare const between: unique symbol
declare const scanning: unique symbol
declare const deriving: unique symbol
declare const versioning: unique symbol

/** Reads: what is committed, or inside a transaction also what it has written. */
export type Reader = { readonly [reading]: true }

/** The one open transaction. What writes asks for it, so that a write outside a transaction does not compile. */
export type Writer = Reader & { readonly [writing]: true }

/** A connection between transactions: it reads, and `inTransaction` begins a transaction on it. */
export type Connection = Reader & { readonly [between]: true }

/** The store on a connection of the worker's own: long synchronous reads that no desk waits for. It writes nothing. */
export type LongReader = { readonly [scanning]: true }

/** The file of Insight's derived data beside the store, on the one connection that writes it. */
export type InsightFile = { readonly [deriving]: true }

/** The file of versions that reports read, likewise. */
export type ReportFile = { readonly [versioning]: true }
