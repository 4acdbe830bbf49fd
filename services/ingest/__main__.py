"""`python -m services.ingest`: this service alone, as its container runs it."""

from libs.common.runtime import run_alone
from services.ingest.service import build

raise SystemExit(run_alone(build))
