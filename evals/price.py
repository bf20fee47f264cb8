"""What a run cost in money."""

from __future__ import annotations

from typing import TYPE_CHECKING

import genai_prices

if TYPE_CHECKING:
    from conflictsum.schema import Usage


def dollars(label: str, usage: Usage) -> float | None:
    """The price of what was asked about an article, in US dollars, by the list prices that genai-prices has.

    Args:
        label: The model as in provenance; the part before the slash names the provider.
        usage: Tokens, those from the provider's cache included.

    Returns:
        None where the model has no known price, as those on one's own machine, or its server tells no tokens.
    """
    provider, _, name = label.partition("/")
    if usage.input_tokens is None or usage.output_tokens is None or not name:
        return None
    tokens = genai_prices.Usage(
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cache_read_tokens=usage.cached_tokens or 0,
    )
    try:
        return float(genai_prices.calc_price(tokens, name, provider_id=provider).total_price)
    except LookupError:
        return None
