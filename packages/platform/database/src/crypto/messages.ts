import { defineMessages } from '@opendpf/messages'

/** What can go wrong with keys and sealed values, by stable code: what happened, where, and what to do. */
export const cryptoMessages = defineMessages({
  'zh-CN': {
    KEYS_TOO_OPEN:
      '密钥文件 {{path}} 的权限过宽（{{mode}}），其他用户可以读取，已拒绝使用。请执行：chmod 600 {{path}}，再重新启动。',
    KEYS_MISSING:
      '找不到密钥文件 {{path}}。没有密钥，已加密的数据无法读取；系统不会自行另建密钥。请从备份中恢复该文件，或检查 {{setting}} 是否填写正确。',
    KEYS_UNREADABLE: '无法读取密钥文件 {{path}}（{{detail}}）。请检查文件的所有者和权限。',
    KEYS_NOT_WRITTEN: '无法写入密钥文件 {{path}}（{{detail}}）。原有密钥未作任何改动。请检查磁盘空间和目录权限。',
    KEYS_BROKEN: '{{source}} 中的密钥内容有误（{{detail}}）。未作任何改动。请从备份中恢复密钥，切勿手工修改。',
    KEYS_SUITE_UNKNOWN: '不支持的加密算法“{{suite}}”。可选：{{known}}。请更正 {{setting}}。',
    KEYS_FULL: '密钥环 {{source}} 中的密钥编号已用完（上限 {{limit}}），不能再增加密钥。',
    KEYS_KEPT_ELSEWHERE: '密钥由环境变量 {{setting}} 提供，系统不能改写。请在密钥保管处增加新密钥，再重新启动。',
    SEAL_BROKEN:
      '{{context}} 中有一个加密值无法解开：内容已被改动、被移到别的栏目，或不是用现有密钥加密的。请从备份中恢复，并通知系统管理员。',
    SEAL_KEY_UNKNOWN:
      '{{context}} 中有一个值是用编号 {{key}} 的密钥加密的，而密钥环中没有该密钥。请从备份中恢复密钥文件。',
    SEAL_FORMAT_UNKNOWN: '{{context}} 中有一个值不是本系统的加密格式。请确认程序版本，必要时从备份中恢复。',
  },
  en: {
    KEYS_TOO_OPEN:
      'The key file {{path}} can be read by other users (mode {{mode}}) and was refused. Run: chmod 600 {{path}}, and start again.',
    KEYS_MISSING:
      'There is no key file {{path}}. Without it nothing that was encrypted can be read, so no new keys were made. Restore the file from a backup, or check {{setting}}.',
    KEYS_UNREADABLE: 'The key file {{path}} cannot be read ({{detail}}). Check who owns it and who may read it.',
    KEYS_NOT_WRITTEN:
      'The key file {{path}} cannot be written ({{detail}}). The keys that are there were not changed. Check the free space and the rights on the folder.',
    KEYS_BROKEN:
      'The keys in {{source}} are damaged ({{detail}}). Nothing was changed. Restore them from a backup; do not edit them by hand.',
    KEYS_SUITE_UNKNOWN: 'There is no cipher suite “{{suite}}”. Choose one of: {{known}}. Correct {{setting}}.',
    KEYS_FULL: 'The key ring {{source}} has used up its key numbers (at most {{limit}}); no key can be added.',
    KEYS_KEPT_ELSEWHERE:
      'The keys come from the environment ({{setting}}), which the system cannot change. Add the new key where they are kept and start again.',
    SEAL_BROKEN:
      'A sealed value of {{context}} does not open: it was altered, moved from another column, or sealed with other keys. Restore it from a backup and tell the administrator.',
    SEAL_KEY_UNKNOWN:
      'A value of {{context}} was sealed with key {{key}}, which the key ring does not hold. Restore the key file from a backup.',
    SEAL_FORMAT_UNKNOWN:
      'A value of {{context}} is not in a sealed format of this system. Check the program version; restore it from a backup if need be.',
  },
})

/** A stable code of a {@link CryptoError}. */
export type CryptoErrorCode = keyof (typeof cryptoMessages)['en']
