const hour = 3_600_000
/** Asia/Shanghai is eight hours ahead and has no summer time. */
const ahead = 8 * hour
const [opens, closes] = [8, 20]

/** When a message that makes a telephone ring may go out: at once by day, at eight in the morning after a night. */
export function wakingHours(now: Date): Date {
  const local = new Date(now.getTime() + ahead)
  const at = local.getUTCHours()
  if (at >= opens && at < closes) return now
  const morning = Date.UTC(
    local.getUTCFullYear(),
    local.getUTCMonth(),
    local.getUTCDate() + (at >= closes ? 1 : 0),
    opens,
  )
  return new Date(morning - ahead)
}
