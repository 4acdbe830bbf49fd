"""`python -m services.responder`: the responder alone, as its container runs it."""

from libs.common.runtime import run_alone
from services.responder.service import build

raise SystemExit(run_alone(build))
