#!/usr/bin/env python3
"""A ToolBench server that makes up its answers, for tests. Standard library only.

    toolbench-server.py --library FILE [--port N]

Takes POST /virtual and POST /rapidapi with {category, tool_name, api_name, tool_input, strip, toolbench_key} and
answers {error, response}, shaped as the library says. Equal calls get equal answers. Prints its port when it listens;
GET /count says how many calls it has had.
"""
import argparse
import hashlib
import json
import random
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WORDS = "amber birch cedar delta ember fjord grove harbor island juniper lagoon meadow north orchard prairie river".split()
CITIES = "Oslo Kyoto Lisbon Nairobi Quito Vienna Seoul Bergen Hobart Tbilisi".split()


def standard(name):
    name = re.sub(r"[^\u4e00-\u9fa5^a-zA-Z0-9_]", "_", name)
    name = re.sub(r"_+", "_", name).lower().strip("_")
    return "get_" + name if name[:1].isdigit() else name


def member(name):
    name = standard(name)
    return "is_" + name if name in {"from", "class", "return", "false", "true", "id", "and"} else name


def category(name):
    return re.sub(r"_+", "_", re.sub(r"[ ,/]", "_", name))


def read_library(path):
    """The shape of each answer, by (category, tool, api)."""
    shapes = {}
    with open(path, encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            api = json.loads(line)
            shape = api.get("template_response")
            if isinstance(shape, str):
                try:
                    shape = json.loads(shape)
                except ValueError:
                    shape = None
            place = category(api["category_name"]), standard(api["tool_name"]), member(api["api_name"])
            shapes.setdefault(place, shape or {"result": "str", "id": "int", "score": "float"})
    return shapes


def text(key, chance):
    key = key.lower()
    if "date" in key:
        return f"20{chance.randint(20, 27)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    if "city" in key:
        return chance.choice(CITIES)
    if "url" in key or "link" in key or "image" in key:
        return f"https://example.org/{chance.choice(WORDS)}/{chance.randint(1, 999)}"
    if "mail" in key:
        return f"{chance.choice(WORDS)}@example.org"
    if key.endswith("id") or "code" in key:
        return f"{chance.choice(WORDS)[:3]}{chance.randint(100, 999)}"
    return " ".join(chance.sample(WORDS, 2)).capitalize()


def number(key, chance):
    key = key.lower()
    if "lat" in key:
        return round(chance.uniform(-60, 70), 4)
    if "lon" in key or "lng" in key:
        return round(chance.uniform(-180, 180), 4)
    return round(chance.uniform(1, 500), 2)


def leaf(kind, key, chance):
    many = re.match(r"list of (\w+) with length (\d+)", kind)
    if many:
        kind = many[1]
    if kind == "int":
        return chance.randint(1950, 2027) if "year" in key.lower() else chance.randint(1, 5000)
    if kind == "float":
        return number(key, chance)
    if kind == "bool":
        return chance.random() < 0.5
    return text(key, chance) if kind == "str" else None


def answer(shape, key, given, chance):
    """A value of a shape; a field that is called like an argument repeats it."""
    if isinstance(shape, dict):
        return {name: answer(each, name, given, chance) for name, each in shape.items() if name != "_list_length"}
    if isinstance(shape, list):
        if not shape:
            return []
        many = shape[0].get("_list_length", 2) if isinstance(shape[0], dict) else 3
        return [answer(shape[0], key, {}, chance) for _ in range(max(1, min(many, 3)))]
    if shape == "str" and isinstance(given.get(member(key)), str):
        return given[member(key)]
    return leaf(shape, key, chance) if isinstance(shape, str) else shape


class Desk(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    library, calls, lock = {}, 0, threading.Lock()

    def do_GET(self):
        self.send(200, {"calls": Desk.calls})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path not in ("/virtual", "/rapidapi"):
            return self.send(404, {"detail": "Not Found"})
        with Desk.lock:
            Desk.calls += 1
        try:
            asked = json.loads(body)
            place = category(asked["category"]), standard(asked["tool_name"]), member(asked["api_name"])
            given = asked["tool_input"]
            asked["strip"], asked["toolbench_key"]
        except (ValueError, KeyError, TypeError, AttributeError) as problem:
            return self.send(422, {"detail": repr(problem)})
        if isinstance(given, str):
            try:
                given = json.loads(given or "{}")
            except ValueError:
                given = None
        if not isinstance(given, dict):
            return self.send(200, {"error": "Tool input parse error...\n", "response": ""})
        if place not in Desk.library:
            return self.send(200, {"error": "API not found...", "response": ""})
        seed = json.dumps([place, given], sort_keys=True).encode()
        chance = random.Random(hashlib.sha256(seed).hexdigest())
        self.send(200, {"error": "", "response": json.dumps(answer(Desk.library[place], "", given, chance))})

    def send(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def main():
    options = argparse.ArgumentParser(description="A ToolBench server that makes up its answers.")
    options.add_argument("--library", required=True, help="JSON lines, one API each")
    options.add_argument("--port", type=int, default=0, help="0 takes a free one")
    chosen = options.parse_args()
    Desk.library = read_library(chosen.library)
    server = ThreadingHTTPServer(("127.0.0.1", chosen.port), Desk)
    print(f"{len(Desk.library)} APIs on http://127.0.0.1:{server.server_port}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print(f"{Desk.calls} calls", flush=True)


main()
