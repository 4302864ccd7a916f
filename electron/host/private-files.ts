/**
 * What this program writes is for this user's eyes only: the store, its lock and mark, logs, lists of rejected rows,
 * uploads. Guests' names are in them, and the system's own rule would let everybody on the machine read them. To be called
 * before the first file is made. Windows keeps a user's folders to the user by itself.
 */
export function keepFilesPrivate(): void {
  process.umask(0o077)
}
