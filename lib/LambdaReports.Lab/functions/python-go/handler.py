"""A Python function around a Go library: the event goes over as JSON, and so does the answer."""

import ctypes
import json
import os

from runtime_loop import serve

library = ctypes.CDLL(os.path.join(os.path.dirname(os.path.abspath(__file__)), "hello.so"))
library.Handle.argtypes = [ctypes.c_char_p]
library.Handle.restype = ctypes.c_void_p
library.Free.argtypes = [ctypes.c_void_p]


def handle(event, context):
    answer = library.Handle(json.dumps(event).encode())
    try:
        return json.loads(ctypes.string_at(answer))
    finally:
        library.Free(answer)


serve(handle)
