"""Debian's Chromium, quiet and offline; a new browser profile for each person."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from playwright.sync_api import (
    Browser,
    BrowserContext,
    BrowserType,
    sync_playwright,
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# The same engine without windows, which takes less time and keeps no history.
SHELL = shutil.which("chromium-headless-shell") or CHROMIUM
# What Playwright turns off itself, since only the last such switch counts; and a model
# on the device: looked for three minutes after the start, it let a browser stand still.
OFF = (
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose"),
    *("HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay"),
    *("MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning"),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints"),
    *("NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"),
    *("OptimizationGuideOnDeviceModel", "OptimizationGuideModelExecution"),
    *("OnDeviceModelPerformanceParams", "AIPromptAPI"),
)
QUIET = [
    f"--disable-features={','.join(OFF)}",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Playwright turns this cache off, but people have it, and Back looks there first.
BACK_CACHE = "--disable-back-forward-cache"
PHONE = 390
HEIGHT = 844
PATIENCE = 15_000

Scheme = Literal["light", "dark"]


@contextmanager
def chromium(program: str | None = CHROMIUM) -> Iterator[Browser]:
    """Run Chromium for as long as the block lasts."""
    with sync_playwright() as playwright, started(playwright.chromium, program) as it:
        yield it


@contextmanager
def started(kind: BrowserType, program: str | None) -> Iterator[Browser]:
    """Run one more browser beside others of its kind."""
    running = kind.launch(
        executable_path=program,
        args=QUIET,
        ignore_default_args=[BACK_CACHE],
        chromium_sandbox=False,
    )
    yield running
    running.close()


def profile(
    browser: Browser,
    base: str,
    *,
    script: bool = True,
    width: int = PHONE,
    scheme: Scheme = "light",
    zone: str | None = None,
) -> BrowserContext:
    """Open a profile that nobody has used before; its clocks are those of `zone`."""
    context = browser.new_context(
        base_url=base,
        java_script_enabled=script,
        viewport={"width": width, "height": HEIGHT},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id=zone,
    )
    context.set_default_timeout(PATIENCE)
    return context
