import type { store as source } from '../en/store.ts'
import type { Translation } from '../types.ts'

export const store: Translation<typeof source> = {
  STORE_MISSING: {
    happened: '{{file}} 处没有数据文件。',
    remedy: '请核对路径，并确认所在磁盘已连接。',
  },
  STORE_FOLDER_MISSING: {
    happened: '{{file}} 所在的文件夹不存在。',
    remedy: '请核对路径，或先建好文件夹。',
  },
  STORE_IS_FOLDER: {
    happened: '{{file}} 是文件夹，不是数据文件。',
    remedy: '请指定其中的数据文件，例如 hotel.keyrack。',
  },
  STORE_NOT_A_STORE: {
    happened: '{{file}} 不是客迹的数据文件，内容未作改动。',
    remedy: '请另选文件；若它本应是数据文件，请取用最近的备份。',
  },
  STORE_EXISTS: {
    happened: '{{file}} 处已有数据文件，内容未作改动。',
    remedy: '请为新的数据文件另取名称。',
  },
  STORE_LOCKED: {
    happened: '{{file}} 正被另一个客迹程序（进程 {{process}}）使用。',
    remedy: '请先在那里关闭，或直接在那里操作。',
  },
  STORE_LOCKED_BY_UNKNOWN: {
    happened: '{{file}} 正被另一个客迹程序使用。',
    remedy: '请先在那里关闭，或直接在那里操作。',
  },
  STORE_NEWER: {
    happened: '{{file}} 由更新版本的客迹写成：格式为 {{found}}，本程序最高支持 {{known}}。内容未作改动。',
    remedy: '请安装客迹的最新版本后再打开。',
  },
  STORE_DAMAGED: {
    happened: '{{file}} 已损坏，未写入任何内容。',
    remedy: '请先将该文件及其旁边的同名文件复制到安全处，再恢复最近的备份。',
  },
  STORE_READ_ONLY: {
    happened: '客迹无权写入 {{file}} 或其所在文件夹。',
    remedy: '请为当前用户开通写入权限，或改用别处的数据文件。',
  },
  STORE_NO_ACCESS: {
    happened: '客迹无权查看 {{file}} 或其所在文件夹。',
    remedy: '请为当前用户开通该处的读写权限，或以建立该数据文件的用户启动客迹。',
  },
  STORE_LINKED: {
    happened: '{{file}} 另有一个名称（硬链接），两个程序可能互相覆盖。内容未作改动。',
    remedy: '请删去另一个名称，或将数据文件复制为独立的文件后打开。',
  },
  STORE_REMAINS: {
    happened:
      '{{file}} 旁留有另一数据文件最后写入的内容（{{file}}-wal 或 -journal）：该数据文件在使用期间被移动或删除。未新建，也未删除任何内容。',
    remedy: '请将该数据文件放回此处后打开；若已遗失，请先将旁边的文件移到安全处，再新建数据文件。',
  },
  STORE_NETWORK: {
    happened: '{{file}} 在网络共享上，连接中断可能损坏数据。',
    remedy: '请将数据文件移到本机磁盘后再打开。',
  },
  STORE_FULL: {
    happened: '{{file}} 所在磁盘空间已满，未写入任何内容。',
    remedy: '请腾出空间后重试。',
  },
  STORE_UNAVAILABLE: {
    happened: '磁盘无法读取 {{file}}。',
    remedy: '请检查磁盘与文件权限后重试。',
  },
}
