import { openStore } from '#db/dialect/store.ts'

// Opens a store, says so, and holds it until it is killed.
const opened = await openStore(process.argv[2] ?? '', { mode: 'existing' })
process.send?.('trouble' in opened ? opened.trouble.code : 'open')
setInterval(() => undefined, 60_000)
