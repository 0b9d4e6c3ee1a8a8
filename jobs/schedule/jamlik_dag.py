"""The nightly run as an Airflow DAG (Airflow 2.8 or later; no provider needed).

The logical date of the DAG run is the logical date of the night, so that a cleared task or a backfill makes the release of its own day.
Retries are safe: a night that failed leaves the earlier release, and what was read is not read anew.
"""

from __future__ import annotations

import subprocess
from datetime import datetime, timedelta, timezone

from airflow.decorators import dag, task
from airflow.exceptions import AirflowException, AirflowFailException

JAMLIK = "/srv/jamlik/jobs/jamlik"
OUT = "/srv/installation"
SETTINGS = "/etc/jamlik/settings.yaml"

# Quality, privacy, a delivery, settings: a person must look, and trying again does not help.
NEEDS_A_PERSON = {3, 4, 5, 6}


def run(*arguments: str) -> None:
    """Runs one command; what it prints goes to the task's log."""
    code = subprocess.run([JAMLIK, *arguments, "--out", OUT, "--settings", SETTINGS], check=False).returncode
    if code in NEEDS_A_PERSON:
        raise AirflowFailException(f"jamlik {arguments[0]} ended with {code}; see the log above")
    if code != 0:
        raise AirflowException(f"jamlik {arguments[0]} ended with {code}; see the log above")


@dag(
    dag_id="jamlik",
    description="Indicators of equal care, every night",
    schedule="30 0 * * *",
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=20)},
)
def jamlik():
    @task(execution_timeout=timedelta(hours=5))
    def nightly(data_interval_end=None):
        run("nightly", "--inbox", "/srv/deliveries", "--as-of", data_interval_end.date().isoformat())

    @task(trigger_rule="all_done", retries=0)
    def status():
        run("status")

    nightly() >> status()


jamlik()
