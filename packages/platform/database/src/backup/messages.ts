import type { OwnedServerLocale } from '../owned/messages.js'

/** What can go wrong with a backup, by stable code: what happened, where, and what to do. `{name}` stands for a parameter. */
export const backupMessages = {
  BACKUP_FILE_EXISTS: {
    'zh-CN': '文件 {file} 已存在，备份不会覆盖已有文件。请换一个文件名。',
    en: 'The file {file} exists, and a backup never overwrites one. Choose another name.',
  },
  BACKUP_NOT_WRITABLE: {
    'zh-CN': '无法写入备份文件 {file}（{detail}）。数据库没有改动。请检查目录是否存在、有无写入权限，或换用其他位置。',
    en: 'The backup file {file} cannot be written ({detail}). The database was not changed. Check that the folder exists and may be written, or choose another place.',
  },
  BACKUP_DISK_FULL: {
    'zh-CN':
      '磁盘空间不足，备份文件 {file} 未能写完，已删除未完成的部分。数据库没有改动。请清理空间或换用其他位置后重试。',
    en: 'The disk became full before the backup file {file} was complete; the unfinished part was removed. The database was not changed. Free some space or choose another place, and try again.',
  },
  BACKUP_LARGE_OBJECTS: {
    'zh-CN': '数据库 {database} 中有大对象（pg_largeobject），本备份方式不能保存。未生成备份。请改用 pg_dump 备份。',
    en: 'The database {database} holds large objects (pg_largeobject), which this kind of backup cannot keep. No backup was made. Use pg_dump instead.',
  },
  BACKUP_FILE_MISSING: {
    'zh-CN': '无法读取备份文件 {file}（{detail}）。数据库没有改动。请检查文件路径和读取权限。',
    en: 'The backup file {file} cannot be read ({detail}). The database was not changed. Check its path and permissions.',
  },
  BACKUP_NOT_A_BACKUP: {
    'zh-CN': '文件 {file} 不是本系统的备份文件。数据库没有改动。请选择由“备份”生成的文件。',
    en: 'The file {file} is not a backup made by this system. The database was not changed. Choose a file that a backup made.',
  },
  BACKUP_INCOMPLETE: {
    'zh-CN': '备份文件 {file} 不完整（{detail}），可能在复制时中断。数据库没有改动。请使用完整的文件或另一份备份。',
    en: 'The backup file {file} is not complete ({detail}); perhaps copying it was cut off. The database was not changed. Use a complete file or another backup.',
  },
  BACKUP_DAMAGED: {
    'zh-CN': '备份文件 {file} 已损坏：{part} 的校验值不符。数据库没有改动。请使用另一份备份。',
    en: 'The backup file {file} is damaged: the checksum of {part} does not match. The database was not changed. Use another backup.',
  },
  BACKUP_FORMAT_NEWER: {
    'zh-CN':
      '备份文件 {file} 的格式版本为 {format}，本程序只能读取到版本 {known}。数据库没有改动。请用较新的程序恢复。',
    en: 'The backup file {file} has format version {format}; this program reads up to version {known}. The database was not changed. Restore it with a newer program.',
  },
  BACKUP_OTHER_VERSION: {
    'zh-CN':
      '备份文件 {file} 由版本 {version} 生成，表结构版本与本程序不一致（仅备份有：{extra}；备份没有：{missing}）。数据库没有改动。请用版本 {version} 的程序恢复，再升级程序。',
    en: 'The backup file {file} was made by version {version}, whose schema version differs from that of this program (only in the backup: {extra}; not in the backup: {missing}). The database was not changed. Restore it with version {version}, then upgrade.',
  },
  BACKUP_OTHER_SCHEMA: {
    'zh-CN':
      '数据库 {database} 的表结构与备份文件 {file} 不一致（仅备份有：{extra}；备份没有：{missing}）。数据库没有改动。请先用本程序对该数据库执行迁移，再恢复。',
    en: 'The schema of the database {database} differs from that of the backup file {file} (only in the backup: {extra}; not in the backup: {missing}). The database was not changed. Migrate the database with this program first, then restore.',
  },
  BACKUP_NOT_EMPTY: {
    'zh-CN':
      '数据库 {database} 中已有数据（{tables}），恢复会将其全部替换。数据库没有改动。请恢复到空数据库；如确需替换，请明确指定。',
    en: 'The database {database} holds data ({tables}), which a restore would replace. The database was not changed. Restore into an empty database, or say explicitly that it is to be replaced.',
  },
  BACKUP_BUSY: {
    'zh-CN': '数据库 {database} 正在被使用，{seconds} 秒内无法独占。数据库没有改动。请先停止服务再恢复。',
    en: 'The database {database} is in use and could not be had alone within {seconds} seconds. The database was not changed. Stop the service before restoring.',
  },
  BACKUP_NEEDS_OWNER: {
    'zh-CN':
      '数据库用户 {user} 无权暂停触发器和外键检查，不能恢复。数据库没有改动。请以超级用户连接，或授予其 session_replication_role 的设置权限。',
    en: 'The database user {user} may not set triggers and foreign keys aside, so it cannot restore. The database was not changed. Connect as a superuser, or grant it SET ON PARAMETER session_replication_role.',
  },
  BACKUP_COUNT_MISMATCH: {
    'zh-CN':
      '恢复后表 {table} 有 {found} 行，备份中为 {expected} 行。已全部撤销，数据库没有改动。请使用另一份备份，或反馈此问题。',
    en: 'After restoring, the table {table} has {found} rows where the backup has {expected}. Everything was undone; the database was not changed. Use another backup, or report this.',
  },
} as const satisfies Record<string, Record<OwnedServerLocale, string>>

/** A stable code of a {@link BackupError}. */
export type BackupErrorCode = keyof typeof backupMessages
