"""How far a business has come in setting up; saved at each step, so that it can be left and resumed."""

from typing import Literal

from pydantic import Field

from libs.common.entities import Onboarding, OnboardingStep
from libs.common.model import Instant, Model
from services.gateway import onboarding
from services.gateway.api.call import Call
from services.gateway.api.problems import FieldProblem, Invalid
from services.gateway.api.routing import OWNER, Routes

routes = Routes(
    "Onboarding",
    "How far a business has come in setting up. Its steps: 1 the business, 2 its opening hours, 3 what the assistant "
    "should know, 4 trying it, 5 WhatsApp.",
)


class StepShown(Model):
    """One step of the set-up."""

    step_no: int
    status: Literal["open", "done", "skipped"]
    updated_at: Instant


class OnboardingShown(Model):
    """How far it has come: `currentStep` is where it goes on. Steps that were never saved are not among `steps`."""

    current_step: int
    completed: bool
    steps: list[StepShown]
    updated_at: Instant


class OnboardingValues(Model):
    """Where the set-up goes on, and whether it is over."""

    current_step: int = Field(ge=1, le=onboarding.STEPS_MAX)
    completed: bool


class StepValues(Model):
    """What became of a step."""

    status: Literal["open", "done", "skipped"]


@routes.get(f"{OWNER}/onboarding")
async def read_onboarding(call: Call) -> OnboardingShown:
    """Read how far the set-up has come."""
    row, steps = await onboarding.read(call.parts, call.user_id)
    return _shown(row, steps)


@routes.put(f"{OWNER}/onboarding", access="owner")
async def change_onboarding(call: Call, body: OnboardingValues) -> OnboardingShown:
    """Save where the set-up goes on, or that it is over."""
    await onboarding.save(call.parts, call.user_id, body.current_step, completed=body.completed)
    return await read_onboarding(call)


@routes.put(f"{OWNER}/onboarding/steps/{{stepNo}}", access="owner")
async def change_onboarding_step(call: Call, body: StepValues) -> OnboardingShown:
    """Save what became of one step.

    The set-up goes on at the first step that is neither done nor skipped, and is over once there is none.
    """
    await onboarding.save_step(call.parts, call.user_id, _step_no(call), body.status)
    return await read_onboarding(call)


def _step_no(call: Call) -> int:
    given = call.named("stepNo")
    if given not in map(str, range(1, onboarding.STEPS_MAX + 1)):
        raise Invalid([FieldProblem(field="stepNo", problem=f"A step is 1 to {onboarding.STEPS_MAX}.")])
    return int(given)


def _shown(row: Onboarding, steps: list[OnboardingStep]) -> OnboardingShown:
    return OnboardingShown(
        current_step=row.current_step,
        completed=row.completed,
        steps=[StepShown.model_validate(step.model_dump()) for step in steps],
        updated_at=row.updated_at,
    )
