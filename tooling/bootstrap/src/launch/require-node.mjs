const LOWEST = 20

/**
 * Ends the process with a clear text when Node is too old to go on. Written for any Node that reads ES modules.
 * @param {string} [version] the version to judge, by default the one that runs us
 */
export function requireNode(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= LOWEST) return
  console.error(
    `当前 Node.js 版本为 ${version}，OpenDPF 需要 ${LOWEST} 或更高版本。请从 https://nodejs.org/zh-cn 安装后重试。`,
  )
  console.error(
    `This is Node.js ${version}; OpenDPF needs ${LOWEST} or later. Install it from https://nodejs.org and try again.`,
  )
  process.exit(1)
}
