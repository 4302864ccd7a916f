import type { backup as source } from '../en/backup.ts'
import type { Translation } from '../types.ts'

export const backup: Translation<typeof source> = {
  done: { create: '已开始备份', createAll: '已开始备份', updateSettings: '已保存备份设置' },
  state: {
    whole: '已校验',
    flawed: '已保留，但校验发现问题',
    missing: '备份文件缺失',
    cut: '备份文件不完整',
    unreadable: '备份说明已损坏',
  },
  refusal: {
    BACKUP_FOLDER_RELATIVE: '“{{folder}}”不是完整路径，请从盘符或根目录写起。',
    BACKUP_FOLDER_MISSING: '没有文件夹 {{folder}}。请核对路径，并确认磁盘或共享已连接。',
    BACKUP_NOT_A_FOLDER: '{{folder}} 是文件，请指定存放备份的文件夹。',
    BACKUP_ONTO_STORE: '{{folder}} 就是数据文件本身，请指定文件夹，最好在另一块磁盘上。',
    BACKUP_NO_ACCESS: '客迹无权使用文件夹 {{folder}}。请为当前用户开放读写权限，或另选文件夹。',
    BACKUP_BROKEN_OFF:
      '未完成备份：{{folder}} 目前无法使用（{{problem}}）。请检查磁盘或共享是否已连接、是否正常，然后重试。',
    BACKUP_FULL: '备份需要 {{needed}} MB，{{folder}} 仅剩 {{free}} MB。请腾出空间，或另选磁盘。',
    BACKUP_FULL_MIDWAY: '{{folder}} 所在磁盘已满，未完成的备份已删除。请腾出空间，或另选磁盘。',
    BACKUP_NO_HOTEL: '该数据文件中尚无酒店，没有可备份的内容。请先完成初始设置。',
    BACKUP_NEWER:
      '该数据文件由更新版本的客迹写入：格式为 {{found}}，本程序最高支持 {{known}}。请安装最新版本后再备份。',
    BACKUP_DIFFERS:
      '{{folder}} 中的备份回读后与数据文件不一致，已删除：磁盘或共享可能有故障。请另选位置后重新备份。',
    BACKUP_FLAWED_other:
      '{{file}} 已生成并保留，但校验发现 {{count}} 类问题，数据文件本身也有。请保留较早的备份，并运行“keyrack doctor”。',
    BACKUP_DEFECT: '备份到 {{folder}} 时客迹内部出错。日志中有记录，请重试。',
    RESTORE_BROKEN_OFF:
      '未恢复任何内容，数据文件未变：备份或数据文件所在磁盘目前无法使用（{{problem}}）。请检查两者是否已连接、是否正常，然后重试。',
    RESTORE_DAMAGED: '{{file}} 与生成时不符：已损坏或不完整。请另选备份。',
    RESTORE_FULL:
      '备份需要 {{needed}} MB，数据文件所在磁盘仅剩 {{free}} MB。请腾出空间；现有数据文件也会保留。',
    RESTORE_FULL_MIDWAY:
      '数据文件所在磁盘已满。未恢复任何内容，数据文件未变。请腾出空间；现有数据文件也会保留。',
    RESTORE_MANIFEST:
      '{{file}} 的备份说明已损坏，无法据此校验。请另选备份，或移走备份说明，以便直接检查该备份本身。',
    RESTORE_NEWER:
      '该备份由更新版本的客迹生成：格式为 {{found}}，本程序最高支持 {{known}}。请安装最新版本后再恢复。',
    RESTORE_NONE: '{{folder}} 中没有本数据文件的完整备份。“keyrack backups”可列出其中的备份。',
    RESTORE_NOT_A_COPY: '{{file}} 不是客迹数据文件的备份，请另选文件。',
    RESTORE_ONTO_ITSELF: '{{file}} 就是数据文件本身，请选择其备份。',
    RESTORE_OTHER_STORE:
      '该备份属于另一个数据文件（{{copy}}），不是现有的（{{present}}）。请选择本数据文件的备份，或恢复到没有数据文件的位置。',
    RESTORE_SEVERAL: '{{folder}} 中有多个数据文件的备份，请指定备份文件。',
    CANCELLED: '已停止，未生成备份。',
  },
}
