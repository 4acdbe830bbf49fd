"""`python -m services.gateway`: this service alone, as its container runs it."""

from libs.common.runtime import run_alone
from services.gateway.service import build

raise SystemExit(run_alone(build))
