import type { ColumnSpec } from '../layout/column-spec.js'

/** The columns of a roster of certificate holders, as a receiver would know them. */
export const personColumns: readonly ColumnSpec[] = [
  { field: 'name', labels: ['姓名', '残疾人姓名', 'Name'], kind: 'name', required: true },
  { field: 'sex', labels: ['性别', 'Sex', 'Gender'], kind: 'code', values: ['男', '女'] },
  { field: 'ethnicGroup', labels: ['民族', 'Ethnic group'], kind: 'code' },
  {
    field: 'idNumber',
    labels: ['公民身份号码', '身份证号码', '身份证号', '证件号码', 'ID number'],
    kind: 'id',
    required: true,
  },
  { field: 'certificateNumber', labels: ['残疾人证号', '残疾证号', 'Certificate number'], kind: 'certificate' },
  { field: 'disability', labels: ['残疾类别及等级', '残疾类别等级', '残疾情况'], kind: 'disability' },
  { field: 'category', labels: ['残疾类别', '残疾类型', 'Disability category'], kind: 'disability-category' },
  { field: 'grade', labels: ['残疾等级', '残疾级别', 'Disability grade'], kind: 'disability-grade' },
  { field: 'householdType', labels: ['户口性质', '户籍类型'], kind: 'code' },
  { field: 'town', labels: ['乡镇', '乡镇街道', '所属乡镇'], kind: 'division' },
  { field: 'village', labels: ['村', '村社区', '所属村'], kind: 'division' },
  { field: 'phone', labels: ['联系电话', '手机号码', 'Phone'], kind: 'phone' },
  { field: 'guardianName', labels: ['监护人姓名', "Guardian's name"], kind: 'name' },
  { field: 'issuedOn', labels: ['发证日期', 'Issued on'], kind: 'date' },
  { field: 'validUntil', labels: ['有效期至', '有效期限', 'Valid until'], kind: 'date' },
  { field: 'maritalStatus', labels: ['婚姻状况'], kind: 'code' },
  { field: 'education', labels: ['文化程度', '受教育程度'], kind: 'code' },
  { field: 'isLowIncome', labels: ['是否低保', '低保户'], kind: 'yes-no' },
  { field: 'remarks', labels: ['备注', 'Remarks'], kind: 'text' },
]
