import type { Fault } from '#shared/contract/index.ts'
import type { Bridge } from './ipc.ts'
import { paperOffered, printBySheet, printPaper } from './print-paper.ts'

/** A file handed over for import: `file` is what `import.inspect` and `import.start` take. Pages never see a path. */
export type PickedFile = { file: string; name: string; bytes: number }
/** Why the host did not take a file; null where nothing answered. */
export type NotTaken = { fault: Fault | null }

/** What differs between a desktop window and a browser. */
export interface Platform {
  kind: 'desktop' | 'browser'
  /** Lets the user choose a file and hands it to the host; null when nothing was chosen. Progress is 0…1. */
  pickFile(extensions: string[], onProgress?: (done: number) => void): Promise<PickedFile | NotTaken | null>
  /** Takes a dropped file. */
  takeFile(file: File, onProgress?: (done: number) => void): Promise<PickedFile | NotTaken>
  /** Offers content to be kept as a file; false when the user left the dialog. */
  saveFile(name: string, content: Blob): Promise<boolean>
  /** Prints a page that is whole in itself, by the system's own dialog. */
  print(html: string): Promise<void>
  /** The system's own dialog for a folder, in full; absent where a page can't learn where a folder is. */
  pickFolder?(): Promise<string | null>
  /** Closes the store and begins to restore a copy out of a folder; absent where others may have the store open. */
  restore?(folder: string | null): Promise<void>
}

let platform: Platform | null = null

/** Sets the platform at start. */
export function choosePlatform(chosen: Platform): void {
  platform = chosen
}

/** The platform chosen at start. */
export function thePlatform(): Platform {
  if (!platform) throw new Error('no platform chosen yet')
  return platform
}

/** The desktop window: dialogs of the system, through the bridge. Its menu prints the paper that is offered, else the screen. */
export function desktopPlatform(bridge: Bridge): Platform {
  bridge.platform.onPrint(() => {
    const paper = paperOffered()
    if (paper) paper.print()
    else void bridge.platform.print()
  })
  return {
    kind: 'desktop',
    pickFile: (extensions) => bridge.platform.pickFile({ extensions }),
    // A dropped file is uploaded to the window's own origin, as in the browser: the host keeps it as a token
    takeFile: (file, onProgress) => upload(file, onProgress),
    saveFile: async (name, content) =>
      bridge.platform.saveFile({ name, content: new Uint8Array(await content.arrayBuffer()) }),
    print: (html) => printPaper(html, () => bridge.platform.print()),
    pickFolder: () => bridge.platform.pickFolder(),
    restore: (folder) => bridge.platform.restore({ folder }),
  }
}

/** A browser: a file field, an upload to the host, a download link. Its own menu prints the paper that is offered, too. */
export function browserPlatform(): Platform {
  printBySheet()
  return {
    kind: 'browser',
    async pickFile(extensions, onProgress) {
      const file = await chooseFile(extensions)
      return file ? upload(file, onProgress) : null
    },
    takeFile: upload,
    saveFile: async (name, content) => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(content)
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
      return true
    },
    print: (html) => printPaper(html, async () => window.print()),
  }
}

/** Lets the user choose a file that the page itself reads: it is handed to no host. */
export function chooseFile(extensions: string[]): Promise<File | null> {
  return new Promise((resolve) => {
    const field = document.createElement('input')
    field.type = 'file'
    field.accept = extensions.map((extension) => `.${extension}`).join(',')
    field.hidden = true
    const end = (file: File | null) => {
      field.remove()
      resolve(file)
    }
    field.addEventListener('change', () => end(field.files?.[0] ?? null))
    field.addEventListener('cancel', () => end(null))
    // Within the page: a field that nobody holds may be swept away while its dialog is shown
    document.body.append(field)
    field.click()
  })
}

/** POST /upload with the file as the body and its name in a header; XMLHttpRequest, because fetch tells no progress. */
function upload(file: File, onProgress?: (done: number) => void): Promise<PickedFile | NotTaken> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/upload')
    request.responseType = 'json'
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total)
    request.onload = () => {
      const answer = request.response as { file?: string; fault?: Fault } | null
      if (answer?.file) resolve({ file: answer.file, name: file.name, bytes: file.size })
      else resolve({ fault: answer?.fault ?? null })
    }
    request.onerror = () => resolve({ fault: null })
    request.send(file)
  })
}
