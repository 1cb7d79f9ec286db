export type { AccessEntry, HistoryEntry, ListAnswer, RecordAnswer, Total } from './answers.js'
export type { Column, ColumnType } from './columns.js'
export { columnsOf, columnsOfField, placeColumns, systemColumns } from './columns.js'
export type { FieldKind, FieldMeta, PrivacyClass } from './field-meta.js'
export { isOptional, metaOf } from './field-meta.js'
export type { FieldOptions, SealedOptions } from './fields.js'
export {
  choice,
  code,
  copied,
  data,
  date,
  division,
  flag,
  instant,
  money,
  multiline,
  name,
  number,
  optional,
  reference,
  text,
  whole,
} from './fields.js'
export type { Format } from './formats.js'
export { readFormat } from './formats.js'
export type { ImportDef, ImportPart } from './imports.js'
export { defineImport } from './imports.js'
export { maskFields, maskValue } from './mask.js'
export type {
  DatabaseOf,
  EventName,
  EventPayload,
  Module,
  ModuleOptions,
  PermissionOf,
  PlacedRecords,
  RequiredMessage,
} from './module.js'
export { defineModule } from './module.js'
export type { SnakeCase } from './naming.js'
export { kebabCase, pathOf, pluralOf, snakeCase } from './naming.js'
export type { RecordVerb } from './permissions.js'
export { covers, permissionFor, recordPermissions, recordVerbs, verbMessages } from './permissions.js'
export { isMasked } from './privacy.js'
export type { Filter, ListOrder, ListQuery } from './query.js'
export {
  canHold,
  checkListQuery,
  defaultLimit,
  filterKind,
  maximumLimit,
  readListParams,
  writeListParams,
} from './query.js'
export type {
  FieldOf,
  FieldsOf,
  ListOptions,
  Operation,
  PlacedRecord,
  RecordDef,
  RecordOptions,
  RecordScope,
  RowOf,
  Section,
  Shape,
  SystemFields,
  TableOf,
  VerbOf,
} from './record.js'
export { allows, defineRecord, fieldMeta, fieldsOf, inputFields, parentField, placeRecord } from './record.js'
export type { ReferencePlace, Registry } from './registry.js'
export { createRegistry } from './registry.js'
export type { Actor, Place, Scope } from './scope.js'
export { isScopeWithin, isWithinScope, placeOf, scopeCondition, scopeOfDivision } from './scope.js'
export type { LabelOf, Validation } from './validate.js'
export { validateInput } from './validate.js'
export type { Transition, Workflow } from './workflow.js'
export { inspectWorkflow } from './workflow.js'
