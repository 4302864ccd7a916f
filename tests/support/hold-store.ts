import { openStore } from '#db/dialect/sqlite/store.ts'

// Opens a store, says so, and holds it until it is killed.
const opened = await openStore(process.argv[2] ?? '', {
  mode: process.argv[3] === 'new' ? 'new' : 'existing',
})
process.send?.('trouble' in opened ? opened.trouble.code : 'open')
setInterval(() => undefined, 60_000)
