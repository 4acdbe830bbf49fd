"""`python -m services.knowledge`: this service alone, as its container runs it."""

from libs.common.runtime import run_alone
from services.knowledge.service import build

raise SystemExit(run_alone(build))
