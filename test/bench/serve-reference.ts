import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { referenceLoop } from './reference-loop';

/** The other side of figure F5: Node's bare server around the reference loop, in a process of its own. */
let index = 0;
const server = createServer((_request, response) => {
  response.end(referenceLoop(index++));
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port, path: '/' });
});
process.on('disconnect', () => process.exit(0));
