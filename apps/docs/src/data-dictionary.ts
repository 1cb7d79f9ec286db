import type { FieldMeta, PlacedRecord, Registry } from '@opendpf/kit'
import { fieldsOf, isMasked, parentField, pathOf } from '@opendpf/kit'

/** The data dictionary of a deployment (数据字典), as Markdown: every module, record and field, from the declarations that serve them. */
export function dataDictionary(registry: Registry): string {
  return [
    '# 数据字典 / Data dictionary',
    '',
    'Generated from the contracts; a test keeps it true. 隐私级别 / privacy: S1 计数与代码, S2 姓名、电话、住址, S3 证件与账户, S4 诊断与评定; 🔒 masked until revealed with a reason; 加密 sealed; 可查 sealed and found by its whole value.',
    '',
    ...registry.modules.flatMap((module) => [
      `## ${registry.text(module.id, 'zh-CN', 'title')} / ${registry.text(module.id, 'en', 'title')} \`${module.id}\``,
      '',
      ...Object.values(module.records).flatMap((record) => recordSection(record as PlacedRecord, registry)),
    ]),
  ].join('\n')
}

function recordSection(record: PlacedRecord, registry: Registry): readonly string[] {
  const text = (locale: 'zh-CN' | 'en', key: string) => registry.text(record.module, locale, key)
  const parent = parentField(record)
  const scope = record.scope === 'global' ? '全局 / global' : parent ? `随 / with \`${parent}\`` : '区划 / division'
  return [
    `### ${text('zh-CN', record.name)} / ${text('en', record.name)} \`${record.ref}\``,
    '',
    `表 / table \`${record.table}\` · 地址 / path \`/api/v1${pathOf(record)}\` · 范围 / scope ${scope}`,
    '',
    '| 字段 / field | 中文 | English | 类型 / kind | 隐私 / privacy | 必填 / required | 说明 / notes |',
    '|---|---|---|---|---|---|---|',
    ...fieldsOf(record).map(
      ({ name, meta, isOptional }) =>
        `| \`${name}\` | ${text('zh-CN', `${record.name}.${name}`)} | ${text('en', `${record.name}.${name}`)} | ${meta.kind} | ${privacyOf(meta)} | ${isOptional || meta.isDerived ? '' : '是 / yes'} | ${notesOf(meta)} |`,
    ),
    '',
  ]
}

function privacyOf(meta: FieldMeta): string {
  return `${meta.privacy}${isMasked(meta) ? ' 🔒' : ''}${{ plain: '', sealed: ' 加密', exact: ' 加密可查' }[meta.storage]}`
}

function notesOf(meta: FieldMeta): string {
  return [
    ...(meta.isDerived ? ['系统计算 / computed'] : []),
    ...(meta.isUnique ? ['唯一 / unique'] : []),
    ...(meta.target ? [`→ \`${meta.target}\``] : []),
    ...(meta.codes ? [`${meta.codes.zh}（${meta.codes.source}）`] : []),
    ...(meta.choices ? [meta.choices.map((choice) => `\`${choice}\``).join(' ')] : []),
    ...(meta.format ? [`\`${meta.format}\``] : []),
  ].join(', ')
}
