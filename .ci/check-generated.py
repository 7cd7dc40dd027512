"""Holds samples that a model grew against what must be true of them, however weak the model.

check-generated.py LINES TOOLS: JSON lines of `toolgrad show --json`, and the JSON of `toolgrad tools list --json`.
"""

import json
import sys

import jsonschema

CAUSES = {
    "nothing proposed", "proposer failed", "every trial failed", "selector declined", "selector failed",
}
lines = [json.loads(line) for line in open(sys.argv[1]) if line.strip()]
tools = {tool["name"]: tool for tool in map(json.loads, open(sys.argv[2]))}
assert lines, "no sample"
for line in lines:
    name = line["id"]
    assert line["outcome"] in {"completed", "synthesis-failed", "nothing-grown"}, (name, line["outcome"])
    assert line["modelCalls"] > 0 and line["promptTokens"] > 0, (name, "no model was asked")
    steps = [step for chain in line["chains"] for step in chain["steps"]]
    for step in steps:
        jsonschema.validate(step["arguments"], tools[step["tool"]]["inputSchema"])
        assert step["outcome"] in {"returned", "empty"}, (name, step)
    for noop in line["noOps"]:
        assert noop["cause"] in CAUSES, (name, noop)
        assert noop["reason"] or noop["cause"] == "every trial failed", (name, noop)
    if line["outcome"] == "completed":
        assert line["query"].strip() and line["response"].strip() and steps, name
    else:
        assert line["query"] is None, name
    print(f"{name}: {line['outcome']}, {line['planner']}, {len(steps)} steps, {line['modelCalls']} model calls, "
          f"{line['promptTokens']}+{line['completionTokens']} tokens, no-ops: {[n['cause'] for n in line['noOps']]}")
