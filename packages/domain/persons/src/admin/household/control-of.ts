/** The id of the control for what an operation is given, by the path under which the server refuses it: `head`, `relations.<id>`. */
export function controlOf(path: string): string {
  return `arrange-${path.replaceAll('.', '-')}`
}
