import { defineMessages } from '@opendpf/messages'

/** The texts of the record `webhook`. */
export const webhookMessages = defineMessages({
  'zh-CN': {
    webhook: '消息推送',
    'webhook.title': '接收系统',
    'webhook.url': '接收地址',
    'webhook.secret': '签名密钥',
    'webhook.events': '推送的事件',
    'webhook.isActive': '启用',
    'webhook.division': '所属区划',
    'webhook.problem.address': '{{label}}不是有效的网址，也不能带用户名、密码或锚点',
    'webhook.problem.scheme': '{{label}}应以 https:// 开头；内部网络的地址须由系统管理员在配置中列出',
    'webhook.problem.inside': '{{label}}在内部网络中，须由系统管理员在配置中列出',
    'webhook.problem.secret': '{{label}}至少 16 个字符',
    'webhook.problem.division': '事件只记录发生在哪个县，{{label}}在县级以下的收不到推送',
  },
  en: {
    webhook: 'Webhook',
    'webhook.title': 'Receiving system',
    'webhook.url': 'Address',
    'webhook.secret': 'Signing secret',
    'webhook.events': 'Events sent',
    'webhook.isActive': 'Active',
    'webhook.division': 'Division',
    'webhook.problem.address': '{{label}} is no valid address, or has a user name, a password or a fragment',
    'webhook.problem.scheme':
      '{{label}} must begin with https://; addresses inside the network must be listed in the configuration',
    'webhook.problem.inside': '{{label}} lies inside the network and must be listed in the configuration',
    'webhook.problem.secret': '{{label}} needs at least 16 characters',
    'webhook.problem.division':
      'Events say only in which county they happened: nothing is sent to a {{label}} below the county',
  },
})
