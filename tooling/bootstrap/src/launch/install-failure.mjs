/**
 * @typedef {object} Explanation what went wrong and what to do, in both languages
 * @property {string} zh
 * @property {string} en
 */

/** @type {readonly (readonly [RegExp, Explanation])[]} */
const CAUSES = [
  [
    /ENOSPC|no space left|EDQUOT/i,
    {
      zh: '磁盘空间不足，无法安装依赖包。请至少留出 2 GB 可用空间后重新运行。',
      en: 'There is not enough disk space to install the packages. Free at least 2 GB and run the command again.',
    },
  ],
  [
    /ERR_PNPM_OUTDATED_LOCKFILE|FROZEN_LOCKFILE/i,
    {
      zh: 'package.json 与 pnpm-lock.yaml 不一致。如果您修改了依赖，请运行 npx pnpm install 更新锁定文件；否则请恢复这两个文件。',
      en: 'package.json and pnpm-lock.yaml disagree. If you changed a dependency, run npx pnpm install to renew the lock file; otherwise restore both files.',
    },
  ],
  [
    /EACCES|EPERM|permission denied|operation not permitted/i,
    {
      zh: '没有写入权限，无法安装依赖包。请用本目录的所有者身份运行，或调整目录权限。',
      en: 'The packages cannot be written here. Run the command as the owner of this folder, or change its permissions.',
    },
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|META_FETCH|FETCH_ERROR|dns error|network|certificate|error sending request/i,
    {
      zh: '无法连接软件包仓库。首次运行需要联网；请检查网络和代理（HTTPS_PROXY），或用 npm config set registry 指定可访问的镜像。',
      en: 'The package registry cannot be reached. The first run needs a network: check the connection and the proxy (HTTPS_PROXY), or name a mirror with npm config set registry.',
    },
  ],
  [
    /ENOENT.*npx|npx: (command )?not found|not recognized as an internal/i,
    {
      zh: '找不到 npx 命令。请安装随附 npm 的 Node.js（https://nodejs.org/zh-cn）。',
      en: 'There is no npx command. Install a Node.js that comes with npm (https://nodejs.org).',
    },
  ],
]

/** @type {Explanation} */
const UNKNOWN = {
  zh: '安装依赖包失败，原因见上方输出。',
  en: 'The packages could not be installed; the output above says why.',
}

/**
 * Names the likely cause of a failed installation.
 * @param {string} output what the package manager printed
 * @returns {Explanation}
 */
export function explainInstallFailure(output) {
  return CAUSES.find(([pattern]) => pattern.test(output))?.[1] ?? UNKNOWN
}
