// SPDX-License-Identifier: AGPL-3.0-or-later
// The smallest server that can send a page, for comparison.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const page = readFileSync(process.argv[2] ?? '')
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.byteLength })
  response.end(page)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`)
})
