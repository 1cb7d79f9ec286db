#!/usr/bin/env node
import { Command } from 'commander'
import { ConfigError, readConfig } from './config/config.js'
import { explain } from './explain.js'
import { version } from './version.js'

const config = () => readConfig(process.env, process.cwd())

/** Commands are loaded when they are called: a start must not wait for what it does not use. */
const program = new Command('opendpf')
  .description('县残联业务平台 / the platform of a county Disabled Persons’ Federation')
  .version(version)

program
  .command('serve')
  .description('启动服务 / start the server')
  .action(async () => (await import('./serve/serve.js')).serve(config()))
program
  .command('migrate')
  .description('升级数据库结构 / bring the database schema up to date')
  .action(async () => end(await (await import('./commands/migrate.js')).migrateCommand(config())))
program
  .command('backup <file>')
  .description('备份到一个文件 / back up into one file')
  .action(async (file: string) => end(await (await import('./commands/backup.js')).backupCommand(config(), file)))
program
  .command('restore <file>')
  .description('从备份恢复，核对后才生效 / restore a backup, proved before it holds')
  .option('--replace', '替换现有数据 / replace what is there', false)
  .action(async (file: string, options: { replace: boolean }) => end(await (await import('./commands/backup.js')).restoreCommand(config(), file, options)))
program
  .command('db')
  .description('显示数据库位置并打开客户端 / say where the database is and open it')
  .action(async () => end(await (await import('./commands/database.js')).databaseCommand(config())))
program
  .command('verify')
  .description('核对 / verify')
  .command('audit')
  .description('核对审计链和数据 / walk the audit chains and prove every row')
  .action(async () => end(await (await import('./commands/verify-audit.js')).verifyAuditCommand(config())))

function end(code: number): void {
  process.exitCode = code
}

try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : explain(error))
  process.exitCode = 1
}
