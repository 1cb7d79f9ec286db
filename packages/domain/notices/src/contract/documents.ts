/** The paper that is hung up in the village: it says what the public page says, and nothing else. */
export const noticeDocuments = {
  /** 公示名单 */
  postedList: { record: 'notice', states: ['draft', 'posted'], needs: ['place', 'objectionPhone'] },
} as const
