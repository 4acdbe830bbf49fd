"""`python -m services.booking`: this service alone, as its container runs it."""

from libs.common.runtime import run_alone
from services.booking.service import build

raise SystemExit(run_alone(build))
