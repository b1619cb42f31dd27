"""Scripted faults: what the stand-in's Web API does wrong on demand, and how often."""

from dataclasses import dataclass, replace
from typing import TypedDict


class FaultTerms(TypedDict, total=False):
    """How a Web API method is to fail; everything has a default.

    times: how many calls fail before the method works again (1).
    status: the HTTP status (200; 429 when `retry_after` is said). 5xx answers have no JSON.
    error: Slack's error code, e.g. "token_revoked" ("ratelimited" when 429 names none).
    retry_after: the Retry-After header as sent, e.g. "30" or "1.5"; "" sends none.
    accept_then_drop: carry the call out, then close the connection without an answer.
    drop: close the connection without carrying the call out.
    slow: seconds by the wall clock before the call is looked at.
    """

    times: int
    status: int
    error: str
    retry_after: str
    accept_then_drop: bool
    drop: bool
    slow: float


@dataclass(frozen=True, slots=True)
class Fault:
    """One scripted fault; `times` counts down."""

    method: str
    times: int = 1
    status: int = 0
    error: str = ""
    retry_after: str = ""
    accept_then_drop: bool = False
    drop: bool = False
    slow: float = 0.0

    @property
    def refuses(self) -> bool:
        """Tell whether the call is answered with an error instead of being carried out."""
        return bool(self.error or self.status or self.retry_after)


NO_FAULT = Fault("")


def next_fault(script: list[Fault], method: str) -> Fault:
    """Take the first scripted fault for the method off the script, or `NO_FAULT`.

    Faults for one method happen in the order they were scripted; the script is changed in place.
    """
    for place, fault in enumerate(script):
        if fault.method == method:
            script[place : place + 1] = (
                [replace(fault, times=fault.times - 1)] if fault.times > 1 else []
            )
            return fault
    return NO_FAULT
