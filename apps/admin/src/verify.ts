import { startVerifyPage } from '@opendpf/certificates/verify'

// the page itself is written by the server, and works without this
void startVerifyPage(document)
