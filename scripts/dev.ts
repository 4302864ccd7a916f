import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'
import { wrapperForNobody } from './lib/desktop.ts'
import { type DesktopPlan, desktopPlan, homeOfNobody } from './lib/desktop-plan.ts'
import { entryLink, onwardToProgram } from './lib/dev-proxy.ts'
import { projectRoot } from './lib/root.mjs'
import { run, toolCommand } from './lib/tools.ts'

/**
 * `npm run dev`: the window with a page that changes as its files are saved, and a main process that starts again;
 * without Electron the same page in the browser, over the loopback host.
 */
const args = process.argv.slice(2)
const plan = await desktopPlan(args)
if (plan.note) console.error(plan.note)
process.exit(plan.open === 'window' ? await inWindow(plan) : await inBrowser())

async function inWindow(window: Extract<DesktopPlan, { open: 'window' }>): Promise<number> {
  const electron = window.command.at(-1) ?? ''
  // electron-vite starts one path and knows no prefix.
  const path = window.command.length > 1 ? wrapperForNobody(electron, homeOfNobody) : electron
  const rest = args.length > 0 ? ['--', ...args] : []
  const env = { ...process.env, ELECTRON_EXEC_PATH: path }
  return await run(toolCommand('electron-vite', ['dev', '--watch', ...rest]), { env })
}

async function inBrowser(): Promise<number> {
  const command = [join(projectRoot, 'electron/cli/main.ts'), 'serve', ...args]
  const program = spawn(process.execPath, command, {
    cwd: projectRoot,
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  const ended = new Promise<number>((resolve) => program.on('exit', (code) => resolve(code ?? 1)))
  let page: string | null = null
  for await (const line of createInterface({ input: program.stdout })) {
    const link = entryLink(line)
    if (!link) {
      console.log(line)
      continue
    }
    page ??= await servePage(link.origin)
    console.log(`With hot reload (a link lets one browser in): ${new URL(link.search, page).href}`)
  }
  return await ended
}

/** The page comes from its sources, freshly; every call goes on to the program. Returns the page’s address. */
async function servePage(program: string): Promise<string> {
  const server = await createServer({
    configFile: false,
    root: join(projectRoot, 'renderer'),
    plugins: [react()],
    server: { host: '127.0.0.1', proxy: onwardToProgram(program) },
  })
  await server.listen()
  return server.resolvedUrls?.local[0] ?? ''
}
