/**
 * Who may import whom: one rule per sentence of docs/ARCHITECTURE.md, each with its reason as the comment that is
 * printed when it fires. `npm run check:boundaries` runs them; tests/boundaries plants a violation of every one and
 * proves that it fires. Patterns are matched against paths from the root, with forward slashes.
 *
 * TypeScript 7 has no API that this tool could read with, so the parser is swc; scripts/lib/boundaries.ts checks
 * with a second parser that no file and no import was overlooked.
 */

const ours = '^(shared|db|electron|renderer|tests|scripts)/'
const shipped = '^(shared|db|electron|renderer)/'
/** @param {string[]} names */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`

/** @type {{ name: string, severity: 'error', comment: string, from: object, to: object }[]} */
const forbidden = [
  {
    name: 'no-circles',
    comment:
      'Two files that need each other are one idea cut in the wrong place: neither can be read, tested or moved alone.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolvable',
    comment:
      'An import that leads nowhere is not seen by the other rules; imports carry the real file name with its extension.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-undeclared-packages',
    comment:
      'A package that is not in package.json is there by accident of another one and vanishes with its next version.',
    from: { path: shipped },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'values-stand-alone',
    comment: 'Money, dates and ids are the ground everything stands on: they know nothing above them.',
    from: { path: '^shared/values/' },
    to: { path: ours, pathNot: '^shared/values/' },
  },
  {
    name: 'domain-on-values-only',
    comment:
      'The hotel’s rules are pure functions on plain values: no contract, no words, no store, so that they are tested without any.',
    from: { path: '^shared/domain/' },
    to: { path: ours, pathNot: '^shared/(domain|values)/' },
  },
  {
    name: 'contract-on-domain-and-values-only',
    comment:
      'What the screen and the core agree on depends on the rules and the values alone; words and hosts come after it.',
    from: { path: '^shared/contract/' },
    to: { path: ours, pathNot: '^shared/(contract|domain|values)/' },
  },
  {
    name: 'shared-stands-below',
    comment: 'Shared runs in the page, in the core and in tests alike: it may know none of them.',
    from: { path: '^shared/' },
    to: { path: ours, pathNot: '^shared/' },
  },
  {
    name: 'shared-no-node',
    comment: 'Shared runs in a browser page too, where there are no files, no process and no sockets.',
    from: { path: '^shared/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'shared-pure-packages-only',
    comment:
      'Only packages that compute and touch nothing: schemas, phone numbers, pinyin, forms of characters, the Chinese calendar. Anything else belongs to a layer above.',
    from: { path: '^shared/' },
    to: {
      path: '(^|/)node_modules/',
      pathNot: packages('zod', 'libphonenumber-js', 'pinyin-pro', 'opencc-js', 'tyme4ts'),
    },
  },
  {
    name: 'db-on-values-and-domain-only',
    comment:
      'The store keeps and finds; it knows the values and the rules, not who asks (contract, core, hosts, page).',
    from: { path: '^db/' },
    to: { path: ours, pathNot: '^(db|shared/values|shared/domain)/' },
  },
  {
    name: 'queries-import-no-repository',
    comment:
      'A read model that borrows from what writes is changed by every write path: what both need stands beside them, in db itself or its schema.',
    from: { path: '^db/queries/' },
    to: { path: '^db/repositories/' },
  },
  {
    name: 'repositories-import-no-query',
    comment:
      'What writes reads only what it is about to write; a screen’s read model may change its columns without asking.',
    from: { path: '^db/repositories/' },
    to: { path: '^db/queries/' },
  },
  {
    name: 'kernel-imports-no-area',
    comment:
      'The kernel runs every operation and knows none: compose hands in handlers, settings and who is signed in, so that a new area changes no line of it.',
    from: { path: '^electron/core/kernel/' },
    to: { path: '^electron/core/', pathNot: '^electron/core/kernel/' },
  },
  {
    name: 'areas-through-public',
    comment:
      'An area shows others what its public.ts names and may rebuild the rest. Only compose.ts, handlers.ts and aggregates.ts, which list every area, import its handlers and aggregates.',
    from: { path: '^electron/core/([^/]+)/' },
    to: {
      path: '^electron/core/[^/]+/',
      pathNot: '^electron/core/($1|kernel)/|^electron/core/[^/]+/public\\.ts$',
    },
  },
  {
    name: 'prices-without-insight',
    comment:
      'A price never depends on a computed class, risk or value (PIPL article 24): rates and the planning of bookings know nothing of Insight. Screens may show both beside each other.',
    from: {
      path: '^(shared/domain|electron/core|db/queries|db/repositories)/(rate|booking)/|^shared/contract/(rate|booking)[^/]*\\.ts$',
    },
    to: { path: '(^|/)insight(/|-|\\.)' },
  },
  {
    name: 'core-on-db-and-shared-only',
    comment:
      'The application runs the same behind a window, a browser and a command line: it may know none of its hosts.',
    from: { path: '^electron/core/' },
    to: { path: ours, pathNot: '^(electron/core|db|shared)/' },
  },
  {
    name: 'core-no-network',
    comment: 'Talking over a socket is a host’s affair; the core answers calls and reaches out to nobody.',
    from: { path: '^electron/core/' },
    to: { path: '^(node:)?(http|https|http2|net|tls|dgram)$' },
  },
  {
    name: 'hosts-on-core-and-shared-only',
    comment:
      'A host is a thin adapter over the core: one that reads the store itself passes by permission and change log.',
    from: { path: '^electron/', pathNot: '^electron/(core|preload)/' },
    to: { path: ours, pathNot: '^(electron|shared)/' },
  },
  {
    name: 'hosts-keep-apart',
    comment:
      'Loopback serves without command line and window, and neither starts by loading the window’s code or its bridge.',
    from: { path: '^electron/(loopback|cli)/' },
    to: { path: '^electron/(main|preload)/' },
  },
  {
    name: 'main-not-preload',
    comment:
      'The preload script runs inside the page’s process: the main process names its file, it never loads it.',
    from: { path: '^electron/main/' },
    to: { path: '^electron/preload/' },
  },
  {
    name: 'only-compose-opens-the-store',
    comment:
      'One place takes the lock, checks, migrates and opens: a second door would skip some of it. Types and the reading of errors open nothing.',
    from: { path: '^electron/', pathNot: '^electron/core/compose(/|\\.ts$|-[a-z-]+\\.ts$)' },
    to: { path: '^db/dialect/', pathNot: '^db/dialect/errors\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'preload-on-contract-only',
    comment:
      'The bridge between page and program exposes call, on and platform: it needs the contract’s names and nothing else of ours.',
    from: { path: '^electron/preload/' },
    to: { path: ours, pathNot: '^(electron/preload|shared/contract)/' },
  },
  {
    name: 'preload-types-only',
    comment:
      'A sandboxed preload that loads code of ours brings that code into the page’s process: types vanish, code stays.',
    from: { path: '^electron/preload/' },
    to: { path: '^shared/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'preload-electron-only',
    comment: 'In the sandbox there is no Node and there should be no package but electron’s own bridge.',
    from: { path: '^electron/preload/' },
    to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'], pathNot: packages('electron') },
  },
  {
    name: 'renderer-on-shared-only',
    comment: 'The page reaches the program through the contract alone; it runs in a browser just as well.',
    from: { path: '^renderer/' },
    to: { path: ours, pathNot: '^(renderer|shared)/' },
  },
  {
    name: 'renderer-no-node',
    comment: 'The page has no Node, in the window as little as in the browser.',
    from: { path: '^renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'renderer-no-node-packages',
    comment:
      'Packages that read files and mails, hash passwords or decode spreadsheets are the core’s tools and would swell the page.',
    from: { path: '^renderer/' },
    to: {
      path: packages(
        '@node-rs/.+',
        'exceljs',
        'csv-parse',
        'iconv-lite',
        'saxes',
        'yauzl',
        'postal-mime',
        '@kenjiuno/.+',
        'htmlparser2',
        '@e-invoice-eu/.+',
      ),
    },
  },
  {
    name: 'nobody-on-tests',
    comment: 'What ships must not need what checks it.',
    from: { pathNot: '^tests/' },
    to: { path: '^tests/' },
  },
  {
    name: 'nobody-on-scripts',
    comment: 'Scripts build and check the program; they are not in the package that a hotel installs.',
    from: { path: shipped },
    to: { path: '^scripts/' },
  },
  {
    name: 'electron-only-in-main-and-preload',
    comment: 'Everything else also runs without Electron: in a browser, on the command line, under a test.',
    from: { path: ours, pathNot: '^electron/(main|preload)/' },
    to: { path: packages('electron', 'electron-log', 'electron-updater') },
  },
  {
    name: 'driver-only-in-dialect',
    comment:
      'A second store is coming: only the dialect knows which driver is underneath. Tests and benchmarks may look at the bare file.',
    from: { path: ours, pathNot: '^(db/dialect|tests)/' },
    to: { path: `${packages('better-sqlite3', 'better-sqlite3-multiple-ciphers')}|^node:sqlite$` },
  },
  {
    name: 'queries-only-in-db',
    comment:
      'All SQL stands in one layer, where its plans and its dialects are tested. The core takes Reader and Writer from db.',
    from: { path: ours, pathNot: '^(db|tests)/' },
    to: { path: packages('kysely') },
  },
  {
    name: 'handles-opened-only-in-db',
    comment:
      'Reader and Writer are opaque outside db; who imports what opens them could write past permission, change log and transaction.',
    from: { path: ours, pathNot: '^(db|tests)/' },
    to: { path: '^db/dialect/building\\.ts$' },
  },
  {
    name: 'raw-handle-only-in-db',
    comment:
      'The driver’s handle runs any SQL on the open store, past Reader and Writer: outside db not even its type is named.',
    from: { path: ours, pathNot: '^(db|tests)/' },
    to: { path: '^db/dialect/sqlite/(connection|examining)\\.ts$' },
  },
  {
    name: 'open-store-only-in-compose-and-doctor',
    comment:
      'The open store holds the driver’s handles: compose passes them to bulk writes, doctor to its checks, and nobody else has them.',
    from: { path: ours, pathNot: '^(db|tests)/|^electron/core/(compose\\.ts$|doctor/)' },
    to: { path: '^db/dialect/sqlite/open-store\\.ts$' },
  },
  {
    name: 'screen-packages-only-in-renderer',
    comment:
      'React and what draws with it belongs to the page; rules and figures must be usable without a screen.',
    from: { path: ours, pathNot: '^(renderer|tests)/' },
    to: {
      path: packages('react', 'react-dom', 'antd', '@ant-design/.+', 'echarts', 'zustand', '@tanstack/.+'),
    },
  },
  {
    name: 'base-below-all',
    comment:
      'Language, theme, keys, route and drafts serve every room of the page and know none, so that each room can rely on them.',
    from: { path: '^renderer/base/' },
    to: { path: '^renderer/', pathNot: '^renderer/base/' },
  },
  {
    name: 'api-on-base-only',
    comment:
      'The client and its hooks answer to every room above: one that knows a widget or a screen can’t be used by the others.',
    from: { path: '^renderer/api/' },
    to: { path: '^renderer/', pathNot: '^renderer/(base|api)/' },
  },
  {
    name: 'ui-on-api-and-base-only',
    comment: 'A widget knows no area of the hotel: what shows a guest or a booking is a part.',
    from: { path: '^renderer/ui/' },
    to: { path: '^renderer/', pathNot: '^renderer/(base|api|ui)/' },
  },
  {
    name: 'parts-below-features',
    comment:
      'A part is shown by several features: one that imports a feature drags that screen into all the others.',
    from: { path: '^renderer/parts/' },
    to: { path: '^renderer/', pathNot: '^renderer/(base|api|ui|parts)/' },
  },
  {
    name: 'no-feature-imports-a-feature',
    comment:
      'Screens of two areas are loaded and changed apart; what both show of one area moves to parts/<area>.',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'nobody-on-shell',
    comment:
      'The shell knows every screen: whoever imports the shell depends on all of them. What both need belongs to ui or base.',
    from: { path: ours, pathNot: '^(renderer/shell|tests)/' },
    to: { path: '^renderer/shell/' },
  },
].map((rule) => ({ ...rule, severity: /** @type {const} */ ('error') }))

export default {
  forbidden,
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|release)/|^tests/golden/' },
    enhancedResolveOptions: {
      // No guessing of extensions: Node runs these files as they are and guesses none either.
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      enforceExtension: false,
      exportsFields: ['exports'],
      importsFields: ['imports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
