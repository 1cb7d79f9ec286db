export type {
  AccessEntry,
  BulkAnswer,
  DocumentCopy,
  HistoryEntry,
  ListAnswer,
  OpenStep,
  RecordAnswer,
  RowDocument,
  Timeline,
  TimelineEntry,
  Total,
} from './answers.js'
export type { Attachment, AttachmentRules, AttachmentType } from './attachments.js'
export {
  attachmentSchema,
  attachmentsIn,
  attachmentTypes,
  maskAttachments,
  usualAttachmentTypes,
} from './attachments.js'
export type { Column, ColumnType } from './columns.js'
export { columnsOf, columnsOfField, placeColumns, systemColumns } from './columns.js'
export { dayTexts } from './day-texts.js'
export { clockName, declarationName, recordName, stepName, variantName } from './declared-names.js'
export type { DocumentDef } from './documents.js'
export { documentsOfRow, hasDocuments, revealsOf } from './documents.js'
export type { DeclaredName, FieldKind, FieldMeta, PrivacyClass } from './field-meta.js'
export { isOptional, metaOf } from './field-meta.js'
export type { AttachmentOptions, FieldOptions, SealedOptions } from './fields.js'
export {
  attachment,
  attachments,
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
  year,
} from './fields.js'
export type { Format } from './formats.js'
export { readFormat } from './formats.js'
export type { ImportDef, ImportMark, ImportPart } from './imports.js'
export { defineImport } from './imports.js'
export { inspectDocuments } from './inspect-documents.js'
export { hideValue, maskFields, maskValue } from './mask.js'
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
export {
  attachPermissions,
  covers,
  permissionFor,
  recordPermissions,
  recordVerbs,
  verbMessages,
} from './permissions.js'
export { isMasked } from './privacy.js'
export type { PublicRows, PublicView } from './public-view.js'
export { publicActorId } from './public-view.js'
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
  ClockOf,
  FieldOf,
  FieldsOf,
  GuardOf,
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
export { inspectWorkflow } from './workflow/inspect-workflow.js'
export type { ClockReading, ReadClockOptions, Stretch } from './workflow/read-clock.js'
export { readClock, workingDaysUntil } from './workflow/read-clock.js'
export { variantsOf, variedLimits } from './workflow/varied-limits.js'
export type { Wait, WaitOwner } from './workflow/wait.js'
export { waitOwners } from './workflow/wait.js'
export type { Transition, Workflow } from './workflow/workflow.js'
export { personSteps, startsIn, stepsOf } from './workflow/workflow.js'
export type { Limits, PauseReason, TimeLimit, WorkflowClock } from './workflow/workflow-clock.js'
export { pauseReasons } from './workflow/workflow-clock.js'
