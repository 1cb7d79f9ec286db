import { type CodeList, defineCodeList } from '@opendpf/standards'

/** Kinds of assistive devices (辅助器具), in the groups of GB/T 16432. Somebody who has one does not get another of the kind within its useful life. */
export const deviceKinds: CodeList = defineCodeList({
  id: 'assistive-device-kind',
  zh: '辅助器具种类',
  en: 'Kind of assistive device',
  source: 'GB/T 16432',
  entries: [
    { code: '0603', zh: '脊柱和躯干矫形器', en: 'Spinal orthosis' },
    { code: '0606', zh: '上肢矫形器', en: 'Upper limb orthosis' },
    { code: '0612', zh: '下肢矫形器', en: 'Lower limb orthosis' },
    { code: '0618', zh: '上肢假肢', en: 'Upper limb prosthesis' },
    { code: '0624', zh: '下肢假肢', en: 'Lower limb prosthesis' },
    { code: '0912', zh: '如厕辅具', en: 'Toileting aid' },
    { code: '0933', zh: '洗浴辅具', en: 'Bathing aid' },
    { code: '1203', zh: '单臂操作助行器（拐杖、手杖）', en: 'Crutch or stick' },
    { code: '1206', zh: '双臂操作助行器', en: 'Walking frame' },
    { code: '1222', zh: '手动轮椅车', en: 'Manual wheelchair' },
    { code: '1223', zh: '电动轮椅车', en: 'Powered wheelchair' },
    { code: '1239', zh: '盲杖', en: 'White cane' },
    { code: '1812', zh: '护理床', en: 'Nursing bed' },
    { code: '2203', zh: '助视器', en: 'Low-vision aid' },
    { code: '2206', zh: '助听器', en: 'Hearing aid' },
    { code: '2221', zh: '沟通辅具', en: 'Communication aid' },
    { code: '2230', zh: '盲用阅读辅具', en: 'Reading aid of the blind' },
    { code: '0999', zh: '其他生活自助器具', en: 'Other aid of daily life' },
  ],
})
