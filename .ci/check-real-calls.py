"""Holds samples that were grown over real MCP servers against what must be true of them.

check-real-calls.py LINES TOOLS STARTS COUNT: JSON lines of `toolgrad generate --json`, those of `toolgrad tools list
--json`, the log in which each server notes its start, and how many servers there are.
"""

import json
import sys

import jsonschema

lines = [json.loads(line) for line in open(sys.argv[1]) if line.strip()]
tools = {tool["name"]: tool for tool in map(json.loads, open(sys.argv[2]))}
starts = open(sys.argv[3]).read().split()
assert lines, "no sample"
complete = [line for line in lines if line["outcome"] == "completed"]
assert len(complete) >= len(lines) / 2, f"only {len(complete)} of {len(lines)} samples have a query"
used, steps_in_all = set(), 0
for line in complete:
    steps = [step for chain in line["chains"] for step in chain["steps"]]
    assert steps, line["id"]
    for step in steps:
        tool = tools[step["tool"]]
        jsonschema.validate(step["arguments"], tool["inputSchema"])
        assert step["origin"] == "live", (line["id"], step)
        assert tool["effects"] == "read", (line["id"], step)
        used.add(tool["source"])
    steps_in_all += len(steps)
servers = int(sys.argv[4])
assert len(used) == servers, f"steps of {sorted(used)} only"
assert sorted(starts) == sorted(set(starts)) and len(starts) == servers, f"started: {starts}"
print(f"{len(complete)} of {len(lines)} samples complete, {steps_in_all} steps that really called {sorted(used)}, "
      f"one process for each")
