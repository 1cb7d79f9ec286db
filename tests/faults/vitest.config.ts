import { preset } from '@opendpf/vitest-preset'
import { mergeConfig } from 'vitest/config'

// every test makes databases, kills them and waits for their recovery
export default mergeConfig(preset, { test: { testTimeout: 120_000, fileParallelism: false } })
