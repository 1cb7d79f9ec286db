/** The line's own texts in Chinese. */
export const zh = {
  title: '康复',
  'file.document.card': '康复服务卡',
  'fitting.document.receipt': '辅助器具发放单',

  'desk.client': '待评定和制定方案',
  'desk.plan': '待同意的康复方案',
  'desk.followUp': '待回访',
  'desk.guard': '待落实监护',
  'desk.surgery': '白内障手术安排',
  'desk.fitting': '辅具评估和发放',
  'desk.repair': '待维修辅具',
  'desk.relief': '儿童康复救助办理',
  'desk.aid': '医疗康复救助办理',
  'desk.remedy': '机构检查和整改',
  'desk.station': '站点验收和整改',

  'group.service': '康复服务',
  'group.devices': '复明手术和辅助器具',
  'group.aid': '康复救助',
  'group.network': '康复机构和站点',

  'panel.title': '康复情况',
  'panel.needs': '康复相关需求',
  'panel.files': '个人康复档案',
  'panel.services': '最近的康复服务',
  'panel.devices': '待发放和使用中的辅具',
  'panel.none': '没有记录',
} as const
