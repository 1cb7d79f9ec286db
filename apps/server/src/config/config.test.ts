import { readAccessConfig } from '@opendpf/access/server'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.js'

const read = (env: Readonly<Record<string, string>>) => readConfig(env, '/srv')
const accessOf = (env: Readonly<Record<string, string>>) =>
  readAccessConfig({ secret: 'x'.repeat(32), publicUrl: 'https://dpf.example.cn', ...read(env).signIn })

describe('how people sign in', () => {
  it('is what the platform says where nothing is set', () => {
    expect(accessOf({})).toEqual(readAccessConfig({ secret: 'x'.repeat(32), publicUrl: 'https://dpf.example.cn' }))
  })

  it('is set by the environment', () => {
    expect(
      accessOf({
        OPENDPF_LOCK_FAILURES: '3',
        OPENDPF_LOCK_MINUTES: '60',
        OPENDPF_PASSWORD_LENGTH: '14',
        OPENDPF_PASSWORD_DAYS: '90',
        OPENDPF_SESSION_IDLE_MINUTES: '10',
        OPENDPF_OIDC_URL: 'https://id.example.cn/.well-known/openid-configuration',
        OPENDPF_OIDC_CLIENT: 'opendpf',
        OPENDPF_OIDC_SECRET: 'secret',
        OPENDPF_OIDC_SCOPES: 'openid, profile phone',
        OPENDPF_OIDC_TRUSTS_SECOND_FACTOR: 'on',
      }),
    ).toMatchObject({
      idleMinutes: 10,
      lockOut: { failures: 3, lockMinutes: 60, windowMinutes: 15 },
      passwords: { minLength: 14, maxAgeDays: 90 },
      oidc: {
        title: '统一身份认证',
        clientId: 'opendpf',
        clientSecret: 'secret',
        scopes: ['openid', 'profile', 'phone'],
        usernameClaim: 'preferred_username',
        trustsSecondFactor: true,
      },
    })
  })

  it.each([
    { OPENDPF_PASSWORD_LENGTH: '4' },
    { OPENDPF_LOCK_FAILURES: '0' },
    { OPENDPF_LOCK_MINUTES: 'ten' },
    { OPENDPF_OIDC_URL: 'https://id.example.cn/x' },
    { OPENDPF_OIDC_CLIENT: 'opendpf' },
    { OPENDPF_OIDC_URL: 'id.example.cn', OPENDPF_OIDC_CLIENT: 'opendpf' },
    { OPENDPF_S3_URL: 'https://objects.example.cn/opendpf' },
    { OPENDPF_S3_URL: 'https://objects.example.cn', OPENDPF_S3_ACCESS_KEY: 'a', OPENDPF_S3_SECRET_KEY: 'b' },
    { OPENDPF_S3_URL: 'objects/opendpf', OPENDPF_S3_ACCESS_KEY: 'a', OPENDPF_S3_SECRET_KEY: 'b' },
    { OPENDPF_CLAMD: 'clamd' },
    { OPENDPF_CLAMD: '127.0.0.1:3310/x' },
    { OPENDPF_CLAMD: 'run/clamd.sock' },
    { OPENDPF_WEBHOOK_HOSTS: 'hooks.county' },
    { OPENDPF_WEBHOOK_HOSTS: '10.0.0.0/8' },
    { OPENDPF_WEBHOOK_HOSTS: '10.0.0.5:80/x' },
  ] as readonly Readonly<Record<string, string>>[])('that makes no sense stops the start: %o', (env) => {
    expect(() => read(env)).toThrow(ConfigError)
  })
})

it('hosts inside the network are named with their ports', () => {
  expect(read({ OPENDPF_WEBHOOK_HOSTS: ' 10.0.0.5:8080, Hooks.county:443 ' }).webhookHosts).toEqual([
    '10.0.0.5:8080',
    'hooks.county:443',
  ])
})

describe('attached files', () => {
  it('lie in the data folder and are not scanned where nothing is set', () => {
    expect(read({}).attachments).toEqual({ s3: undefined, clamd: undefined })
  })

  it('lie in a bucket and are scanned where that is set', () => {
    const bucket = {
      OPENDPF_S3_URL: 'https://objects.example.cn/opendpf',
      OPENDPF_S3_ACCESS_KEY: 'key',
      OPENDPF_S3_SECRET_KEY: 'secret',
    }
    expect(read({ ...bucket, OPENDPF_CLAMD: 'clamd.county:3310' }).attachments).toEqual({
      s3: { url: bucket.OPENDPF_S3_URL, accessKey: 'key', secretKey: 'secret', region: 'us-east-1' },
      clamd: { host: 'clamd.county', port: 3310 },
    })
    expect(read({ ...bucket, OPENDPF_S3_REGION: 'cn-north-1' }).attachments.s3?.region).toBe('cn-north-1')
    expect(read({ OPENDPF_CLAMD: '/run/clamav/clamd.ctl' }).attachments.clamd).toEqual({
      path: '/run/clamav/clamd.ctl',
    })
    expect(read({ OPENDPF_CLAMD: '[::1]:3310' }).attachments.clamd).toEqual({ host: '::1', port: 3310 })
  })
})
