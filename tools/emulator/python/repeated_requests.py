"""Gives a request that is sent once more the answer of the first time, instead of doing again what it asks.

On a busy machine Terraform's Go clients sometimes close the connection between the head and the body of an answer that
comes at once, and send the request again, with the same invocation id. AWS answers slower, and knows most calls that
create by a token; the emulators know no tokens. What is then made twice stands in no state.
"""

import threading
from collections import OrderedDict

INVOCATION = "HTTP_AMZ_SDK_INVOCATION_ID"
KEPT = 1000


class Repetition:
    """One request as often as it is sent."""

    def __init__(self):
        self.lock = threading.Lock()
        self.answer = None


def answered_once(application):
    """Wraps a WSGI application. Only what has succeeded is kept: what failed is sent again to be done."""
    repetitions = OrderedDict()
    guard = threading.Lock()

    def repetition(invocation):
        with guard:
            found = repetitions.setdefault(invocation, Repetition())
            repetitions.move_to_end(invocation)
            while len(repetitions) > KEPT:
                repetitions.popitem(last=False)
            return found

    def answer(environ):
        started = []
        parts = application(environ, lambda status, headers, exc_info=None: started.append((status, headers)))
        try:
            body = b"".join(parts)
        finally:
            getattr(parts, "close", lambda: None)()
        return (*started[-1], body)

    def once(environ, start_response):
        invocation = environ.get(INVOCATION)
        if not invocation:
            return application(environ, start_response)
        request = repetition(invocation)
        # The repetition may come while the first is still at work.
        with request.lock:
            status, headers, body = request.answer or answer(environ)
            if status.startswith("2"):
                request.answer = status, headers, body
        start_response(status, headers)
        return [body]

    return once
