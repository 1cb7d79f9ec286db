#!/usr/bin/env node
import { Command } from 'commander'
import { ConfigError, readConfig } from './config/config.js'
import { explain } from './explain.js'
import { version } from './version.js'
import { withoutGrowing } from './young-space.js'

const config = () => readConfig(process.env, process.cwd())

/** Commands are loaded when they are called: a start must not wait for what it does not use. */
const program = new Command('opendpf')
  .description('县残联业务平台 / the platform of a county Disabled Persons’ Federation')
  .version(version)

program
  .command('serve')
  .description('启动服务 / start the server')
  .action(async () => (await withoutGrowing(() => import('./serve/serve.js'))).serve(config()))
program
  .command('work')
  .description('处理排队的任务，空闲一分钟后退出 / do the jobs that wait, and end when there are none')
  .action(async () => end(await (await import('./commands/work.js')).workCommand(config())))
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
  .action(async (file: string, options: { replace: boolean }) =>
    end(await (await import('./commands/backup.js')).restoreCommand(config(), file, options)),
  )
program
  .command('db')
  .description('显示数据库位置并打开客户端 / say where the database is and open it')
  .action(async () => end(await (await import('./commands/database.js')).databaseCommand(config())))
const verify = program.command('verify').description('核对 / verify')
verify
  .command('audit')
  .description('核对审计链和数据 / walk the audit chains and prove every row')
  .action(async () => end(await (await import('./commands/verify-audit.js')).verifyAuditCommand(config())))
verify
  .command('files')
  .description('核对附件是否齐全、未被改动 / read every attached file and name what is missing or altered')
  .action(async () => end(await (await import('./commands/verify-files.js')).verifyFilesCommand(config())))
verify
  .command('figures')
  .description('重新计算固定的统计数据 / compute every frozen figure again')
  .action(async () => end(await (await import('./commands/verify-figures.js')).verifyFiguresCommand(config())))

program
  .command('init')
  .description('建立本县并创建首批管理员 / set the county up with its first administrators')
  .requiredOption('--code <code>', '县级区划代码（12 位） / division code of the county')
  .requiredOption('--name <name>', '县名 / name of the county')
  .action(async (options: { code: string; name: string }) =>
    end(await (await import('./commands/init.js')).initCommand(config(), options)),
  )
program
  .command('import <file>')
  .description('导入表格文件 / import a spreadsheet')
  .requiredOption('--kind <kind>', '导入种类，如 certificates.roster / what the file holds')
  .requiredOption('--as <username>', '以哪个用户的权限导入 / the user whose import it is')
  .option('--valid-rows', '有问题的行不导入，其余照常 / leave refused rows out', false)
  .action(async (file: string, options: { kind: string; as: string; validRows: boolean }) =>
    end(await (await import('./commands/import.js')).importCommand(config(), file, options)),
  )
program
  .command('report <folder>')
  .description('把年度计划的总结报告写成文件（Word、Excel、网页） / write the report of a year’s plan as files')
  .requiredOption('--year <year>', '计划年度 / year of the plan')
  .requiredOption('--as <username>', '以哪个用户的权限 / the user whose report it is')
  .option('--kind <kind>', '报告类别：year-end 或 next-year / year-end or next-year', 'year-end')
  .action(async (folder: string, options: { year: string; kind: string; as: string }) =>
    end(await (await import('./commands/report.js')).reportCommand(config(), folder, options)),
  )
const keys = program.command('keys').description('加密密钥 / encryption keys')
keys
  .command('add')
  .description('添加一个新密钥 / add a field key')
  .action(async () => end(await (await import('./commands/keys.js')).addKeyCommand(config())))
keys
  .command('reseal')
  .description('用新密钥重新加密现有数据 / seal everything anew with the newest key')
  .action(async () => end(await (await import('./commands/keys.js')).resealCommand(config())))

function end(code: number): void {
  process.exitCode = code
}

try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : explain(error))
  process.exitCode = 1
}
