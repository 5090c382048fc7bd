"""Runs one emulator server on a free loopback port, until its standard input closes.

Usage: server.py moto | server.py eks <moto URL>

File descriptor 3 receives the port as one line. The starter holds the other end of standard input, so the server
ends with it however that ends; an interrupt from the terminal is left to the starter.
"""

import asyncio
import os
import re
import signal
import socket
import sys
import threading
import urllib.parse
import urllib.request

from corrections import correct_eks, correct_moto
from repeated_requests import answered_once

LOOPBACK = "127.0.0.1"
ACCESS_KEY = re.compile(rb"(?<=Credential=)[^/,]+")


def report(port):
    with os.fdopen(3, "w") as pipe:
        pipe.write(f"{port}\n")


def serve_moto():
    os.environ.update(MOTO_IAM_LOAD_MANAGED_POLICIES="true", MOTO_ACM_VALIDATION_WAIT="1", MOTO_S3_ALLOW_CROSSACCOUNT_ACCESS="false")

    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
    from werkzeug.serving import make_server

    correct_moto()
    application = answered_once(DomainDispatcherApplication(create_backend_app))
    server = make_server(LOOPBACK, 0, application, threaded=True, request_handler=MotoRequestHandler)
    os.environ["MOTO_PORT"] = str(server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    report(server.server_port)
    sys.stdin.buffer.read()


def account_of(access_key, moto):
    """The account of a key that moto's STS handed out; moto checks no signature."""
    credential = f"{access_key}/20000101/us-east-1/sts/aws4_request"
    authorization = f"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders=host, Signature=0"
    body = urllib.parse.urlencode({"Action": "GetCallerIdentity", "Version": "2011-06-15"}).encode()
    request = urllib.request.Request(moto, body, {"Authorization": authorization})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return re.search(rb"<Account>(\d{12})</Account>", answer.read()).group(1)


def with_caller_account(application, moto):
    """Replaces the access key of each request by its account, where ministack reads the account from."""
    accounts = {}

    async def as_account(value):
        found = ACCESS_KEY.search(value)
        if not found:
            return value
        key = found.group().decode()
        if key not in accounts:
            accounts[key] = await asyncio.to_thread(account_of, key, moto)
        return ACCESS_KEY.sub(accounts[key], value)

    async def middleware(scope, receive, send):
        if scope["type"] == "http":
            headers = [(name, await as_account(value)) if name == b"authorization" else (name, value)
                       for name, value in scope["headers"]]
            scope = {**scope, "headers": headers}
        await application(scope, receive, send)

    return middleware


def serve_eks(moto):
    listener = socket.socket()
    listener.bind((LOOPBACK, 0))
    port = listener.getsockname()[1]
    # No Docker engine is looked for: a cluster is then active at once, without a Kubernetes API behind it.
    os.environ.update(SERVICES="eks", MINISTACK_HOST=LOOPBACK, GATEWAY_PORT=str(port),
                      DOCKER_HOST="unix:///dev/null/none", IOT_MTLS_ENABLED="0", SFTP_ENABLED="0")

    from hypercorn.asyncio import serve
    from hypercorn.config import Config
    from ministack.app import app

    correct_eks(moto)
    config = Config()
    config.bind = [f"fd://{listener.fileno()}"]
    config.accesslog = "-"
    config.access_log_format = '%(t)s "%(R)s" %(s)s'

    async def run():
        loop = asyncio.get_running_loop()
        starter_gone = asyncio.Event()

        def wait_for_starter():
            sys.stdin.buffer.read()
            loop.call_soon_threadsafe(starter_gone.set)

        threading.Thread(target=wait_for_starter, daemon=True).start()
        report(port)
        # aws_eks_cluster.arn
        await serve(with_caller_account(app, moto), config, shutdown_trigger=starter_gone.wait)

    asyncio.run(run())


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve_moto() if sys.argv[1] == "moto" else serve_eks(sys.argv[2])
