"""Trains the adapter of the embedded model on two cores and writes it as a GGUF file.

    python adapter/train.py MODEL.gguf examples.json events.gguf [--epochs 2]

Needs adapter/requirements.txt and about 10 GB of memory; about an hour where the processor has bf16 instructions. What
the lowest layers make of the examples never changes, so it is computed once and kept.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from pathlib import Path

import gguf
import numpy as np
import torch
from torch import nn
from transformers import AutoTokenizer, Qwen2Config, Qwen2ForCausalLM

LOWEST = 12  # layers that are left as they are
RANK = 16
SCALE = 2
RATE = 3e-4
BATCH = 2
LAYERS = {
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}
NORMS = {"attn_norm": "input_layernorm", "ffn_norm": "post_attention_layernorm"}
Example = tuple[int, torch.Tensor, torch.Tensor]  # tokens asked, all tokens, what the lowest layers made of them


class Weights:
    """The tensors of the model file, as bf16."""

    def __init__(self, path: Path) -> None:
        reader = gguf.GGUFReader(path)
        self.tensors = {tensor.name: tensor for tensor in reader.tensors}
        self.layers = reader.fields["qwen2.block_count"].contents()

    def __getitem__(self, name: str) -> torch.Tensor:
        tensor = self.tensors[name]
        return torch.from_numpy(np.array(gguf.dequantize(tensor.data, tensor.tensor_type))).bfloat16()

    def model(self, first: int, last: int) -> nn.Module:
        """The layers from one to before another; what goes in and comes out are hidden states."""
        config = Qwen2Config(
            vocab_size=8,
            hidden_size=1536,
            intermediate_size=8960,
            num_hidden_layers=last - first,
            num_attention_heads=12,
            num_key_value_heads=2,
            rope_theta=1e6,
            rms_norm_eps=1e-6,
        )
        model = Qwen2ForCausalLM(config).bfloat16().model.requires_grad_(requires_grad=False)
        names = LAYERS | NORMS
        state = {
            f"layers.{int(at) - first}.{names[part]}.{kind}": self[f"blk.{at}.{part}.{kind}"]
            for at, part, kind in (name.split(".")[1:] for name in self.tensors if name.startswith("blk."))
            if first <= int(at) < last
        }
        model.load_state_dict({**state, "norm.weight": self["output_norm.weight"]}, strict=False)
        return model


class Lora(nn.Module):
    """A linear layer with what is learned beside it."""

    def __init__(self, base: nn.Linear) -> None:
        super().__init__()
        self.base = base
        self.a = nn.Parameter(torch.empty(RANK, base.in_features))
        self.b = nn.Parameter(torch.zeros(base.out_features, RANK))
        nn.init.kaiming_uniform_(self.a, a=math.sqrt(5))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The layer's output, and what was learned."""
        inner = nn.functional.linear(x, self.a.bfloat16())
        return self.base(x) + nn.functional.linear(inner, (SCALE * self.b).bfloat16())


def read_examples(path: Path, model: Path, weights: Weights) -> list[Example]:
    """The examples as tokens, with their states after the lowest layers."""
    tokenizer = AutoTokenizer.from_pretrained(model.parent, gguf_file=model.name)
    embedding, lowest = weights["token_embd.weight"], weights.model(0, LOWEST)
    lowest.norm = nn.Identity()
    found = []
    for example in json.loads(path.read_text(encoding="utf-8")):
        asked = tokenizer(example["asked"]).input_ids
        tokens = torch.tensor([*asked, *tokenizer(example["list"] + "\n").input_ids, tokenizer.eos_token_id])
        with torch.inference_mode():
            states = lowest(inputs_embeds=embedding[tokens][None], use_cache=False).last_hidden_state[0]
        found.append((len(asked), tokens, states.clone()))
    return found


def train(examples: list[Example], weights: Weights, epochs: int) -> dict[str, Lora]:
    """Trains all linear layers above the lowest; gives them by their names in model files."""
    model = weights.model(LOWEST, weights.layers)
    learned: dict[str, Lora] = {}
    for at, layer in enumerate(model.layers, start=LOWEST):
        for name, place in LAYERS.items():
            part, leaf = place.split(".")
            learned[f"blk.{at}.{name}"] = Lora(getattr(getattr(layer, part), leaf))
            setattr(getattr(layer, part), leaf, learned[f"blk.{at}.{name}"])
    head = weights["output.weight"]
    parameters = [parameter for each in learned.values() for parameter in (each.a, each.b)]
    optimizer = torch.optim.AdamW(parameters, lr=RATE, weight_decay=0.01, betas=(0.9, 0.99))
    steps = epochs * math.ceil(len(examples) / BATCH)
    for step in range(steps):
        if step % math.ceil(len(examples) / BATCH) == 0:
            random.shuffle(examples)
        first = step * BATCH % (math.ceil(len(examples) / BATCH) * BATCH)
        batch = examples[first : first + BATCH]
        written = sum(len(tokens) - asked for asked, tokens, _ in batch)
        total = 0.0
        for asked, tokens, states in batch:
            read = model(inputs_embeds=states[None], use_cache=False).last_hidden_state[0, asked - 1 : -1]
            logits = nn.functional.linear(read, head).float()
            loss = nn.functional.cross_entropy(logits, tokens[asked:], reduction="sum") / written
            loss.backward()
            total += loss.item()
        for group in optimizer.param_groups:
            falling = 0.05 + 0.95 * (1 + math.cos(math.pi * step / steps)) / 2
            group["lr"] = RATE * min(1, (step + 1) / 8) * falling
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        print(f"{step + 1}/{steps}: {total:.3f} nats a token", flush=True)
    return learned


def write(learned: dict[str, Lora], path: Path) -> None:
    """Writes an adapter that llama.cpp reads."""
    writer = gguf.GGUFWriter(path, "qwen2")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", float(SCALE * RANK))
    for name, layer in learned.items():
        for half, values in (("a", layer.a), ("b", layer.b)):
            writer.add_tensor(f"{name}.weight.lora_{half}", values.detach().half().numpy())
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main() -> None:
    """Trains and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "examples", "adapter"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--epochs", type=int, default=2)
    given = parser.parse_args()
    random.seed(0)
    torch.manual_seed(0)
    weights = Weights(given.model)
    write(train(read_examples(given.examples, given.model, weights), weights, given.epochs), given.adapter)


if __name__ == "__main__":
    main()
