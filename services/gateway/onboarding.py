"""How far an owner has come in setting up."""

from libs.common.entities import Onboarding, OnboardingStep
from libs.common.parts import Parts
from libs.common.store.port import Transaction, Write
from libs.common.store.query import Query

STEPS_MAX = 12


async def read(parts: Parts, user_id: str) -> tuple[Onboarding, list[OnboardingStep]]:
    """Where it stands, and the steps that were saved, in order."""
    reader = parts.store.reader(user_id)
    row = await reader.get(Onboarding, user_id) or Onboarding(user_id=user_id, updated_at=parts.clock())
    page = await reader.find(Query(OnboardingStep, order="step_no", limit=STEPS_MAX))
    return row, list(page.items)


async def save(parts: Parts, user_id: str, current_step: int, *, completed: bool) -> None:
    """Where it goes on, or that it is over."""
    now = parts.clock()

    async def saved(tx: Transaction) -> tuple[None, list[Write]]:
        return None, [Onboarding(user_id=user_id, current_step=current_step, completed=completed, updated_at=now)]

    await parts.store.transact("gateway", user_id, saved)


async def save_step(parts: Parts, user_id: str, step_no: int, status: str) -> None:
    """What became of one step: once it is no longer open, the set-up goes on behind it."""
    now = parts.clock()

    async def saved(tx: Transaction) -> tuple[None, list[Write]]:
        stands = await tx.get(Onboarding, user_id) or Onboarding(user_id=user_id, updated_at=now)
        onwards = step_no if status == "open" else min(step_no + 1, STEPS_MAX)
        step = OnboardingStep(
            onboarding_step_id=f"{user_id}:{step_no}", user_id=user_id, step_no=step_no, status=status, updated_at=now
        )
        return None, [step, stands.changed(current_step=onwards, updated_at=now)]

    await parts.store.transact("gateway", user_id, saved)
