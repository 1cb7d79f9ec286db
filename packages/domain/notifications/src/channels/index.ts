export {
  type Channel,
  type Channels,
  channelsOf,
  type Outcome,
  type OutgoingMessage,
  useChannels,
} from './channel.js'
export { type SmsGateway, smsGateway } from './sms-gateway.js'
export { type SmtpOptions, smtpChannel } from './smtp-channel.js'
