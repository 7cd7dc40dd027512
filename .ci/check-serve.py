#!/usr/bin/env python3
"""Checks a server of the demo tools with the official MCP client, in both eras.

    check-serve.py COMMAND [ARGUMENT ...]

Prints what it saw; the exit status is 1 when anything is wrong. Needs the package `mcp` from PyPI.
"""
import asyncio
import json
import subprocess
import sys

from mcp import Client, MCPError, StdioServerParameters, stdio_client

COMMAND = sys.argv[1:]
HANDSHAKES = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"]
STATELESS = "2026-07-28"


def expect(truth, what):
    if not truth:
        raise SystemExit(f"FAILED: {what}")


async def use(mode):
    """Lists all tools, makes a call, a hundred at once, one that fails, and three that are wrong."""
    server = StdioServerParameters(command=COMMAND[0], args=COMMAND[1:])
    async with Client(stdio_client(server), mode=mode, read_timeout_seconds=20) as client:
        tools, cursor, pages = [], None, 0
        while cursor is not None or pages == 0:
            page = await client.list_tools(cursor=cursor)
            tools, cursor, pages = tools + page.tools, page.next_cursor, pages + 1
        names = [tool.name for tool in tools]
        expect(len(set(names)) == len(names) > 50, f"{len(names)} tools, each once")
        expect(all(tool.annotations.read_only_hint for tool in tools if tool.name == "city_lookup"), "city_lookup reads")
        expect(any(tool.output_schema for tool in tools), "output schemas are listed")

        oslo = await client.call_tool("city_lookup", {"name": "Oslo"})
        expect(not oslo.is_error, f"city_lookup: {oslo.content}")
        expect(json.loads(oslo.content[0].text) == oslo.structured_content, "the text and the structure agree")

        crowd = await asyncio.gather(*(client.call_tool("city_lookup", {"name": "Oslo"}) for _ in range(100)))
        expect(all(each.content == oslo.content for each in crowd), "a hundred calls at once")

        nowhere = await client.call_tool("city_lookup", {"name": "Xyzzyville"})
        expect(nowhere.is_error and nowhere.content[0].text, "an unknown city is a failed call")
        wrong = await client.call_tool("city_lookup", {"name": 7})
        expect(wrong.is_error and "name" in wrong.content[0].text, "a wrong argument is told")
        await expect_fault(client.call_tool("no_such_tool", {}), -32602, "an unknown tool")
        await expect_fault(client.list_tools(cursor="nonsense"), -32602, "an unknown cursor")
        version = client.protocol_version
    print(f"{mode}: {version}, {len(names)} tools on {pages} page(s), calls, failures and errors as they should be")
    return version


async def expect_fault(request, code, what):
    try:
        result = await request
    except MCPError as error:
        expect(error.error.code == code, f"{what}: {error.error}")
    else:
        expect(False, f"{what}: {result}")


def talk(*lines):
    """What a server answers to these lines; it must leave by itself when its input ends."""
    text = b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines)
    ended = subprocess.run(COMMAND, input=text, capture_output=True, timeout=20)
    expect(ended.returncode == 0, f"the server ended with {ended.returncode}: {ended.stderr.decode()}")
    return [json.loads(line) for line in ended.stdout.splitlines()]


def request(number, method, **params):
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


def check_lines():
    """What a well-behaved client never sends."""
    for version in HANDSHAKES + ["1999-01-01"]:
        (answer,) = talk(request(1, "initialize", protocolVersion=version, capabilities={}, clientInfo={}))
        agreed = answer["result"]["protocolVersion"]
        expect(agreed == (version if version in HANDSHAKES else HANDSHAKES[-1]), f"{version} becomes {agreed}")

    codes = [
        (b"no JSON", -32700), (b"\xff\xfe", -32700), (b"[" * 100_000, -32700), (b" " * 3 + b"[]", -32600),
        (b"x" * (9 << 20), -32700), (request(1, "tools/list"), -32600), (request(None, "ping"), -32600),
        (request(1, "server/discover"), -32602),
        (request(1, "tools/list", _meta={"io.modelcontextprotocol/protocolVersion": STATELESS}), -32602),
    ]
    for line, code in codes:
        (answer,) = talk(line)
        expect(answer["error"]["code"] == code, f"{str(line)[:60]} gives {answer}")
    later = {"io.modelcontextprotocol/protocolVersion": "2999-01-01", "io.modelcontextprotocol/clientCapabilities": {}}
    (answer,) = talk(request(1, "server/discover", _meta=later))
    expect(answer["error"]["code"] == -32022 and STATELESS in answer["error"]["data"]["supported"], f"{answer}")
    answers = talk(b"no JSON", b"", b"\r", request("after", "ping"))
    expect(len(answers) == 2 and answers[1]["id"] == "after", f"it goes on after a bad line: {answers}")
    print(f"lines: {len(HANDSHAKES) + 1} handshakes, {len(codes) + 2} bad lines, each with its answer")


async def main():
    expect(await use("legacy") == HANDSHAKES[-1], "the handshake settles on the newest")
    expect(await use("auto") == STATELESS, "the probe finds the stateless era")
    expect(await use(STATELESS) == STATELESS, "the stateless era without a probe")


asyncio.run(main())
check_lines()
