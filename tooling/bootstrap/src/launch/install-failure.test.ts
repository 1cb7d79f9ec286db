import { expect, test } from 'vitest'
import { explainInstallFailure } from './install-failure.mjs'

test.each([
  ['ENOSPC: no space left on device, write', '磁盘空间不足'],
  ['ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with "frozen-lockfile"', 'pnpm-lock.yaml 不一致'],
  ["EACCES: permission denied, mkdir '/opt/opendpf/node_modules'", '没有写入权限'],
  ['npm error code EAI_AGAIN', '无法连接软件包仓库'],
  ['error sending request for url (https://registry.npmjs.org/zod)', '无法连接软件包仓库'],
  ['sh: 1: npx: not found', '找不到 npx'],
  ['something nobody has seen', '安装依赖包失败'],
])('%s is explained', (output, words) => {
  expect(explainInstallFailure(output).zh).toContain(words)
})

test('every explanation says the same in English', () => {
  expect(explainInstallFailure('ENOSPC').en).toContain('disk space')
  expect(explainInstallFailure('ETIMEDOUT').en).toContain('registry')
})
