import { createServer as createHttpServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { TestCertificate } from './test-authority';

/** Servers of one spec on free ports of 127.0.0.1, all closed by {@link Loopback.close}. */
export class Loopback {
  private readonly servers: Server[] = [];
  private readonly sockets = new Set<Socket>();

  /** Serves HTTPS; returns the port. */
  public https(certificate: TestCertificate, answer: RequestListener): Promise<number> {
    return this.listen(createHttpsServer({ ...certificate }, answer));
  }

  /** Serves HTTP without TLS; returns the port. */
  public http(answer: RequestListener): Promise<number> {
    return this.listen(createHttpServer(answer));
  }

  /** Takes connections and does what it is told with them; returns the port. */
  public tcp(onConnection: (socket: Socket) => void): Promise<number> {
    return this.listen(createTcpServer(onConnection));
  }

  /** A port on which nobody listens. */
  public async closedPort(): Promise<number> {
    const server = createTcpServer();
    const port = await this.listen(server);
    await new Promise((done) => server.close(done));
    return port;
  }

  /** Ends all servers and their connections. */
  public async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await Promise.all(this.servers.map((server) => new Promise((done) => server.close(done))));
  }

  private async listen(server: Server): Promise<number> {
    this.servers.push(server);
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket)).on('error', () => {});
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return (server.address() as AddressInfo).port;
  }
}
