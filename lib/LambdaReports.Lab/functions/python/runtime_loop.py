"""Lambda's Runtime API by hand. The answers are read by the standard library's HTTP client;
requests are sent in one piece, since http.client would send a header and its body apart."""

import json
import os
import socket
from http.client import HTTPResponse

ADDRESS = os.environ["AWS_LAMBDA_RUNTIME_API"]
INVOCATION = "/2018-06-01/runtime/invocation/"


def call(connection, method, path, body=b""):
    head = f"{method} {path} HTTP/1.1\r\nHost: {ADDRESS}\r\nContent-Length: {len(body)}\r\n\r\n"
    connection.sendall(head.encode() + body)
    response = HTTPResponse(connection, method=method)
    response.begin()
    return response.headers, response.read()


def serve(handle):
    host, port = ADDRESS.split(":")
    connection = socket.create_connection((host, int(port)))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    while True:
        headers, event = call(connection, "GET", INVOCATION + "next")
        request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        output = handle(json.loads(event), {"aws_request_id": request_id})
        call(connection, "POST", f"{INVOCATION}{request_id}/response", json.dumps(output).encode())
