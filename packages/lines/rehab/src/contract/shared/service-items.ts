import { type CodeList, defineCodeList } from '@opendpf/standards'

/** The four kinds of service of the bulletins, by the second digit of an item. */
export const serviceKinds: CodeList = defineCodeList({
  id: 'rehab-service-kind',
  zh: '康复服务类别',
  en: 'Kind of rehabilitation service',
  source: 'OpenDPF',
  entries: [
    { code: '1', zh: '康复医疗', en: 'Rehabilitation medicine' },
    { code: '2', zh: '功能训练', en: 'Functional training' },
    { code: '3', zh: '辅助器具适配', en: 'Assistive devices' },
    { code: '4', zh: '支持性服务', en: 'Supporting services' },
  ],
})

/**
 * The catalogue of basic rehabilitation services (残疾人基本康复服务目录). The first digit is the category of disability, `0` where an item is
 * of none; the second is the kind of service. What a county promises of each and since when stands in its standards.
 */
export const serviceItems: CodeList = defineCodeList({
  id: 'rehab-service-item',
  zh: '康复服务项目',
  en: 'Rehabilitation service',
  source: '残疾人基本康复服务目录（2019 年版）',
  entries: [
    { code: '011', zh: '麻风病治疗与康复', en: 'Leprosy treatment' },
    { code: '111', zh: '白内障复明手术', en: 'Cataract surgery' },
    { code: '112', zh: '其他眼科手术', en: 'Other eye surgery' },
    { code: '121', zh: '视功能训练', en: 'Training of vision' },
    { code: '122', zh: '定向行走训练', en: 'Orientation and mobility' },
    { code: '131', zh: '助视器适配', en: 'Low-vision aids' },
    { code: '132', zh: '盲杖和阅读辅具适配', en: 'Canes and reading aids' },
    { code: '141', zh: '视力残疾心理疏导与家属指导', en: 'Counselling and guidance, visual' },
    { code: '211', zh: '人工耳蜗植入', en: 'Cochlear implant' },
    { code: '221', zh: '听觉言语训练', en: 'Auditory and speech training' },
    { code: '231', zh: '助听器适配', en: 'Hearing aids' },
    { code: '241', zh: '手语与听力残疾家属指导', en: 'Sign language and guidance, hearing' },
    { code: '321', zh: '言语训练', en: 'Speech training' },
    { code: '331', zh: '沟通辅具适配', en: 'Communication aids' },
    { code: '341', zh: '言语残疾家属指导', en: 'Guidance of the family, speech' },
    { code: '411', zh: '肢体矫治手术', en: 'Corrective surgery' },
    { code: '421', zh: '运动与适应训练（儿童）', en: 'Motor and adaptive training of children' },
    { code: '422', zh: '康复治疗与训练（成人）', en: 'Therapy and training of adults' },
    { code: '431', zh: '假肢适配', en: 'Prostheses' },
    { code: '432', zh: '矫形器适配', en: 'Orthoses' },
    { code: '433', zh: '轮椅和助行器具适配', en: 'Wheelchairs and walking aids' },
    { code: '434', zh: '生活自助器具适配', en: 'Aids of daily life' },
    { code: '441', zh: '肢体残疾护理与日间照料', en: 'Care and day care, physical' },
    { code: '442', zh: '肢体残疾心理疏导', en: 'Counselling, physical' },
    { code: '521', zh: '认知与适应训练', en: 'Cognitive and adaptive training' },
    { code: '531', zh: '智力残疾专用辅具适配', en: 'Special aids, intellectual' },
    { code: '541', zh: '智力残疾照护与家属指导', en: 'Care and guidance, intellectual' },
    { code: '611', zh: '精神障碍服药补助', en: 'Medication' },
    { code: '612', zh: '精神障碍住院救助', en: 'Aid for treatment in hospital' },
    { code: '621', zh: '作业疗法训练', en: 'Occupational therapy' },
    { code: '622', zh: '孤独症沟通与适应训练', en: 'Communication and adaptive training, autism' },
    { code: '641', zh: '精神障碍社区康复与照护', en: 'Community rehabilitation and care, mental' },
    { code: '642', zh: '孤独症家庭支持', en: 'Support of the family, autism' },
  ],
})

/** The kind of service of an item. */
export function kindOfItem(item: string): string {
  return item.charAt(1)
}
