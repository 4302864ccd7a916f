import { contextBridge, ipcRenderer } from 'electron'
import type { AnyReply, AppEvent, Call } from '#shared/contract/index.ts'

type PickedFile = { file: string; name: string; bytes: number }

/** All that the page can reach: it is copied into the page, which gets neither electron nor the channels themselves. */
const bridge = {
  call: ({ operation, input, requestId, language, approval }: Call): Promise<AnyReply> =>
    ipcRenderer.invoke('app:call', {
      operation,
      input,
      ...(requestId ? { requestId } : {}),
      ...(language ? { language } : {}),
      ...(approval ? { approval } : {}),
    }),
  on: (listener: (event: AppEvent) => void): (() => void) => {
    const hear = (_event: unknown, told: AppEvent) => listener(told)
    ipcRenderer.on('app:event', hear)
    return () => void ipcRenderer.off('app:event', hear)
  },
  platform: {
    pickFile: (options: { extensions: string[] }): Promise<PickedFile | null> =>
      ipcRenderer.invoke('platform:pickFile', { extensions: [...options.extensions] }),
    saveFile: ({ name, content }: { name: string; content: Uint8Array }): Promise<boolean> =>
      ipcRenderer.invoke('platform:saveFile', { name, content }),
    print: (): Promise<boolean> => ipcRenderer.invoke('platform:print'),
    onPrint: (listener: () => void): void => void ipcRenderer.on('app:print', () => listener()),
    pickFolder: (): Promise<string | null> => ipcRenderer.invoke('platform:pickFolder'),
    restore: ({ folder }: { folder: string | null }): Promise<void> =>
      ipcRenderer.invoke('platform:restore', { folder }),
  },
}

const dark = matchMedia('(prefers-color-scheme: dark)')

// The start-up window is ours too, but has nothing to ask.
if (location.host !== 'trouble') {
  contextBridge.exposeInMainWorld('keyrack', bridge)
  window.addEventListener('DOMContentLoaded', tellLook)
}

/** The menu and the next start follow the language and the theme that the page is shown in. */
function tellLook(): void {
  const root = document.documentElement
  const tell = () =>
    ipcRenderer.send('app:look', {
      language: root.lang.toLowerCase().startsWith('zh') ? 'zh' : 'en',
      theme: themeOf(root),
      chosen: root.dataset.theme !== undefined,
    })
  new MutationObserver(tell).observe(root, { attributeFilter: ['lang', 'data-theme'] })
  dark.addEventListener('change', tell)
  tell()
}

function themeOf(root: HTMLElement): 'light' | 'night' {
  if (root.dataset.theme === 'night') return 'night'
  if (root.dataset.theme === 'light') return 'light'
  return dark.matches ? 'night' : 'light'
}
