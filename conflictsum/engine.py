"""The process in which the embedded model runs: started by `local.py` as a script, never imported.

The engine lives apart from the caller because inside it would hold the interpreter lock while it loads, wait for ever
when stopped with a request under way, right after its start or after a fork, and take the caller down should its C++
code abort. Settings come as one JSON line on standard input, the answer goes as one JSON line to standard output.
Standard input then stays open: its end means that whoever asked is gone.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import Any

# An adapter continues plain text, a single message; a conversation begins with a system message.
_TEMPLATE = (
    "{% if messages[0]['role'] == 'user' %}{{ messages[0]['content'] }}{% else %}"
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "<|im_start|>assistant\n{% endif %}"
)
_PROMPT_CACHE_MIB = 256  # the engine's own default lets the cache grow to 8 GiB


def _serve(settings: dict[str, Any]) -> tuple[Any, str]:
    """Starts the server; its version comes with it."""
    import xllamacpp  # noqa: PLC0415  found only on the caller's search path

    params = xllamacpp.CommonParams()
    params.model.path = settings["model"]
    params.n_ctx = settings["context"] * settings["slots"]  # which the engine shares out evenly
    params.n_parallel = settings["slots"]
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = settings["threads"]
    if settings["adapter"]:
        params.lora_adapters = [xllamacpp.CommonAdapterLoraInfo(settings["adapter"], 0.0)]  # a request asks for it
        params.chat_template = _TEMPLATE
    params.cache_ram_mib = _PROMPT_CACHE_MIB
    params.slot_save_path = os.path.join(settings["states"], "")  # noqa: PTH118  which must end in a separator
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [settings["api_key"]]
    params.ui = False
    params.verbosity = -1
    return xllamacpp.Server(params), xllamacpp.__version__


def _main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both processes, and the caller decides
    answers = os.dup(sys.stdout.fileno())
    # What the engine prints must neither mix with the answer nor fill a pipe that nobody reads.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    settings = json.loads(sys.stdin.readline())
    sys.path[:] = settings["search_path"]
    try:
        server, version = _serve(settings)
        answer = {"address": server.listening_address, "version": version}
    except ImportError as error:
        answer = {"no_engine": str(error)}
    except (RuntimeError, ValueError) as error:
        answer = {"no_model": str(error)}
    os.write(answers, json.dumps(answer).encode() + b"\n")
    if "address" in answer:
        sys.stdin.read()
    os._exit(0)  # the engine's own way down can wait for ever


if __name__ == "__main__":
    _main()
