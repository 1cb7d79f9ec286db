export { preset as default } from '@opendpf/vitest-preset'
