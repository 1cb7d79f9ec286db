/** Papers of the line. */
export const rehabDocuments = {
  /** 康复服务卡: who the client is, what is planned, and what was done; he keeps it and has it signed. */
  card: { record: 'file', states: ['to-plan', 'serving'] },
  /** 辅助器具发放单: what somebody got, from where, and what he signs for. */
  receipt: { record: 'fitting', states: ['issued', 'returned'] },
} as const
