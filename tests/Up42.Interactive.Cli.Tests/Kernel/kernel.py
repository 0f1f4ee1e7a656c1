"""Runs cells in a Jupyter kernel: kernel.py FOLDER COMMAND…, a word of COMMAND being {connection_file}.

Reads one JSON object a line from standard input and answers each with one JSON line: {"run": CELL} with what the cell's messages
held, in order, {"complete": TEXT} with what the kernel offers at its end. At the end of the input the kernel is shut down.
"""
import json
import queue
import signal
import subprocess
import sys
import time

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

TIMEOUT = 120


def run(client, code):
    began = time.monotonic()
    asked = client.execute(code)
    outputs = []
    while True:
        message = client.get_iopub_msg(timeout=TIMEOUT)
        if message["parent_header"].get("msg_id") != asked:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "status" and content["execution_state"] == "idle":
            break
        if kind in ("stream", "display_data", "update_display_data", "execute_result", "error"):
            outputs.append({"type": kind, "id": content.get("transient", {}).get("display_id"), **content})
    return {"status": reply_to(client, asked)["status"], "seconds": time.monotonic() - began, "outputs": outputs}


def connect(client):
    """Waits until what the kernel publishes arrives here: what it says before that is lost, the end of a cell too."""
    client.wait_for_ready(timeout=TIMEOUT)
    for _ in range(TIMEOUT):
        client.kernel_info()
        try:
            client.get_iopub_msg(timeout=1)
            return
        except queue.Empty:
            pass
    raise TimeoutError("The kernel publishes nothing.")


def reply_to(client, asked):
    reply = client.get_shell_msg(timeout=TIMEOUT)
    while reply["parent_header"].get("msg_id") != asked:
        reply = client.get_shell_msg(timeout=TIMEOUT)
    return reply["content"]


def answer(client, request):
    if "complete" in request:
        return reply_to(client, client.complete(request["complete"], len(request["complete"])))
    return run(client, request["run"])


manager = KernelManager()
manager._kernel_spec = KernelSpec(argv=sys.argv[2:], display_name="the kernel", language="C#")
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
manager.start_kernel(cwd=sys.argv[1], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
client = manager.client()
client.start_channels()
try:
    connect(client)
    print(json.dumps({"status": "ok", "outputs": []}), flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(client, json.loads(line))), flush=True)
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
