import { fileURLToPath } from 'node:url'

// The store's binary ends an older Node without a word. Nothing else is loaded before this is known.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 14)) {
  console.error(
    `Keyrack needs Node 22.14 or newer; this is Node ${process.versions.node}. ` +
      'Start it with “npm run keyrack -- …”, which brings its own Node, or install a newer one.\n' +
      `客迹需要 Node 22.14 或更高版本，当前为 ${process.versions.node}。` +
      '请用“npm run keyrack -- …”启动（自带 Node），或安装新版本。',
  )
  process.exit(1)
}

void start()

/** A function, because the built command line is CommonJS, which awaits nothing at its top level. */
async function start(): Promise<never> {
  const [{ stayLean }, { keepFilesPrivate }] = await Promise.all([
    import('../host/memory.ts'),
    import('../host/private-files.ts'),
  ])
  stayLean()
  keepFilesPrivate()
  const [{ runCli }, { userDataFolder }] = await Promise.all([
    import('./run.ts'),
    import('../host/places.ts'),
  ])
  // From the sources and from `out/main`, both two folders below the root.
  const renderer = fileURLToPath(new URL('../../out/renderer', import.meta.url))
  process.exit(await runCli(process.argv.slice(2), { renderer, userData: userDataFolder() }))
}
