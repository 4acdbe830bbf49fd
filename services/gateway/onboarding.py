"""How far an owner has come in setting up.

Its steps: 1 the business, 2 its opening hours, 3 what the assistant should know, 4 trying it, 5 WhatsApp.
"""

from collections.abc import Iterable

from libs.common.entities import Onboarding, OnboardingStep
from libs.common.parts import Parts
from libs.common.store.port import Transaction, Write
from libs.common.store.query import Query

STEPS_MAX = 5
_SAVED = Query(OnboardingStep, order="step_no", limit=STEPS_MAX)


async def read(parts: Parts, user_id: str) -> tuple[Onboarding, list[OnboardingStep]]:
    """Where it stands, and the steps that were saved, in order."""
    reader = parts.store.reader(user_id)
    row = await reader.get(Onboarding, user_id) or Onboarding(user_id=user_id, updated_at=parts.clock())
    return row, list((await reader.find(_SAVED)).items)


async def save(parts: Parts, user_id: str, current_step: int, *, completed: bool) -> None:
    """Where it goes on, or that it is over."""
    now = parts.clock()

    async def saved(tx: Transaction) -> tuple[None, list[Write]]:
        return None, [Onboarding(user_id=user_id, current_step=current_step, completed=completed, updated_at=now)]

    await parts.store.transact("gateway", user_id, saved)


async def save_step(parts: Parts, user_id: str, step_no: int, status: str) -> None:
    """What became of one step. The set-up goes on at the first that is still open, and is over once none is."""
    now = parts.clock()
    step = OnboardingStep(
        onboarding_step_id=f"{user_id}:{step_no}", user_id=user_id, step_no=step_no, status=status, updated_at=now
    )

    async def saved(tx: Transaction) -> tuple[None, list[Write]]:
        stands = await tx.get(Onboarding, user_id) or Onboarding(user_id=user_id, updated_at=now)
        others = (row for row in (await tx.find(_SAVED)).items if row.step_no != step_no)
        onwards = _first_open([step, *others])
        over = stands.completed or onwards is None
        return None, [step, stands.changed(current_step=onwards or STEPS_MAX, completed=over, updated_at=now)]

    await parts.store.transact("gateway", user_id, saved)


def _first_open(steps: Iterable[OnboardingStep]) -> int | None:
    settled = {step.step_no for step in steps if step.status != "open"}
    return next((number for number in range(1, STEPS_MAX + 1) if number not in settled), None)
